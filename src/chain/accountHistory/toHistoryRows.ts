import type { Quad } from '../../protocol/quad'
import { foldExecutions, NO_TOKENS, payoutsOf } from '../commits/foldExecutions'
import {
  type AccountEntry,
  byPlace,
  type CommitEntry,
  type ExecutionEntry,
  type PayoutEntry,
} from './accountEntry'
import type { AccountStanding } from './accountStanding'
import { commitKind } from './commitKind'
import { executedResults } from './executedResults'
import type { ClaimRow, CommitRow, HistoryRow } from './historyRow'

/** What of a pool decides how its entries read. */
export interface RowsContext {
  /** Intervals below it have been executed; by the pool's address in lower case. Undefined for a pool that is not known at the moment. */
  readonly currentIdOf: (pool: string) => bigint | undefined
  /** What a flip whose fee is still open would pay now, wad-scaled; without it such a flip has no estimated result. */
  readonly mintingFeeOf?: (pool: string) => Quad | undefined
  /** How far each pool is known; older entries wait for what lies between. */
  readonly reach: AccountStanding['reach']
}

/** An account's entries as rows, newest first: amounts, fees and prices to the unit where they are known. */
export function toHistoryRows(
  entries: readonly AccountEntry[],
  { currentIdOf, mintingFeeOf, reach }: RowsContext,
): HistoryRow[] {
  const byPool = new Map<string, AccountEntry[]>()
  for (const entry of entries) {
    const pool = entry.pool.toLowerCase()
    const own = byPool.get(pool)
    if (own === undefined) byPool.set(pool, [entry])
    else own.push(entry)
  }
  return [...byPool]
    .flatMap(([pool, own]) => {
      const reached = reach.get(pool)
      if (reached === undefined) return []
      const read = own.filter(({ blockNumber }) => blockNumber >= reached.fromBlock)
      return toPoolRows(read, currentIdOf(pool) ?? 0n, reached.isWhole, mintingFeeOf?.(pool))
    })
    .sort((a, b) => byPlace(b, a))
}

function toPoolRows(
  entries: readonly AccountEntry[],
  currentId: bigint,
  isWhole: boolean,
  currentFee: Quad | undefined,
): HistoryRow[] {
  const commits = ofKind(entries, 'commit')
  const claims = ofKind(entries, 'claim')
  const rewards = ofKind(entries, 'reward')
  const payouts = ofKind(entries, 'payout')
  const executions = ofKind(entries, 'execution')
  const placed = new Map(executions.map((entry) => [entry.updateIntervalId, entry]))
  const commitsOf = new Map<bigint, CommitEntry[]>()
  for (const commit of commits) {
    const { updateIntervalId } = commit
    commitsOf.set(updateIntervalId, [...(commitsOf.get(updateIntervalId) ?? []), commit])
  }
  const executed = new Map(
    executions.flatMap(({ updateIntervalId, executed }) =>
      executed === undefined ? [] : [[updateIntervalId, executed] as const],
    ),
  )
  const tokenPayouts = payouts.flatMap(({ of, amount, ...place }) =>
    of === 'settlement' ? [] : [{ ...place, side: of, tokens: amount }],
  )
  const past = { commits, claims, payouts: tokenPayouts, executions }
  const mintingFees = hasFlip(commits)
    ? foldExecutions(past, executed, isWhole ? NO_TOKENS : undefined).mintingFees
    : NO_FEES
  // Commits come in the order of their intervals: what lies before the first known one can only be of it or an earlier one.
  const oldestId = isWhole ? undefined : commits[0]?.updateIntervalId
  const rewarded = withoutRewards(payouts, rewards)

  const toRow = (
    entry: Exclude<AccountEntry, { readonly kind: 'payout' | 'created' }>,
  ): HistoryRow => {
    switch (entry.kind) {
      case 'commit':
        return toCommitRow(entry, placed.get(entry.updateIntervalId), currentId)
      case 'execution': {
        const { executed: prices, ...place } = entry
        const { updateIntervalId: id } = entry
        const own = commitsOf.get(id) ?? []
        const isAllKnown = own.length > 0 && (oldestId === undefined || id > oldestId)
        const results =
          prices &&
          isAllKnown &&
          executedResults(entry, prices, own, mintingFees.get(id), currentFee)
        return { ...place, prices, results: results || undefined }
      }
      case 'claim':
        return { ...entry, ...paidBy(payoutsOf(entry, claims, rewarded)) }
      default:
        return entry
    }
  }
  return entries.flatMap((entry) =>
    entry.kind === 'payout' || entry.kind === 'created' ? [] : [toRow(entry)],
  )
}

const NO_FEES: ReadonlyMap<bigint, Quad> = new Map()

/** Without one, no minting fee is paid later than with the commit. */
function hasFlip(commits: readonly CommitEntry[]): boolean {
  return commits.some(({ commitType }) => commitKind(commitType) === 'flip')
}

function ofKind<kind extends AccountEntry['kind']>(
  entries: readonly AccountEntry[],
  kind: kind,
): Extract<AccountEntry, { readonly kind: kind }>[] {
  return entries.filter((entry) => entry.kind === kind) as never
}

function toCommitRow(
  entry: CommitEntry,
  execution: ExecutionEntry | undefined,
  currentId: bigint,
): CommitRow {
  const { pool, blockNumber, blockHash, transactionHash, logIndex, timestampSec } = entry
  const { commitType, amount, recorded, updateIntervalId, fromAggregateBalance } = entry
  const place = { pool, blockNumber, blockHash, transactionHash, logIndex, timestampSec }
  return {
    ...place,
    kind: commitKind(commitType),
    commitType,
    amount,
    mintingFee: amount - recorded,
    updateIntervalId,
    isFromEscrow: fromAggregateBalance,
    execution: execution ?? (updateIntervalId < currentId ? 'unplaced' : 'pending'),
  }
}

/** A keeper's reward is paid out like a claim: the payment stands right before `KeeperPaid`. */
function withoutRewards(
  payouts: readonly PayoutEntry[],
  rewards: readonly Extract<AccountEntry, { kind: 'reward' }>[],
): PayoutEntry[] {
  const left = new Set(payouts)
  for (const { transactionHash, logIndex, amount } of rewards) {
    const payment = [...left].findLast(
      (payout) =>
        payout.of === 'settlement' &&
        payout.transactionHash === transactionHash &&
        payout.logIndex < logIndex &&
        payout.amount === amount,
    )
    if (payment !== undefined) left.delete(payment)
  }
  return [...left]
}

/** One payment of each token comes with a claim: a further one of the same transaction is something else's. */
function paidBy(
  payouts: readonly PayoutEntry[],
): Pick<ClaimRow, 'longTokens' | 'shortTokens' | 'settlementTokens'> {
  const amountOf = (of: PayoutEntry['of']) =>
    payouts.find((payout) => payout.of === of)?.amount ?? 0n
  return {
    longTokens: amountOf('long'),
    shortTokens: amountOf('short'),
    settlementTokens: amountOf('settlement'),
  }
}
