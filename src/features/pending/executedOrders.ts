import { type Hash, isAddressEqual } from 'viem'
import {
  addSettled,
  NOTHING_SETTLED,
  type Settled,
  settleInOrder,
} from '../../analytics/settlement'
import type { AccountCommit, AccountLog } from '../../chain/commits/accountLog'
import { logKey } from '../../chain/history/poolEvent'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { Flow } from '../../flows/flow'
import type { CommitIntent, CommitLeg, CommitProjection } from '../../flows/kinds/commit'
import { CommitType } from '../../protocol/commitType'
import { POSITIVE_ZERO } from '../../protocol/quad'
import type { ExecutedInterval } from '../../protocol/snapshot'

/** What a person decided at once: the commits of one flow of this browser, or a single commit from elsewhere. */
export interface Order {
  readonly key: string
  readonly pool: PoolAtBlock
  /** In the order in which they were made; never empty. */
  readonly commits: readonly [AccountCommit, ...AccountCommit[]]
  /** What the ticket said, where this browser has it and all of its commits were made. */
  readonly projection: CommitProjection | undefined
}

/** What an executed order came to. */
export interface OrderResult {
  readonly settled: Settled
  /** The executed intervals of its commits, in their order. */
  readonly intervals: readonly ExecutedInterval[]
  /** False for a flip whose minting fee, that of the time of aggregation, no event tells. */
  readonly isExact: boolean
}

/**
 * The account's orders whose commits have all been executed, the newest first.
 *
 * @param flows Of this browser and account
 */
export function executedOrders(
  { commits }: AccountLog,
  pools: readonly PoolAtBlock[],
  flows: readonly Flow[],
): Order[] {
  const legs = sentLegs(flows)
  const groups = new Map<string, AccountCommit[]>()
  const orders = new Map<string, CommitIntent>()
  for (const commit of commits) {
    // One transaction can carry the commits of several flows, also two of the same kind: each leg is matched once.
    const at = legs.findIndex((leg) => isMadeBy(commit, leg))
    const [leg] = at === -1 ? [] : legs.splice(at, 1)
    const key = leg?.flowId ?? logKey(commit)
    if (leg !== undefined) orders.set(key, leg.intent)
    groups.set(key, [...(groups.get(key) ?? []), commit])
  }
  return [...groups]
    .flatMap(([key, [first, ...others]]) => {
      const pool = pools.find(({ facts }) => facts.address === first?.pool)
      if (first === undefined || pool === undefined) return []
      const all = [first, ...others] as const
      if (all.some((commit) => commit.updateIntervalId >= pool.snapshot.updateIntervalId)) return []
      const intent = orders.get(key)
      const isWhole = intent?.legs.length === all.length
      return { key, pool, commits: all, projection: isWhole ? intent.projection : undefined }
    })
    .reverse()
}

/** A leg of an order, in a transaction that has carried it out or may have. */
interface SentLeg extends CommitLeg {
  readonly flowId: string
  readonly intent: CommitIntent
  readonly hashes: readonly Hash[]
}

function sentLegs(flows: readonly Flow[]): SentLeg[] {
  return flows.flatMap(({ id: flowId, intent, steps }) => {
    if (intent.kind !== 'commit') return []
    return steps.flatMap(({ kind, leg: index, hashes }) => {
      if (hashes.length === 0 || (kind !== 'commit' && kind !== 'batch')) return []
      const legs = kind === 'batch' ? intent.legs : intent.legs.slice(index, (index ?? 0) + 1)
      return legs.map((leg) => ({ ...leg, flowId, intent, hashes }))
    })
  })
}

function isMadeBy(commit: AccountCommit, leg: SentLeg): boolean {
  return (
    leg.hashes.some((hash) => hash === commit.transactionHash) &&
    isAddressEqual(leg.intent.pool, commit.pool) &&
    leg.commitType === commit.commitType &&
    leg.amount === commit.amount
  )
}

/**
 * What an executed order added to the escrow: each commit's part beyond those before it in its interval.
 *
 * @param executed The intervals of the pool that have been read
 * @returns Undefined while an interval of it has not been read
 */
export function orderResult(
  { pool: { facts, snapshot }, commits }: Order,
  log: AccountLog,
  executed: ReadonlyMap<bigint, ExecutedInterval>,
): OrderResult | undefined {
  let settled = NOTHING_SETTLED
  let isExact = true
  const intervals: ExecutedInterval[] = []
  for (const commit of commits) {
    const interval = executed.get(commit.updateIntervalId)
    if (interval === undefined) return undefined
    const all = log.commits.filter(
      ({ pool, updateIntervalId }) =>
        pool === facts.address && updateIntervalId === commit.updateIntervalId,
    )
    const part = settleInOrder(all, { ...interval, mintingFeeRate: snapshot.mintingFee })[
      all.indexOf(commit)
    ]
    if (part === undefined) return undefined
    settled = addSettled(settled, part)
    intervals.push(interval)
    if (isFlip(commit.commitType) && snapshot.changeInterval !== POSITIVE_ZERO) isExact = false
  }
  return { settled, intervals, isExact }
}

function isFlip(type: CommitType): boolean {
  return type === CommitType.LongBurnShortMint || type === CommitType.ShortBurnLongMint
}
