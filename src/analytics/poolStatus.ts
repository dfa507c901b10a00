import type { PoolSnapshot } from '../protocol/snapshot'
import { upkeepDueSec } from './poolFigures'

/** What a holder has to know before anything else. Times in seconds. */
export type PoolStatus =
  | { readonly kind: 'live' }
  | { readonly kind: 'paused' }
  /** The upkeep is due, and a keeper can be expected any moment. */
  | { readonly kind: 'due' }
  | { readonly kind: 'late'; readonly bySec: number }
  | { readonly kind: 'oneSideEmpty'; readonly emptySide: 'long' | 'short' | 'both' }

/** Keepers get this long after the due time before they are called late. */
const GRACE_SEC = 60

/**
 * The most pressing state of a pool.
 *
 * @param nowSec The chain's time, Unix seconds
 */
export function poolStatus(pool: PoolSnapshot, nowSec: number): PoolStatus {
  if (pool.paused || pool.committerPaused) return { kind: 'paused' }
  const bySec = nowSec - Number(upkeepDueSec(pool))
  if (bySec > GRACE_SEC) return { kind: 'late', bySec }
  if (pool.longBalance === 0n || pool.shortBalance === 0n)
    return { kind: 'oneSideEmpty', emptySide: emptySide(pool) }
  return bySec >= 0 ? { kind: 'due' } : { kind: 'live' }
}

function emptySide({ longBalance, shortBalance }: PoolSnapshot): 'long' | 'short' | 'both' {
  if (longBalance !== 0n) return 'short'
  return shortBalance === 0n ? 'both' : 'long'
}
