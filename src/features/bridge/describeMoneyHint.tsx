import type { ReactNode } from 'react'
import { parseEther } from 'viem'
import { standing } from '../../analytics/bridgeHint'
import { transferLink } from '../../chain/bridge/bridgeLink'
import { formatPlain } from '../../format/formatAmount'
import { Amount } from '../../ui/Amount'
import { Name } from '../../ui/Name'
import { bridgeContent } from './content'
import type { TokenRow } from './tokenRows'
import type { DueHint } from './useDueHint'

const content = bridgeContent.hint

export const ETH = { symbol: 'ETH', decimals: 18 }

interface HintLink {
  readonly label: string
  readonly href: string
}

/** What a hint says, and what to do about it. */
export interface HintText {
  readonly text: ReactNode
  readonly action:
    | ({ readonly kind: 'link'; readonly also?: HintLink } & HintLink)
    | { readonly kind: 'switch'; readonly label: string }
    /** On the bridge’s page itself it leads to the bridge, and only where there is something to move. */
    | { readonly kind: 'readOn'; readonly label: string; readonly canBridge: boolean }
}

/** The settlement token is on Ethereum. */
export function onEthereum({ facts, row }: DueHint, chainName: string): HintText {
  const { settlement = 0n, ethereumSettlement: amount = 0n } = facts
  const { token, bridged } = bridgedOf(row)
  return {
    text: content.onEthereum(
      <Amount value={amount} token={bridged} />,
      settlement === 0n ? undefined : (
        <Amount value={settlement} token={{ ...token, symbol: '' }} />
      ),
      chainName,
      standing(facts).noEthThere,
      choiceOf(row),
    ),
    action: bridgeAction(row, amount),
  }
}

/** Both the settlement token and the ETH that is lacking are on Ethereum. */
export function bothOnEthereum({ facts, row }: DueHint, chainName: string): HintText {
  const { ethWei = 0n, settlement = 0n, ethereumEthWei = 0n } = facts
  const { ethereumSettlement: amount = 0n } = facts
  return {
    text: content.bothOnEthereum(
      <Amount value={amount} token={bridgedOf(row).bridged} />,
      <Amount value={ethereumEthWei} token={ETH} />,
      chainName,
      ethWei === 0n && settlement === 0n,
      choiceOf(row),
    ),
    action: { ...bridgeAction(row, amount), also: bridgeEth(ethereumEthWei) },
  }
}

/** Enough to start with. */
const SOME_ETH_WEI = parseEther('0.005')

/** @param ethereumWei What the account has on Ethereum */
export function bridgeEth(ethereumWei: bigint): HintLink {
  return {
    label: content.bridge('ETH'),
    href: transferLink({
      to: 'arbitrum',
      amount: ethereumWei > SOME_ETH_WEI ? formatPlain(SOME_ETH_WEI, 18) : undefined,
    }),
  }
}

/** The settlement token is nowhere that is known of. */
export function noMoney({ facts, row }: DueHint, chainName: string): HintText {
  const { settlement = 0n, ethereumSettlement = 0n } = facts
  const { token } = bridgedOf(row)
  const isKnown = standing(facts).noMoneyThere
  const isDust = settlement > 0n || (isKnown && ethereumSettlement > 0n)
  return {
    text: content.noSettlement(
      <Name of={token.symbol} />,
      chainName,
      isDust,
      isKnown,
      choiceOf(row),
    ),
    action: bridgeAction(row, undefined),
  }
}

function bridgedOf(row: TokenRow | undefined) {
  if (row?.bridged === undefined) throw new Error('There is no bridged token')
  return { token: row.token, bridged: row.bridged }
}

/** The bridge’s two USDC can’t be told apart by their symbol. */
function choiceOf(row: TokenRow | undefined): string {
  const lookAlike = row?.lookAlike
  return lookAlike === undefined ? '' : content.choose(lookAlike.takenName)
}

function bridgeAction(row: TokenRow | undefined, amount: bigint | undefined) {
  const { l1, symbol, decimals } = bridgedOf(row).bridged
  const filled = amount === undefined ? undefined : formatPlain(amount, decimals)
  return {
    kind: 'link' as const,
    label: content.bridge(symbol),
    href: transferLink({ to: 'arbitrum', token: l1, amount: filled }),
  }
}
