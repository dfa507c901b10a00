import { parseEther } from 'viem'
import { standing } from '../../analytics/bridgeHint'
import { swapLink, transferLink } from '../../chain/bridge/bridgeLink'
import { formatAddress } from '../../format/formatAddress'
import { formatPlain } from '../../format/formatAmount'
import { Amount } from '../../ui/Amount'
import { Name } from '../../ui/Name'
import { bothOnEthereum, ETH, type HintWords, noMoney, onEthereum } from './moneyWords'
import type { DueHint } from './useDueHint'

/** Enough to begin with. */
const SOME_ETH_WEI = parseEther('0.005')

/** A hint in one or two sentences. */
export function hintWords(hint: DueHint, chainName: string): HintWords {
  switch (hint.kind) {
    case 'wrongNetwork':
      return {
        text: `Your wallet is on another network, and the pools are on ${chainName}. It switches there, or adds it first.`,
        action: { kind: 'switch', label: 'Switch the wallet' },
      }
    case 'nothing':
      return nothing(hint, chainName)
    case 'noGas':
      return noGas(hint, chainName)
    case 'otherUsdc':
      return otherUsdc(hint)
    case 'onEthereum':
      return onEthereum(hint, chainName)
    case 'noMoney':
      return noMoney(hint, chainName)
  }
}

function nothing({ facts, row }: DueHint, chainName: string): HintWords {
  const symbol = row === undefined ? 'the settlement token' : <Name of={row.token.symbol} />
  const { noEthThere, noMoneyThere } = standing(facts)
  const isKnown = noEthThere && noMoneyThere
  const there = isKnown ? [facts.ethereumEthWei, facts.ethereumSettlement] : []
  const amounts = [facts.ethWei, facts.settlement, ...there]
  const isDust = amounts.some((amount = 0n) => amount > 0n)
  return {
    text: (
      <>
        This wallet has {isDust ? <>next to no {symbol} and ETH</> : <>neither {symbol} nor ETH</>}{' '}
        on {chainName}
        {isKnown && ' or on Ethereum'}. First get both: {symbol} to put into a pool, and a little
        ETH, which the network fees are paid in.
      </>
    ),
    action: { kind: 'readOn', label: 'What to get first', canBridge: !isKnown },
  }
}

function noGas(hint: DueHint, chainName: string): HintWords {
  const { facts } = hint
  const { ethThere, noEthThere, ...money } = standing(facts)
  if (money.noMoney && money.moneyThere && ethThere) return bothOnEthereum(hint, chainName)
  const here = facts.ethWei ?? 0n
  const there = facts.ethereumEthWei ?? 0n
  const lack =
    here === 0n ? (
      `This wallet has no ETH on ${chainName}, and network fees are paid in it: nothing can be sent yet. `
    ) : (
      <>
        This wallet has only <Amount value={here} token={ETH} /> on {chainName}, hardly enough for
        network fees.{' '}
      </>
    )
  if (noEthThere)
    return {
      text: (
        <>
          {lack}
          {there === 0n
            ? 'It has none on Ethereum either'
            : 'On Ethereum it has too little to bring'}
          : first get some, which an exchange can send straight to Arbitrum One.
        </>
      ),
      action: { kind: 'readOn', label: 'What to get first', canBridge: false },
    }
  return {
    text: (
      <>
        {lack}
        {ethThere ? (
          <>
            It has <Amount value={there} token={ETH} /> on Ethereum; bringing some over takes 10 to
            15 minutes.
          </>
        ) : (
          'Bringing some from Ethereum takes 10 to 15 minutes; an exchange can also send it straight to Arbitrum One.'
        )}
      </>
    ),
    action: {
      kind: 'link',
      label: 'Bring ETH',
      href: transferLink({
        to: 'arbitrum',
        amount: there > SOME_ETH_WEI ? formatPlain(SOME_ETH_WEI, 18) : undefined,
      }),
    },
  }
}

function otherUsdc({ facts, row }: DueHint): HintWords {
  const { lookAlike, token } = row ?? {}
  const amount = facts.otherUsdc ?? 0n
  if (lookAlike === undefined || token === undefined) throw new Error('There is no other USDC')
  return {
    text: (
      <>
        You have <Amount value={amount} token={{ symbol: '', decimals: token.decimals }} /> of
        native USDC; pools take another token, {lookAlike.takenName} at{' '}
        <span className="font-mono" title={lookAlike.takenInstead}>
          {formatAddress(lookAlike.takenInstead)}
        </span>
        . Swap it first.
      </>
    ),
    action: {
      kind: 'link',
      label: `Swap for ${lookAlike.takenName}`,
      href: swapLink(lookAlike, formatPlain(amount, token.decimals)),
    },
  }
}
