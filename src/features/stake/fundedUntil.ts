import { isRunning } from '../../analytics/staking/rewardRates'
import type { Farm } from '../../chain/staking/farm'

/**
 * Until when a farm can pay at its current rate with what it holds, where that is before its rewards end. At the latest: what
 * stakers have earned and not claimed has to come out of it too, and no contract says how much that is.
 *
 * @param nowSec The chain's time, Unix seconds
 * @returns Unix seconds; undefined where it holds enough, or pays nothing
 */
export function fundedUntilSec(
  { state, rewardBalance }: Pick<Farm, 'state' | 'rewardBalance'>,
  nowSec: bigint,
): bigint | undefined {
  if (!isRunning(state, nowSec)) return undefined
  const until = nowSec + rewardBalance / state.rewardRate
  return until < state.periodFinishSec ? until : undefined
}
