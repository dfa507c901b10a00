import { closedPerUpkeep, type FlowsModel } from '../flowsModel'
import type { SimulatedPool } from './simulatedPool'

/** What is kept of a path at each of its fan times; one row of `PathRecord` each. */
export const RECORDED = ['index', 'long', 'short', 'hedged'] as const
export const [INDEX, LONG, SHORT, HEDGED] = [0, 1, 2, 3] as const

/** A token of one side held against the opposite exposure to the index elsewhere. */
export interface Hedge {
  /** The side that is held in the pool. */
  readonly side: 'long' | 'short'
  /** What holding the hedge costs, as a part of its notional value per year. */
  readonly annualCarry: number
  /** Upkeeps from one adjustment of the hedge to the next. */
  readonly adjustEvery: number
}

/** Everything but the prices that a path depends on. */
export interface PathTerms {
  readonly pool: SimulatedPool
  readonly flows: FlowsModel
  readonly hedge: Hedge
}

/** Figures at one time: token values as multiples of their value at the start. */
export type Record4 = Float64Array

/** Called at each time that is to be kept, with figures that change afterwards. */
export type KeepRecord = (timeIndex: number, record: Record4) => void

const SECONDS_PER_YEAR = 31_556_952

/**
 * Prepares the double-precision pool: what the contracts do in each upkeep, without cutting to whole units. It is tested
 * against the exact engine. Nothing is allocated while a path runs.
 *
 * `Math.tanh` and `Math.exp` may differ in the last bit between JavaScript engines.
 *
 * @param keepAt Upkeeps after which figures are kept, ascending; 0 is the start
 * @returns Runs one path of log returns, one for each upkeep
 */
export function preparePath(
  terms: PathTerms,
  keepAt: Int32Array,
  keep: KeepRecord,
): (returns: Float64Array) => void {
  const { pool, hedge } = terms
  const { leverage, fee, keeperReward, smaPeriods, upkeepsPerSample } = pool
  const halfClosed = 0.5 * closedPerUpkeep(terms.flows, pool.updateIntervalSec)
  const { burningFee } = pool
  // A flip pays the minting fee of what the burning fee leaves.
  const mintingFee = pool.mintingFee * (1 - burningFee)
  const keptByFees = 1 - burningFee - mintingFee
  const ring = new Float64Array(Math.max(1, smaPeriods))
  const record = new Float64Array(RECORDED.length)
  const isLongHeld = hedge.side === 'long'
  const carry = (hedge.annualCarry * pool.updateIntervalSec) / SECONDS_PER_YEAR

  return (returns) => {
    let long = pool.longBalance
    let short = pool.shortBalance
    let longValue = 1
    let shortValue = 1
    let price = 1
    let lastPrice = pool.executionPrice
    let samples = pool.samples.length
    let sum = 0
    for (let i = 0; i < samples; i++) {
      ring[i] = pool.samples[i] as number
      sum += ring[i] as number
    }
    let oldest = samples === smaPeriods ? 0 : samples
    let untilSample = upkeepsPerSample
    // The hedge: how much of the index is held or owed, and what it has earned.
    let hedgeUnits = 0
    let hedgeGain = 0
    let untilHedge = 0
    let kept = 0

    for (let upkeep = 0; ; upkeep++) {
      if (untilHedge === 0) {
        const exposure = isLongHeld
          ? -0.5 * leverage * (1 + short / long) * longValue
          : 0.5 * leverage * (1 + long / short) * shortValue
        hedgeUnits = exposure / price
        untilHedge = hedge.adjustEvery
      }
      if (upkeep === keepAt[kept]) {
        record[INDEX] = price
        record[LONG] = longValue
        record[SHORT] = shortValue
        record[HEDGED] = (isLongHeld ? longValue : shortValue) + hedgeGain
        keep(kept, record)
        kept++
      }
      if (upkeep === returns.length) return

      const before = price
      price *= Math.exp(returns[upkeep] as number)
      hedgeGain += hedgeUnits * (price - before) - Math.abs(hedgeUnits) * before * carry
      untilHedge--

      let newPrice = price
      if (smaPeriods > 0) {
        untilSample--
        if (untilSample === 0) {
          untilSample = upkeepsPerSample
          if (samples === smaPeriods) sum -= ring[oldest] as number
          else samples++
          ring[oldest] = price
          sum += price
          oldest = oldest + 1 === smaPeriods ? 0 : oldest + 1
        }
        newPrice = sum / samples
      }

      let newLong = long - long * fee
      let newShort = short - short * fee
      if (newPrice >= lastPrice) {
        const moved = newShort * Math.tanh(leverage * (1 - lastPrice / newPrice))
        newLong += moved
        newShort -= moved
      } else {
        const moved = newLong * Math.tanh(leverage * (1 - newPrice / lastPrice))
        newLong -= moved
        newShort += moved
      }
      // A side of less than one unit is nothing, and the contract would not do this upkeep.
      if (newLong < 1 || newShort < 1) {
        newLong = long
        newShort = short
      } else lastPrice = newPrice

      longValue *= newLong / long
      shortValue *= newShort / short
      // Half the difference evens the sides out. It arrives without the fees, which come back below.
      const flipped = halfClosed * (newLong - newShort)
      const arrives = flipped * keptByFees
      long = flipped > 0 ? newLong - flipped : newLong - arrives
      short = flipped > 0 ? newShort + arrives : newShort + flipped
      const total = long + short
      if (keeperReward > 0 && keeperReward <= total) {
        const left = 1 - keeperReward / total
        long *= left
        short *= left
        longValue *= left
        shortValue *= left
      }
      if (halfClosed > 0) {
        // Fees stay with the holders of each side: burning fees where they left, minting fees where they went.
        const longFee = flipped > 0 ? burningFee * flipped : -mintingFee * flipped
        const shortFee = flipped > 0 ? mintingFee * flipped : -burningFee * flipped
        longValue += (longValue * longFee) / long
        shortValue += (shortValue * shortFee) / short
        long += longFee
        short += shortFee
      }
    }
  }
}
