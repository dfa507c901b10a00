import { closedPerUpkeep, type FlowsModel } from '../flowsModel'
import { expOf, tanhOf } from './portableMath'
import { SECONDS_PER_YEAR } from './priceModel'
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
export type PathRecord = Float64Array

/** Called at each time that is to be kept, with figures that change afterwards. */
export type KeepRecord = (timeIndex: number, record: PathRecord) => void

/**
 * Prepares the double-precision pool: what the contracts do in each upkeep, without cutting to whole units. It is tested
 * against the exact engine. Nothing is allocated while a path runs.
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
    // Tokens start at a price of one.
    let longSupply = long
    let shortSupply = short
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
    let flipped = 0
    let kept = 0
    let nextKept = keepAt[0] ?? -1

    for (let upkeep = 0; ; upkeep++) {
      if (untilHedge === 0) {
        // On gains a token's leverage is that on losses times what the other side has of its own: half of both on average.
        const supply = isLongHeld ? -longSupply : shortSupply
        hedgeUnits = (0.5 * leverage * (long + short)) / (supply * price)
        untilHedge = hedge.adjustEvery
      }
      if (upkeep === nextKept) {
        record[INDEX] = price
        record[LONG] = long / longSupply
        record[SHORT] = short / shortSupply
        record[HEDGED] = (record[isLongHeld ? LONG : SHORT] as number) + hedgeGain
        keep(kept, record)
        kept++
        nextKept = keepAt[kept] ?? -1
      }
      if (upkeep === returns.length) return

      const before = price
      price *= expOf(returns[upkeep] as number)
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
        const moved = newShort * tanhOf(leverage * (1 - lastPrice / newPrice))
        newLong += moved
        newShort -= moved
      } else {
        const moved = newLong * tanhOf(leverage * (1 - newPrice / lastPrice))
        newLong -= moved
        newShort += moved
      }
      // A side of less than one unit is nothing, and the contract would not do this upkeep.
      const isDone = newLong >= 1 && newShort >= 1
      if (isDone) lastPrice = newPrice
      else {
        newLong = long
        newShort = short
      }

      if (halfClosed === 0 || !isDone) {
        flipped = 0
        long = newLong
        short = newShort
      } else {
        // Half the difference evens the sides out. It arrives without the fees, which come back below.
        flipped = halfClosed * (newLong - newShort)
        const arrives = flipped * keptByFees
        long = flipped > 0 ? newLong - flipped : newLong - arrives
        short = flipped > 0 ? newShort + arrives : newShort + flipped
        longSupply *= long / newLong
        shortSupply *= short / newShort
      }
      const total = long + short
      if (keeperReward > 0 && keeperReward <= total) {
        const left = 1 - keeperReward / total
        long *= left
        short *= left
      }
      // Fees stay with the holders of each side: burning fees where they left, minting fees where they went.
      if (flipped > 0) {
        long += burningFee * flipped
        short += mintingFee * flipped
      } else {
        long -= mintingFee * flipped
        short -= burningFee * flipped
      }
    }
  }
}
