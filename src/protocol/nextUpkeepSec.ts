import type { PoolSnapshot } from './snapshot'

/** When the next upkeep can be, Unix seconds: now, if it is due. */
export function nextUpkeepSec(
  pool: Pick<PoolSnapshot, 'lastPriceTimestampSec' | 'updateIntervalSec' | 'timestampSec'>,
): bigint {
  const dueSec = pool.lastPriceTimestampSec + pool.updateIntervalSec
  const isDue = dueSec <= pool.timestampSec
  return isDue ? pool.timestampSec : dueSec
}
