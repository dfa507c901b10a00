import { useSyncExternalStore } from 'react'
import type { Snapshot } from '../chain/snapshot'
import { clockMs, subscribeToSecond } from '../clock'

/** `Date.now()`, once a second, the same for all who use it. */
export function useNowMs(): number {
  return useSyncExternalStore(subscribeToSecond, clockMs)
}

/**
 * The chain's time now, Unix seconds: the snapshot's block time and the seconds that have passed since that block was first
 * seen, also while no further one comes. The visitor's own clock may be wrong; only its pace is trusted.
 */
export function useChainNowSec(snapshot: Snapshot | undefined): number | undefined {
  const now = useNowMs()
  return snapshot && chainNowSec(snapshot, now)
}

/**
 * What is said of the chain's time now. Drawn again only when that has become something else, not each second.
 *
 * @param say Called each second; its texts are compared
 */
export function useTimeDependentText(
  snapshot: Snapshot | undefined,
  say: (nowSec: number) => string | undefined,
): string | undefined {
  return useSyncExternalStore(
    subscribeToSecond,
    () => snapshot && say(chainNowSec(snapshot, clockMs())),
  )
}

function chainNowSec({ block, blockSeenAtMs }: Snapshot, now: number): number {
  const passedMs = Math.max(0, now - blockSeenAtMs)
  return Number(block.timestampSec) + Math.floor(passedMs / 1_000)
}
