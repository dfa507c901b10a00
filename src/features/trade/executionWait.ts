import { poolStatuses } from '../../analytics/poolStatus'
import type { PoolSnapshot } from '../../protocol/snapshot'
import type { tradeContent } from './content'

/** What an order waits for where its rebalance cannot be told a time. */
export type ExecutionWait = keyof typeof tradeContent.summary.waits

/**
 * What keeps a pool's next rebalance from coming in time; undefined where keepers are expected.
 *
 * @param nowSec The chain's time, Unix seconds
 */
export function executionWait(pool: PoolSnapshot, nowSec: number): ExecutionWait | undefined {
  for (const { kind } of poolStatuses(pool, nowSec))
    if (kind === 'late' || kind === 'noPrice' || kind === 'refused') return kind
  return undefined
}
