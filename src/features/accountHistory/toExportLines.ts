import { quadToWad } from '../../analytics/poolFigures'
import type { LiquidityEntry, SwapEntry } from '../../chain/accountHistory/accountEntry'
import type { ExecutedCommits, HistoryRow } from '../../chain/accountHistory/historyRow'
import type { PoolFacts, TokenFacts } from '../../chain/poolFacts'
import { formatPlain } from '../../format/formatAmount'
import { toCsvText } from '../../format/toCsvText'
import { CommitType, isBurn, isMint } from '../../protocol/commitType'
import type { Quad } from '../../protocol/quad'
import { WAD_DECIMALS } from '../../protocol/wad'
import { heldToken, tradedAmounts } from './tradedAmounts'

/** Of the CSV and the JSON, in this order. Amounts are decimal numbers in whole tokens, every digit of them; prices are cut at 18 decimals. */
const COLUMNS = [
  'time_utc',
  'kind',
  'action',
  'market',
  'market_address',
  'interval',
  'amount',
  'token',
  'token_address',
  'result_amount',
  'result_token',
  'result_token_address',
  'minting_fee',
  'burning_fee',
  'fee_token',
  'long_price',
  'short_price',
  'from_escrow',
  'status',
  'counterparty',
  'block',
  'log_index',
  'transaction',
  'other_transactions',
] as const

type Column = (typeof COLUMNS)[number]
export type ExportLine = Readonly<Partial<Record<Column, string>>>

/** What of a pool an export needs. */
export type ExportFacts = Pick<
  PoolFacts,
  'address' | 'name' | 'settlementToken' | 'longToken' | 'shortToken'
>

/** @returns Undefined for a pool that is not known at the moment: its rows are left out, and the file says that it is partial */
export type FactsOf = (pool: string) => ExportFacts | undefined

/** What each type of commit is called in files, for programs. */
export const ACTIONS: Record<CommitType, string> = {
  [CommitType.LongMint]: 'mint_long',
  [CommitType.ShortMint]: 'mint_short',
  [CommitType.LongBurn]: 'burn_long',
  [CommitType.ShortBurn]: 'burn_short',
  [CommitType.LongBurnShortMint]: 'flip_long_to_short',
  [CommitType.ShortBurnLongMint]: 'flip_short_to_long',
}

/** Rows as lines of a file: one for each row, and one for each type of commit or token where a row has several. */
export function toExportLines(rows: readonly HistoryRow[], factsOf: FactsOf): ExportLine[] {
  return rows.flatMap((row) => {
    const facts = factsOf(row.pool)
    return facts === undefined ? [] : linesOf(row, facts)
  })
}

/** Those lines as CSV. */
export function toHistoryCsv(lines: readonly ExportLine[]): string {
  return toCsvText([COLUMNS, ...lines.map((line) => COLUMNS.map((column) => line[column] ?? ''))])
}

/** A block's time in ISO 8601; empty while it is not known. */
export function timeText(timestampSec: bigint | undefined): string {
  return timestampSec === undefined ? '' : new Date(Number(timestampSec) * 1_000).toISOString()
}

function linesOf(row: HistoryRow, facts: ExportFacts): ExportLine[] {
  const place: ExportLine = {
    time_utc: timeText(row.timestampSec),
    market: facts.name,
    market_address: facts.address,
    block: row.blockNumber.toString(),
    log_index: row.logIndex.toString(),
    transaction: row.transactionHash,
  }
  const { settlementToken: money } = facts
  switch (row.kind) {
    case 'mint':
    case 'burn':
    case 'flip':
      return [
        {
          ...place,
          kind: 'commit',
          action: ACTIONS[row.commitType],
          interval: row.updateIntervalId.toString(),
          ...amountIn('', row.amount, spentToken(facts, row.commitType)),
          ...(row.kind === 'mint' ? feesIn(money, { minting_fee: row.mintingFee }) : {}),
          from_escrow: String(row.isFromEscrow),
          status: typeof row.execution === 'string' ? row.execution : 'executed',
          other_transactions:
            typeof row.execution === 'string' ? '' : row.execution.transactionHash,
        },
      ]
    case 'execution': {
      const execution: ExportLine = {
        ...place,
        kind: 'execution',
        interval: row.updateIntervalId.toString(),
        ...(row.prices && {
          long_price: priceText(row.prices.longPrice),
          short_price: priceText(row.prices.shortPrice),
        }),
      }
      if (row.results === undefined) return [{ ...execution, status: 'unknown' }]
      return row.results.map((result) => ({ ...execution, ...resultLine(result, facts) }))
    }
    case 'claim': {
      const paid = [
        [row.longTokens, facts.longToken],
        [row.shortTokens, facts.shortToken],
        [row.settlementTokens, money],
      ] as const
      const lines = paid
        .filter(([value]) => value > 0n)
        .map(([value, token]) => ({ ...place, kind: 'claim', ...amountIn('', value, token) }))
      return lines.length > 0 ? lines : [{ ...place, kind: 'claim' }]
    }
    case 'received':
    case 'sent':
      return [
        {
          ...place,
          kind: 'transfer',
          action: row.kind,
          ...amountIn('', row.tokens, heldToken(facts, row)),
          counterparty: row.other,
        },
      ]
    case 'stake':
    case 'unstake':
      return [
        {
          ...place,
          kind: row.kind,
          ...amountIn('', row.tokens, heldToken(facts, row)),
          counterparty: row.farm,
        },
      ]
    case 'farmReward':
      return [
        {
          ...place,
          kind: 'farm_reward',
          ...amountIn('', row.amount, row.token),
          counterparty: row.farm,
        },
      ]
    case 'swap':
    case 'join':
    case 'exit':
      return tradeLines(row, facts).map((line) => ({ ...place, ...line }))
    case 'reward':
      return [{ ...place, kind: 'keeper_reward', ...amountIn('', row.amount, money) }]
  }
}

/** One line for each token where there are several; what stands against all of them is in the first. */
function tradeLines(row: SwapEntry | LiquidityEntry, facts: ExportFacts): ExportLine[] {
  const { given, received } = tradedAmounts(row, facts)
  const kind = { swap: 'swap', join: 'liquidity_added', exit: 'liquidity_removed' }[row.kind]
  const counterparty = row.kind === 'swap' ? {} : { counterparty: row.lp }
  const count = Math.max(given.length, received.length)
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [given[index], received[index]]
    return {
      kind,
      ...(from && amountIn('', from.value, from.token)),
      ...(to && amountIn('result_', to.value, to.token)),
      ...(row.prices && {
        interval: row.prices.updateIntervalId.toString(),
        long_price: priceText(row.prices.longPrice),
        short_price: priceText(row.prices.shortPrice),
      }),
      ...counterparty,
    }
  })
}

/** The minting fee of a mint is in the line of its commit. */
function resultLine(result: ExecutedCommits, facts: ExportFacts): ExportLine {
  const { commitType, spent, received, burningFee, flipMintingFee, commits } = result
  const isFlip = !isMint(commitType) && !isBurn(commitType)
  const fees = {
    ...(isMint(commitType) ? {} : { burning_fee: burningFee }),
    ...(isFlip && flipMintingFee !== undefined ? { minting_fee: flipMintingFee } : {}),
  }
  return {
    action: ACTIONS[commitType],
    ...amountIn('', spent, spentToken(facts, commitType)),
    ...(received === undefined
      ? { status: 'fee_open_until_claimed' }
      : { ...amountIn('result_', received, receivedToken(facts, commitType)), status: 'executed' }),
    ...feesIn(facts.settlementToken, fees),
    other_transactions: hashesOf(commits),
  }
}

export function hashesOf(commits: ExecutedCommits['commits']): string {
  return [...new Set(commits.map(({ transactionHash }) => transactionHash))].join(' ')
}

/** The token of a commit's amount. */
export function spentToken(facts: ExportFacts, commitType: CommitType): TokenFacts {
  if (isMint(commitType)) return facts.settlementToken
  return commitType === CommitType.LongBurn || commitType === CommitType.LongBurnShortMint
    ? facts.longToken
    : facts.shortToken
}

/** The token that a commit turns into. */
export function receivedToken(facts: ExportFacts, commitType: CommitType): TokenFacts {
  if (isBurn(commitType)) return facts.settlementToken
  return commitType === CommitType.LongMint || commitType === CommitType.ShortBurnLongMint
    ? facts.longToken
    : facts.shortToken
}

/** Settlement per token, cut at 18 decimals: a quad has more than a hundred, which no program reads. */
function priceText(price: Quad): string {
  return formatPlain(quadToWad(price), WAD_DECIMALS)
}

function amountIn<prefix extends '' | 'result_'>(
  prefix: prefix,
  value: bigint,
  { symbol, address, decimals }: TokenFacts,
): ExportLine {
  return {
    [`${prefix}amount`]: formatPlain(value, decimals),
    [`${prefix}token`]: symbol,
    [`${prefix}token_address`]: address,
  }
}

function feesIn(
  { symbol, decimals }: TokenFacts,
  fees: Partial<Record<'minting_fee' | 'burning_fee', bigint>>,
): ExportLine {
  const texts = Object.entries(fees).map(([name, value]) => [name, formatPlain(value, decimals)])
  return texts.length === 0 ? {} : { ...Object.fromEntries(texts), fee_token: symbol }
}
