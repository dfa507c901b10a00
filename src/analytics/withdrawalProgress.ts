/** Blocks of Ethereum that a withdrawal can be challenged in, 12 s each. */
const CHALLENGE_PERIOD_SEC = 45_818 * 12
/** About how long it takes until someone confirms what can no longer be challenged. */
const CONFIRMATION_SEC = 3_600

/** About how long a withdrawal takes until it can be claimed. */
export const WITHDRAWAL_SEC = CHALLENGE_PERIOD_SEC + CONFIRMATION_SEC

/** What Ethereum says about one withdrawal. */
export interface OutboxWord {
  readonly isClaimed: boolean
  /** Undefined where that could not be found out. */
  readonly isConfirmed: boolean | undefined
}

/** How far a withdrawal has come. */
export interface WithdrawalProgress {
  readonly state: 'waiting' | 'ready' | 'claimed'
  /** Whether `state` comes from the clock alone, since Ethereum has not been asked or does not say. */
  readonly isEstimate: boolean
  /** Part of the waiting time that is over, 0 to 1. An estimate while waiting. */
  readonly progress: number
  /** An estimate; 0 when it is over, also while the confirmation has not come. */
  readonly leftSec: number
}

/**
 * How far a withdrawal has come: by Ethereum's word where there is one, else by the time that it takes.
 *
 * @param startedAtSec Unix seconds
 * @param nowSec The chain's time, Unix seconds
 */
export function withdrawalProgress(
  startedAtSec: number,
  nowSec: number,
  word: OutboxWord | undefined,
): WithdrawalProgress {
  const leftSec = Math.max(0, startedAtSec + WITHDRAWAL_SEC - nowSec)
  const progress = Math.min(1, Math.max(0, 1 - leftSec / WITHDRAWAL_SEC))
  if (word?.isClaimed) return { state: 'claimed', isEstimate: false, progress: 1, leftSec: 0 }
  if (word?.isConfirmed === undefined)
    return { state: leftSec === 0 ? 'ready' : 'waiting', isEstimate: true, progress, leftSec }
  if (word.isConfirmed) return { state: 'ready', isEstimate: false, progress: 1, leftSec: 0 }
  return { state: 'waiting', isEstimate: false, progress, leftSec }
}
