import { toUInt } from '../../../protocol/quad'
import type { PoolSnapshot } from '../../../protocol/snapshot'
import type { Estimate } from '../estimate'
import { startDailyLeverage } from './dailyLeverage'
import { type PerpetualState, startPerpetual } from './perpetual'
import { powerLeverageUpkeep, type SideBalances } from './powerLeverage'
import type { ReplayStep } from './replay'

/** The stated inputs of the perpetual. */
export interface ComparisonInput {
  /** Of margin, and so the perpetual's leverage; the pool's where it is left out. */
  readonly perpetualLeverage?: number
  readonly maintenanceMargin: number
  /** Paid by longs to shorts every eight hours, as a part of the notional value. */
  readonly funding: number
}

/** Other ways to hold the same view at one upkeep; all as multiples of what they were worth at the start. */
export interface ComparisonPoint {
  readonly holdIndex: Estimate
  readonly dailyLong: Estimate
  readonly dailyShort: Estimate
  readonly perpetualLong: PerpetualState
  readonly perpetualShort: PerpetualState
  /** V1's sides on the same prices, exact in settlement units: no one moves, and no keeper is paid. */
  readonly powerLeverage: SideBalances
  readonly powerLong: Estimate
  readonly powerShort: Estimate
}

/**
 * What stands beside a replay on the same path.
 *
 * @param start The pool that the replay starts from, as `replayStart` gives it
 * @param startPriceWad Index price at the start
 * @returns Takes the steps in their order
 */
export function compareReplay(
  start: PoolSnapshot,
  startPriceWad: bigint,
  input: ComparisonInput,
): (step: ReplayStep) => ComparisonPoint {
  const leverage = Number(toUInt(start.leverageAmount))
  const startPrice = Number(startPriceWad)
  const startSec = Number(start.timestampSec)
  const dailyLong = startDailyLeverage(leverage)
  const dailyShort = startDailyLeverage(-leverage)
  const perpetual = (direction: 1 | -1) =>
    startPerpetual({
      direction,
      leverage: input.perpetualLeverage ?? leverage,
      maintenanceMargin: input.maintenanceMargin,
      funding: input.funding,
    })
  const perpetualLong = perpetual(1)
  const perpetualShort = perpetual(-1)
  let power: SideBalances = { longBalance: start.longBalance, shortBalance: start.shortBalance }
  let oldPrice = start.executionPriceWad
  return (step) => {
    const price = Number(step.indexPriceWad) / startPrice
    const elapsedSec = Number(step.timestampSec) - startSec
    if (step.status === 'done') {
      power = powerLeverageUpkeep(power, start, oldPrice, step.executionPriceWad)
      oldPrice = step.executionPriceWad
    }
    return {
      holdIndex: price,
      dailyLong: dailyLong(price, elapsedSec),
      dailyShort: dailyShort(price, elapsedSec),
      perpetualLong: perpetualLong(price, elapsedSec),
      perpetualShort: perpetualShort(price, elapsedSec),
      powerLeverage: power,
      powerLong: Number(power.longBalance) / Number(start.longBalance),
      powerShort: Number(power.shortBalance) / Number(start.shortBalance),
    }
  }
}
