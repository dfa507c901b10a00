import type { ReactNode } from 'react'
import { standing } from '../../analytics/bridgeHint'
import { transferLink } from '../../chain/bridge/bridgeLink'
import { formatPlain } from '../../format/formatAmount'
import { Amount } from '../../ui/Amount'
import { Name } from '../../ui/Name'
import type { TokenRow } from './tokenRows'
import type { DueHint } from './useDueHint'

export const ETH = { symbol: 'ETH', decimals: 18 }

/** What a hint says, and the one thing to do about it. */
export interface HintWords {
  readonly text: ReactNode
  readonly action:
    | { readonly kind: 'link'; readonly label: string; readonly href: string }
    | { readonly kind: 'switch'; readonly label: string }
    /** Who is on the bridge’s page already can only be sent on to the bridge, and only with something to bring. */
    | { readonly kind: 'readOn'; readonly label: string; readonly canBridge: boolean }
}

/** The settlement token is on Ethereum. */
export function onEthereum({ facts, row }: DueHint, chainName: string): HintWords {
  const { settlement = 0n, ethereumSettlement: amount = 0n } = facts
  const { token, bridged } = bridgedOf(row)
  return {
    text: (
      <>
        You have <Amount value={amount} token={bridged} /> on Ethereum and{' '}
        {settlement === 0n ? (
          'none'
        ) : (
          <>
            only <Amount value={settlement} token={{ ...token, symbol: '' }} />
          </>
        )}{' '}
        on {chainName}. Bringing it over takes 10 to 15 minutes and ETH there for the fee
        {standing(facts).noEthThere && ', which this wallet has too little of'}
        {choiceOf(row)}.
      </>
    ),
    action: bring(row, amount),
  }
}

/** Both the settlement token and the ETH that is lacking are on Ethereum. */
export function bothOnEthereum({ facts, row }: DueHint, chainName: string): HintWords {
  const { ethWei = 0n, settlement = 0n, ethereumEthWei = 0n } = facts
  const { ethereumSettlement: amount = 0n } = facts
  return {
    text: (
      <>
        You have <Amount value={amount} token={bridgedOf(row).bridged} /> and{' '}
        <Amount value={ethereumEthWei} token={ETH} /> on Ethereum and{' '}
        {ethWei === 0n && settlement === 0n ? 'neither' : 'next to none of either'} on {chainName},
        where ETH pays the fees. Send both at once, in two transfers, to wait 10 to 15 minutes only
        once{choiceOf(row)}.
      </>
    ),
    action: bring(row, amount),
  }
}

/** The settlement token is nowhere that is known of. */
export function noMoney({ facts, row }: DueHint, chainName: string): HintWords {
  const { settlement = 0n, ethereumSettlement = 0n } = facts
  const { token } = bridgedOf(row)
  const isKnown = standing(facts).noMoneyThere
  const isDust = settlement > 0n || (isKnown && ethereumSettlement > 0n)
  return {
    text: (
      <>
        This wallet has {isDust ? 'next to no' : 'no'} <Name of={token.symbol} /> on {chainName}
        {isKnown ? ' or on Ethereum. Get some there first: from there' : '. From Ethereum'} it takes
        10 to 15 minutes{choiceOf(row)}.
      </>
    ),
    action: bring(row, undefined),
  }
}

function bridgedOf(row: TokenRow | undefined) {
  if (row?.bridged === undefined) throw new Error('There is no bridged token')
  return { token: row.token, bridged: row.bridged }
}

/** By its symbol alone nobody can tell the bridge’s two USDC apart. */
function choiceOf(row: TokenRow | undefined): string {
  const lookAlike = row?.lookAlike
  return lookAlike === undefined ? '' : `; choose ${lookAlike.takenName} there, not native USDC`
}

function bring(row: TokenRow | undefined, amount: bigint | undefined): HintWords['action'] {
  const { l1, symbol, decimals } = bridgedOf(row).bridged
  const filled = amount === undefined ? undefined : formatPlain(amount, decimals)
  return {
    kind: 'link',
    label: `Bring ${symbol}`,
    href: transferLink({ to: 'arbitrum', token: l1, amount: filled }),
  }
}
