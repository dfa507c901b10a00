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
    | ({ readonly kind: 'link'; readonly also?: readonly HintLink[] } & HintLink)
    | { readonly kind: 'switch'; readonly label: string }
    /** On the bridge’s page itself it leads to the bridge, and only where there is something to move. */
    | { readonly kind: 'readOn'; readonly label: string; readonly canBridge: boolean }
}

/** The settlement token is on Ethereum. */
export function onEthereum(hint: DueHint, chainName: string): HintText {
  const { facts, row, more } = hint
  const { settlement = 0n, ethereumSettlement: amount = 0n } = facts
  const { token, bridged } = bridgedOf(row)
  const isNothingHere = [settlement, ...more.map((one) => one.row.balance ?? 0n)].every(
    (here) => here === 0n,
  )
  return {
    text: content.onEthereum(
      content.list([
        <Amount key={bridged.l1} value={amount} token={bridged} />,
        ...amountsOf(more),
      ]),
      isNothingHere
        ? content.none
        : more.length > 0
          ? content.almostNone
          : content.only(<Amount value={settlement} token={{ ...token, symbol: '' }} />),
      chainName,
      standing(facts).noEthThere,
      choiceOf(hint),
    ),
    action: { ...bridgeAction(row, amount), also: linksOf(more) },
  }
}

function amountsOf(more: DueHint['more']) {
  return more.map(({ row, amount }) => {
    const { bridged } = bridgedOf(row)
    return <Amount key={bridged.l1} value={amount} token={bridged} />
  })
}

function linksOf(more: DueHint['more']): readonly HintLink[] {
  return more.map(({ row, amount }) => bridgeAction(row, amount))
}

/** Both the settlement token and the ETH that is lacking are on Ethereum. */
export function bothOnEthereum(hint: DueHint, chainName: string): HintText {
  const { facts, row, more } = hint
  const { ethWei = 0n, settlement = 0n, ethereumEthWei = 0n } = facts
  const { ethereumSettlement: amount = 0n } = facts
  return {
    text: content.bothOnEthereum(
      content.list([
        <Amount key="token" value={amount} token={bridgedOf(row).bridged} />,
        ...amountsOf(more),
        <Amount key="eth" value={ethereumEthWei} token={ETH} />,
      ]),
      more.length + 2,
      chainName,
      [ethWei, settlement, ...more.map((one) => one.row.balance ?? 0n)].every((at) => at === 0n),
      choiceOf(hint),
    ),
    action: {
      ...bridgeAction(row, amount),
      also: [...linksOf(more), bridgeEth(ethereumEthWei)],
    },
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
export function noMoney(hint: DueHint, chainName: string): HintText {
  const { facts, row } = hint
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
      choiceOf(hint),
    ),
    action: bridgeAction(row, undefined),
  }
}

function bridgedOf(row: TokenRow | undefined) {
  if (row?.bridged === undefined) throw new Error('There is no bridged token')
  return { token: row.token, bridged: row.bridged }
}

/** The bridge’s two USDC can’t be told apart by their symbol. */
function choiceOf({ row, more }: DueHint): string {
  const lookAlike = [row, ...more.map((one) => one.row)].find((one) => one?.lookAlike)?.lookAlike
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
