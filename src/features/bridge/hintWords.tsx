import type { ReactNode } from 'react'
import { parseEther } from 'viem'
import { swapLink, transferLink } from '../../chain/bridge/bridgeLink'
import { formatAddress } from '../../format/formatAddress'
import { formatPlain } from '../../format/formatAmount'
import { Amount } from '../../ui/Amount'
import { Name } from '../../ui/Name'
import type { DueHint } from './useDueHint'

const ETH = { symbol: 'ETH', decimals: 18 }
/** Enough to begin with. */
const SOME_ETH_WEI = parseEther('0.005')

/** What a hint says, and the one thing to do about it. */
interface HintWords {
  readonly text: ReactNode
  readonly action:
    | { readonly kind: 'link'; readonly label: string; readonly href: string }
    | { readonly kind: 'switch' | 'readOn'; readonly label: string }
}

/** A hint in one or two sentences. */
export function hintWords({ kind, facts, row }: DueHint, chainName: string): HintWords {
  const symbol = row === undefined ? 'the settlement token' : <Name of={row.token.symbol} />
  const knowsEthereum = facts.ethereumEthWei !== undefined && facts.ethereumSettlement !== undefined
  switch (kind) {
    case 'wrongNetwork':
      return {
        text: `Your wallet is on another network, and the pools are on ${chainName}. It switches there, or adds it first.`,
        action: { kind: 'switch', label: 'Switch the wallet' },
      }
    case 'nothing':
      return {
        text: (
          <>
            This wallet has neither {symbol} nor ETH on {chainName}
            {knowsEthereum && ' or on Ethereum'}. First get both: {symbol} to put into a pool, and a
            little ETH, which the network fees are paid in.
          </>
        ),
        action: { kind: 'readOn', label: 'What to get first' },
      }
    case 'noGas': {
      const has = facts.ethereumEthWei ?? 0n
      const amount = has > SOME_ETH_WEI ? formatPlain(SOME_ETH_WEI, 18) : undefined
      return {
        text: (
          <>
            This wallet has no ETH on {chainName}, and network fees are paid in it: nothing can be
            sent yet.{' '}
            {has > 0n ? (
              <>
                It has <Amount value={has} token={ETH} /> on Ethereum; bringing some over takes 10
                to 15 minutes.
              </>
            ) : (
              'Bringing some from Ethereum takes 10 to 15 minutes.'
            )}
          </>
        ),
        action: {
          kind: 'link',
          label: 'Bring ETH',
          href: transferLink({ to: 'arbitrum', amount }),
        },
      }
    }
    case 'otherUsdc': {
      const { lookAlike, token } = row ?? {}
      const amount = facts.otherUsdc ?? 0n
      if (lookAlike === undefined || token === undefined) throw new Error('There is no other USDC')
      return {
        text: (
          <>
            You have <Amount value={amount} token={{ symbol: '', decimals: token.decimals }} /> of
            native USDC; pools take another token, <Name of={token.symbol} /> at{' '}
            <span className="font-mono" title={lookAlike.takenInstead}>
              {formatAddress(lookAlike.takenInstead)}
            </span>
            . Swap it first.
          </>
        ),
        action: {
          kind: 'link',
          label: 'Swap USDC',
          href: swapLink(lookAlike, formatPlain(amount, token.decimals)),
        },
      }
    }
    case 'onEthereum': {
      const { bridged, token, lookAlike } = row ?? {}
      const amount = facts.ethereumSettlement ?? 0n
      if (bridged === undefined || token === undefined) throw new Error('There is no bridged token')
      return {
        text: (
          <>
            You have <Amount value={amount} token={token} /> on Ethereum and none on {chainName}.
            Bringing it over takes 10 to 15 minutes, and ETH on Ethereum for the fee.{' '}
            {lookAlike !== undefined && (
              <>
                Choose <Name of={token.symbol} /> there where it also offers native USDC, which
                pools do not take.
              </>
            )}
          </>
        ),
        action: {
          kind: 'link',
          label: `Bring ${bridged.symbol}`,
          href: transferLink({
            to: 'arbitrum',
            token: bridged.l1,
            amount: formatPlain(amount, bridged.decimals),
          }),
        },
      }
    }
  }
}
