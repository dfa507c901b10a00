import { executionTime } from '../../analytics/executionTime'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { tradeContent } from './content'

const { executesWith } = tradeContent.summary

/**
 * What takes the place of an earliest execution's clock time where that is past, or depends on a rebalance that no one can time;
 * undefined where the clock time holds.
 *
 * @param nowSec The chain's time, Unix seconds
 */
export function describeEarliest(
  pool: PoolSnapshot,
  executesAtSec: number,
  nowSec: number,
): string | undefined {
  const time = executionTime(pool, executesAtSec, nowSec)
  if (time.kind === 'at') return undefined
  return time.kind === 'late' && !time.isDue ? executesWith.lateOrLater : executesWith[time.kind]
}
