import type { LiquidityEntry, SwapEntry } from '../../chain/accountHistory/accountEntry'
import type {
  ExecutedCommits,
  ExecutionRow,
  HistoryRow,
} from '../../chain/accountHistory/historyRow'
import type { TokenFacts } from '../../chain/poolFacts'
import { formatPlain } from '../../format/formatAmount'
import { toCsvText } from '../../format/toCsvText'
import { isBurn, isMint } from '../../protocol/commitType'
import { accountHistoryContent } from './content'
import {
  type ExportFacts,
  type FactsOf,
  hashesOf,
  receivedToken,
  spentToken,
} from './toExportLines'
import { heldToken, tradedAmounts } from './tradedAmounts'

/** Koinly's universal template: https://support.koinly.io/en/articles/9489976 */
const COLUMNS = [
  'Date',
  'Sent Amount',
  'Sent Currency',
  'Received Amount',
  'Received Currency',
  'Fee Amount',
  'Fee Currency',
  'Net Worth Amount',
  'Net Worth Currency',
  'Label',
  'Description',
  'TxHash',
] as const

type KoinlyLine = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>

/**
 * What changed an account's holdings, for Koinly: trades at the time of their execution, swaps, liquidity, transfers of tokens,
 * and rewards. Commits, claims and stakes are none: what is committed is traded when it executes, what is claimed was the
 * account's already, and what is staked stays it.
 *
 * @returns The file, and how many trades are not in it because their amounts are not known
 */
export function toKoinlyCsv(
  rows: readonly HistoryRow[],
  factsOf: FactsOf,
): { readonly text: string; readonly missing: number } {
  let missing = 0
  const lines: KoinlyLine[] = rows.flatMap((row) => {
    const facts = factsOf(row.pool)
    if (facts === undefined) {
      missing++
      return []
    }
    if (row.kind !== 'execution') return movesOf(row, facts)
    const trades = (row.results ?? []).flatMap((result) => tradeOf(row, result, facts))
    missing += Math.max(row.results?.length ?? 1, trades.length) - trades.length
    return trades
  })
  const cells = lines.map((line) => COLUMNS.map((column) => line[column] ?? ''))
  return { text: toCsvText([COLUMNS, ...cells]), missing }
}

/** Sent and received amounts are without the fee, which Koinly takes off as well. */
function tradeOf(row: ExecutionRow, result: ExecutedCommits, facts: ExportFacts): KoinlyLine[] {
  const { commitType, spent, received, burningFee, mintingFee, flipMintingFee, commits } = result
  if (received === undefined) return []
  const money = facts.settlementToken
  const fee = isMint(commitType) ? mintingFee : isBurn(commitType) ? burningFee : 0n
  // A flip's fees come out of what is flipped, and never were the account's settlement tokens.
  const flipFees =
    flipMintingFee === undefined || isMint(commitType) || isBurn(commitType)
      ? ''
      : `; fees ${formatPlain(burningFee + flipMintingFee, money.decimals)} ${money.symbol} taken from the flip`
  return [
    {
      ...common(row),
      ...amount('Sent', spent, spentToken(facts, commitType)),
      ...amount(
        'Received',
        isBurn(commitType) ? received + burningFee : received,
        receivedToken(facts, commitType),
      ),
      ...(fee > 0n ? amount('Fee', fee, money) : {}),
      Description: `${accountHistoryContent.commits[commitType]} in ${facts.name} (${facts.address}), interval ${row.updateIntervalId}, committed in ${hashesOf(commits)}, executed in ${row.transactionHash}${flipFees}`,
    },
  ]
}

function movesOf(row: Exclude<HistoryRow, ExecutionRow>, facts: ExportFacts): KoinlyLine[] {
  switch (row.kind) {
    case 'received':
      return [
        {
          ...common(row),
          ...amount('Received', row.tokens, heldToken(facts, row)),
          Description: `Received from ${row.other}; token of ${facts.address}`,
        },
      ]
    case 'sent':
      return [
        {
          ...common(row),
          ...amount('Sent', row.tokens, heldToken(facts, row)),
          Description: `Sent to ${row.other}; token of ${facts.address}`,
        },
      ]
    case 'reward':
      return [
        {
          ...common(row),
          ...amount('Received', row.amount, facts.settlementToken),
          Label: 'reward',
          Description: `Keeper reward of ${facts.address}`,
        },
      ]
    case 'farmReward':
      return [
        {
          ...common(row),
          ...amount('Received', row.amount, row.token),
          Label: 'reward',
          Description: `Reward of the farm ${row.farm}`,
        },
      ]
    case 'swap':
    case 'join':
    case 'exit':
      return outsideTrade(row, facts)
    default:
      return []
  }
}

/** A swap is a trade; of liquidity, which has several tokens against one, each is a movement of its own. */
function outsideTrade(row: SwapEntry | LiquidityEntry, facts: ExportFacts): KoinlyLine[] {
  const { given, received } = tradedAmounts(row, facts)
  const sent = given.map(({ value, token }) => amount('Sent', value, token))
  const came = received.map(({ value, token }) => amount('Received', value, token))
  if (row.kind === 'swap') {
    const Description = `Swap on Balancer; token of ${facts.address}`
    return [{ ...common(row), ...sent[0], ...came[0], Description }]
  }
  const did = row.kind === 'join' ? 'Liquidity added to' : 'Liquidity removed from'
  const Description = `${did} ${row.lp}; token of ${facts.address}`
  return [...sent, ...came].map((moved) => ({ ...common(row), ...moved, Description }))
}

function common({ timestampSec, transactionHash }: HistoryRow): KoinlyLine {
  return { Date: dateOf(timestampSec), TxHash: transactionHash }
}

/** `2026-01-31 12:34:56 UTC`, as Koinly takes it. */
function dateOf(timestampSec: bigint | undefined): string {
  if (timestampSec === undefined) throw new RangeError('the time of a row is not known')
  const text = new Date(Number(timestampSec) * 1_000).toISOString()
  return `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`
}

function amount(
  name: 'Sent' | 'Received' | 'Fee',
  value: bigint,
  { symbol, decimals }: TokenFacts,
): KoinlyLine {
  return { [`${name} Amount`]: formatPlain(value, decimals), [`${name} Currency`]: symbol }
}
