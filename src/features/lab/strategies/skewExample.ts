import { yearlyFeeWad } from '../../../analytics/secondaryFees'
import { formatPlain } from '../../../format/formatAmount'
import { formatInterval } from '../../../format/formatTime'
import { toUInt } from '../../../protocol/quad'
import { WAD_DECIMALS } from '../../../protocol/wad'
import { DEFAULT_LAB, type LabForm, MADE_UP } from '../form/labForm'
import { type LabPool, PERCENT_DECIMALS, poolLeverageOf } from '../form/parsePool'
import type { StrategyTerms } from './parseStrategy'
import type { Strategy } from './strategy'

/** Uneven enough to show what skew does. */
const EXAMPLE = { long: '1500000', short: '1000000' } as const
/** Larger side ÷ smaller side: below it skew brings next to nothing. */
const LITTLE_SKEW = 1.05

/** In an even pool there is nothing to show of these. */
function needsSkew(strategy: Strategy): boolean {
  return strategy === 'farm' || strategy === 'farmHedged' || strategy === 'straddle'
}

/** A strategy as it is chosen: one that needs skew finds uneven sides in a custom pool whose sides no one has changed. */
export function chooseStrategy(strategy: Strategy, form: LabForm): Partial<LabForm> {
  const isUnchanged =
    form.pool === MADE_UP && form.long === DEFAULT_LAB.long && form.short === DEFAULT_LAB.short
  return needsSkew(strategy) && isUnchanged ? { strategy, ...EXAMPLE } : { strategy }
}

/** Whether the pool has too little skew to show what the strategy is about. */
export function hasLittleSkew(strategy: Strategy, { pool }: StrategyTerms): boolean {
  const skew = pool.longBalance / pool.shortBalance
  return needsSkew(strategy) && Math.max(skew, 1 / skew) < LITTLE_SKEW
}

/** A custom pool with uneven sides, and with a listed pool's settings. */
export function uneven(form: LabForm, pool: LabPool): Partial<LabForm> {
  return form.pool === MADE_UP ? EXAMPLE : { ...settingsOf(pool), ...EXAMPLE, pool: MADE_UP }
}

function settingsOf(pool: LabPool): Partial<LabForm> {
  const { snapshot, priceWad } = pool
  const { oracle, updateIntervalSec } = snapshot
  const feePercent = formatPlain(yearlyFeeWad(snapshot), PERCENT_DECIMALS)
  return {
    leverage: String(poolLeverageOf(pool)),
    sma: oracle.kind === 'sma' ? String(oracle.numPeriods) : '0',
    interval: formatInterval(updateIntervalSec),
    // A rate per interval is cut; per year its last digits say nothing.
    fee: String(Number(Number(feePercent).toFixed(6))),
    mint: formatPlain(toUInt(snapshot.mintingFee), PERCENT_DECIMALS),
    burn: formatPlain(toUInt(snapshot.burningFee), PERCENT_DECIMALS),
    price: formatPlain(priceWad, WAD_DECIMALS),
  }
}
