import type { PoolSnapshot } from '../../../protocol/snapshot'
import { SAMPLE_POOL } from '../../../protocol/testing/samplePool'
import { NO_USER } from '../../../protocol/userBalance'
import { WAD } from '../../../protocol/wad'
import type { ExitHolding } from '../exitOutcome'

const HOUR = 3_600n

/** The average of a stalled pool, and so its last price. */
export const OLD_PRICE_WAD = SAMPLE_POOL.executionPriceWad

/** Its feed 20% above that. */
export const RISEN_PRICE_WAD = (OLD_PRICE_WAD * 12n) / 10n

/** So little that it moves nothing. */
export const SMALL_HOLDING: ExitHolding = {
  user: NO_USER,
  longInWallet: 100n * WAD,
  shortInWallet: 0n,
}

/**
 * A pool as the live 3x ones that no keeper has served: an upkeep an hour, eight hours of front-running interval, an average of
 * eight hourly samples.
 *
 * @param spotPrice Of its feed
 */
export function stalledPool(spotPrice: bigint, intervalsLate = 968n): PoolSnapshot {
  return {
    ...SAMPLE_POOL,
    updateIntervalSec: HOUR,
    frontRunningIntervalSec: 8n * HOUR,
    timestampSec: SAMPLE_POOL.lastPriceTimestampSec + intervalsLate * HOUR,
    oracle: {
      kind: 'sma',
      prices: Array.from({ length: 8 }, () => OLD_PRICE_WAD),
      periodCount: 8n,
      numPeriods: 8n,
      lastUpdateSec: SAMPLE_POOL.lastPriceTimestampSec,
      updateIntervalSec: HOUR,
      scaler: 1n,
      spotPrice,
    },
  }
}
