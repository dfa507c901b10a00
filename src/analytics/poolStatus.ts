import type { PoolSnapshot } from '../protocol/snapshot'
import { type Side, upkeepDueSec } from './poolFigures'
import { revertingSide } from './revertingSide'

/** What a holder has to know before anything else. Times in seconds. */
export type PoolStatus =
  | { readonly kind: 'live' }
  /** The pool itself: nothing works. */
  | { readonly kind: 'paused' }
  /** Its committer alone: no claims, while commits and upkeeps go on. */
  | { readonly kind: 'committerPaused' }
  /** Its factory has been replaced. */
  | { readonly kind: 'deprecated' }
  /** The upkeep is due, and a keeper can be expected any moment. */
  | { readonly kind: 'due' }
  /** The price oracle does not answer: no upkeep goes through until it does. */
  | { readonly kind: 'noPrice' }
  /** A side has tokens and no money: no upkeep goes through until the index has moved its way. */
  | { readonly kind: 'refused'; readonly side: Side }
  | { readonly kind: 'late'; readonly bySec: number }
  /** The price feed has not been written, or an SMA not been polled, for longer than it should. */
  | { readonly kind: 'oracleStale'; readonly what: 'feed' | 'sma'; readonly forSec: number }
  | { readonly kind: 'oneSideEmpty'; readonly emptySide: Side | 'both' }

/** Keepers get this long after the due time before they are called late. */
const GRACE_SEC = 60
/** Chainlink writes a feed on Arbitrum at least once a day, its heartbeat; an hour more is allowed. */
export const FEED_HEARTBEAT_SEC = 25 * 3_600

/** Whether the clock alone makes it so: no one can tell that of a pool that is read no more. */
export function isToldByClock({ kind }: { readonly kind: string }): boolean {
  return kind === 'live' || kind === 'due' || kind === 'late' || kind === 'oracleStale'
}

/**
 * All that holds of a pool, the most pressing first; never empty.
 *
 * @param nowSec The chain's time, Unix seconds
 * @param feedUpdatedAtSec When the feed behind the oracle was last written; undefined where it does not say
 * @param deprecated Whether the pool is of a factory that has been replaced
 */
export function poolStatuses(
  pool: PoolSnapshot,
  nowSec: number,
  feedUpdatedAtSec?: bigint,
  deprecated = false,
): readonly [PoolStatus, ...PoolStatus[]] {
  const [first, ...rest] = troubles(pool, nowSec, feedUpdatedAtSec, deprecated)
  if (first !== undefined) return [first, ...rest]
  return [{ kind: nowSec >= Number(upkeepDueSec(pool)) ? 'due' : 'live' }]
}

/**
 * The most pressing one for what is queued. A paused committer is left out: what it holds executes anyway.
 */
export function poolStatus(
  pool: PoolSnapshot,
  ...at: [nowSec: number, feedUpdatedAtSec?: bigint, deprecated?: boolean]
): PoolStatus {
  return poolStatuses({ ...pool, committerPaused: false }, ...at)[0]
}

function troubles(
  pool: PoolSnapshot,
  nowSec: number,
  feedUpdatedAtSec: bigint | undefined,
  deprecated: boolean,
): PoolStatus[] {
  const found: (PoolStatus | undefined)[] = [
    pool.paused ? { kind: 'paused' } : undefined,
    deprecated ? { kind: 'deprecated' } : undefined,
    pool.committerPaused && !pool.paused ? { kind: 'committerPaused' } : undefined,
    upkeepTrouble(pool, nowSec),
    oracleStaleness(pool, nowSec, feedUpdatedAtSec),
    pool.longBalance === 0n || pool.shortBalance === 0n
      ? { kind: 'oneSideEmpty', emptySide: emptySide(pool) }
      : undefined,
  ]
  return found.filter((status) => status !== undefined)
}

/** Why no upkeep comes, or that none has come. Of a paused pool none is expected. */
function upkeepTrouble(pool: PoolSnapshot, nowSec: number): PoolStatus | undefined {
  if (pool.paused) return undefined
  if (pool.oracle.kind === 'unavailable') return { kind: 'noPrice' }
  const side = revertingSide(pool, BigInt(nowSec))
  if (side !== undefined) return { kind: 'refused', side }
  const bySec = nowSec - Number(upkeepDueSec(pool))
  return bySec > GRACE_SEC ? { kind: 'late', bySec } : undefined
}

function oracleStaleness(
  { oracle, updateIntervalSec }: PoolSnapshot,
  nowSec: number,
  feedUpdatedAtSec: bigint | undefined,
): PoolStatus | undefined {
  if (feedUpdatedAtSec !== undefined && feedUpdatedAtSec > 0n) {
    const forSec = nowSec - Number(feedUpdatedAtSec)
    if (forSec > FEED_HEARTBEAT_SEC) return { kind: 'oracleStale', what: 'feed', forSec }
  }
  if (oracle.kind !== 'sma' || oracle.periodCount === 0n) return undefined
  // It is polled by upkeeps only: a sample can be as late as its own interval and the pool's together.
  const forSec = nowSec - Number(oracle.lastUpdateSec)
  const allowedSec = Number(oracle.updateIntervalSec + updateIntervalSec) + GRACE_SEC
  return forSec > allowedSec ? { kind: 'oracleStale', what: 'sma', forSec } : undefined
}

function emptySide({ longBalance, shortBalance }: PoolSnapshot): Side | 'both' {
  if (longBalance !== 0n) return 'short'
  return shortBalance === 0n ? 'both' : 'long'
}
