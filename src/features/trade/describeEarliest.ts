import type { PoolSnapshot } from '../../protocol/snapshot'
import { tradeContent } from './content'
import { executionWait } from './executionWait'

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
  const isDue = executesAtSec <= nowSec
  const waitsFor = executionWait(pool, nowSec)
  if (waitsFor === 'late') return isDue ? executesWith.late : executesWith.lateOrLater
  if (waitsFor !== undefined) return executesWith[waitsFor]
  return isDue ? executesWith.next : undefined
}
