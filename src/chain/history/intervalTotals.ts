import { MAX_ITERATIONS } from '../../protocol/bounds'
import { AMOUNT_OF, isMint } from '../../protocol/commitType'
import { mintingOrBurningFee } from '../../protocol/poolSwapLibrary'
import type { CommitmentAmounts } from '../../protocol/snapshot'
import { NO_AMOUNTS } from '../../protocol/userBalance'
import type { CommitEvent, PoolEvent } from './poolEvent'

/** What was committed to each interval. */
export interface IntervalTotals {
  /** @returns Undefined when commits to it may lie before the events that are known */
  totalsOf(updateIntervalId: bigint): CommitmentAmounts | undefined
  /** The first interval all of whose commits are known; undefined where that cannot be told. */
  readonly firstWholeId: bigint | undefined
  readonly amounts: ReadonlyMap<bigint, CommitmentAmounts>
}

/** The constants that decide how far ahead a commit can go, seconds. */
export interface PoolIntervals {
  readonly updateIntervalSec: bigint
  readonly frontRunningIntervalSec: bigint
}

/**
 * Adds up the commits of each interval as the committer does: mints after the minting fee, which went to the side
 * at once.
 *
 * @param events Of one pool, in chain order, without a gap
 * @param isFromStart Whether nothing of the pool lies before them
 * @param earlier What events before these came to
 */
export function sumCommits(
  events: readonly PoolEvent[],
  intervals: PoolIntervals,
  isFromStart: boolean,
  earlier?: Pick<IntervalTotals, 'amounts' | 'firstWholeId'>,
): IntervalTotals {
  const totals = new Map(earlier?.amounts)
  for (const event of events) {
    if (event.kind !== 'commit') continue
    const before = totals.get(event.updateIntervalId) ?? NO_AMOUNTS
    const field = AMOUNT_OF[event.commitType]
    totals.set(event.updateIntervalId, {
      ...before,
      [field]: before[field] + recordedAmount(event),
    })
  }
  const firstWholeId =
    earlier?.firstWholeId ?? (isFromStart ? 0n : findFirstWholeId(events, intervals))
  return {
    firstWholeId,
    amounts: totals,
    totalsOf: (id) =>
      firstWholeId === undefined || id < firstWholeId ? undefined : (totals.get(id) ?? NO_AMOUNTS),
  }
}

/** What a commit adds to its interval, settlement or pool token units. @see PoolCommitter.applyCommitment */
export function recordedAmount({
  amount,
  commitType,
  mintingFee,
}: Pick<CommitEvent, 'amount' | 'commitType' | 'mintingFee'>): bigint {
  return isMint(commitType) ? amount - mintingOrBurningFee(mintingFee, amount) : amount
}

/**
 * The first interval that no commit before the events can have gone to.
 *
 * With a front-running interval of at most the update interval, a commit goes to the current interval or the next.
 * With a longer one it goes `floor((now + FRI − last) / UI)` further. Right after an upkeep that left none due, that
 * is floor(FRI / UI) ahead of the current one; no commit before that upkeep went further than one more, because
 * floor(a + b) ≤ floor(a) + floor(b) + 1.
 */
function findFirstWholeId(
  events: readonly PoolEvent[],
  { updateIntervalSec, frontRunningIntervalSec }: PoolIntervals,
): bigint | undefined {
  let ids: bigint[] = []
  for (const event of events) {
    if (event.kind === 'executed') ids.push(event.updateIntervalId)
    if (event.kind !== 'upkeep') continue
    const last = ids.at(-1)
    // After 15 intervals more may be due, and the time of the last price is then another.
    if (last !== undefined && ids.length < MAX_ITERATIONS) {
      const current = last + 1n
      if (frontRunningIntervalSec <= updateIntervalSec) return current + 1n
      return current + frontRunningIntervalSec / updateIntervalSec + 2n
    }
    ids = []
  }
  return undefined
}
