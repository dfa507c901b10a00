import type { ReactNode } from 'react'
import { standing } from '../../analytics/bridgeHint'
import { swapLink } from '../../chain/bridge/bridgeLink'
import { formatAddress } from '../../format/formatAddress'
import { formatPlain } from '../../format/formatAmount'
import { Amount } from '../../ui/Amount'
import { Name } from '../../ui/Name'
import { Tooltip } from '../../ui/Tooltip'
import { bridgeContent } from './content'
import {
  bothOnEthereum,
  bridgeEth,
  ETH,
  type HintText,
  noMoney,
  onEthereum,
} from './describeMoneyHint'
import type { DueHint } from './useDueHint'

const content = bridgeContent.hint

/** A hint in one or two sentences. */
export function describeHint(hint: DueHint, chainName: string): HintText {
  switch (hint.kind) {
    case 'wrongNetwork':
      return {
        text: content.wrongNetwork(chainName),
        action: { kind: 'switch', label: content.switchNetwork },
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

function nothing({ facts, row }: DueHint, chainName: string): HintText {
  const symbol = row === undefined ? content.settlementToken : <Name of={row.token.symbol} />
  const { noEthThere, noMoneyThere } = standing(facts)
  const isKnown = noEthThere && noMoneyThere
  const there = isKnown ? [facts.ethereumEthWei, facts.ethereumSettlement] : []
  const amounts = [facts.ethWei, facts.settlement, ...there]
  const isDust = amounts.some((amount = 0n) => amount > 0n)
  return {
    text: content.nothing(symbol, chainName, isDust, isKnown),
    action: { kind: 'readOn', label: content.howToStart, canBridge: !isKnown },
  }
}

function noGas(hint: DueHint, chainName: string): HintText {
  const { facts } = hint
  const { ethThere, noEthThere, ...money } = standing(facts)
  if (money.noMoney && money.moneyThere && ethThere) return bothOnEthereum(hint, chainName)
  const here = facts.ethWei ?? 0n
  const there = facts.ethereumEthWei ?? 0n
  const missing =
    here === 0n
      ? content.noGas(chainName)
      : content.littleGas(<Amount value={here} token={ETH} />, chainName)
  if (noEthThere)
    return {
      text: joined(missing, there === 0n ? content.noEthThere : content.littleEthThere),
      action: { kind: 'readOn', label: content.howToStart, canBridge: false },
    }
  return {
    text: joined(
      missing,
      ethThere ? content.ethThere(<Amount value={there} token={ETH} />) : content.ethMaybeThere,
    ),
    action: { kind: 'link', ...bridgeEth(there) },
  }
}

function joined(first: ReactNode, second: ReactNode): ReactNode {
  return (
    <>
      {first} {second}
    </>
  )
}

function otherUsdc({ facts, row }: DueHint): HintText {
  const { lookAlike, token } = row ?? {}
  const amount = facts.otherUsdc ?? 0n
  if (lookAlike === undefined || token === undefined) throw new Error('There is no other USDC')
  return {
    text: content.otherUsdc(
      <Amount value={amount} token={{ symbol: '', decimals: token.decimals }} />,
      lookAlike.takenName,
      <Tooltip text={lookAlike.takenInstead}>
        <span className="font-mono">{formatAddress(lookAlike.takenInstead)}</span>
      </Tooltip>,
    ),
    action: {
      kind: 'link',
      label: content.swapFor(lookAlike.takenName),
      href: swapLink(lookAlike, formatPlain(amount, token.decimals)),
    },
  }
}
