import { describe, expect, it } from 'vitest'
import { fromUInt } from '../../../protocol/quad'
import { WAD } from '../../../protocol/wad'
import { type ComparisonPoint, compareReplay } from './compareReplay'
import { startDailyLeverage } from './dailyLeverage'
import { makeUpPool } from './makeUpPool'
import { PERPETUAL_DEFAULTS, startPerpetual } from './perpetual'
import { powerLeverageUpkeep } from './powerLeverage'
import { replay, replayStart } from './replay'

const HOUR = 3_600
const DAY = 86_400

describe('powerLeverageUpkeep', () => {
  const pool = { leverageAmount: fromUInt(3n), fee: fromUInt(0n) }
  const even = { longBalance: WAD, shortBalance: WAD }

  it('moves 1 − r^L: 24.9% at +10%, 27.1% at −10%, as the articles say', () => {
    const rise = powerLeverageUpkeep(even, pool, 100n, 110n)
    expect(Number(rise.longBalance) / 1e18).toBeCloseTo(2 - (100 / 110) ** 3, 14)
    expect(Number(rise.longBalance) / 1e18).toBeCloseTo(1.249, 3)
    const fall = powerLeverageUpkeep(even, pool, 100n, 90n)
    expect(Number(fall.shortBalance) / 1e18).toBeCloseTo(1.271, 3)
    expect(fall.longBalance + fall.shortBalance).toBe(2n * WAD)
  })

  it('moves nothing at an unchanged price', () => {
    expect(powerLeverageUpkeep(even, pool, 100n, 100n)).toEqual(even)
  })
})

describe('startDailyLeverage', () => {
  it('is the product of the days', () => {
    const fund = startDailyLeverage(3)
    const values = [
      [1.1, DAY],
      [1.05, DAY + 5 * HOUR],
      [0.99, 2 * DAY],
    ].map(([price = 0, sec = 0]) => fund(price, sec))
    expect(values[0]).toBeCloseTo(1.3, 12)
    expect(values[1]).toBeCloseTo(1.3 * (1 + 3 * (1.05 / 1.1 - 1)), 12)
    expect(values[2]).toBeCloseTo(1.3 * (1 + 3 * (0.99 / 1.1 - 1)), 12)
  })

  it('loses (L² − L)/2 σ² a year on a path that goes nowhere', () => {
    const fund = startDailyLeverage(3)
    let value = 1
    for (let day = 1; day <= 364; day++) value = fund(day % 2 === 0 ? 1 : Math.exp(0.02), day * DAY)
    expect(Math.log(value)).toBeCloseTo(-3 * 364 * 0.02 ** 2, 1)
  })

  it('stays worth nothing', () => {
    const fund = startDailyLeverage(-3)
    expect(fund(1.4, HOUR)).toBe(0)
    expect(fund(1, 2 * HOUR)).toBe(0)
  })
})

describe('startPerpetual', () => {
  const terms = { direction: 1, leverage: 10, maintenanceMargin: 0.005, funding: 0 } as const

  it('is liquidated at its liquidation price, and not before', () => {
    const price = startPerpetual(terms)(1, 0).liquidationPrice
    // 1 + 10 (p − 1) = 0.005 · 10 p
    expect(price).toBeCloseTo(9 / 9.95, 12)
    const position = startPerpetual(terms)
    expect(position(price * 1.0001, 1).isLiquidated).toBe(false)
    expect(position(price * 0.9999, 2)).toMatchObject({ isLiquidated: true, value: 0 })
    expect(position(2, 3)).toMatchObject({ isLiquidated: true, value: 0 })
  })

  it('is symmetric for a short one', () => {
    const price = startPerpetual({ ...terms, direction: -1 })(1, 0).liquidationPrice
    expect(price).toBeCloseTo(11 / 10.05, 12)
  })

  it('pays funding every eight hours on its notional value', () => {
    const funding = 0.001
    const long = startPerpetual({ ...terms, funding })
    long(1.1, 8 * HOUR)
    expect(long(1.2, 24 * HOUR).fundingPaid).toBeCloseTo(0.01 * 1.1 + 2 * 0.01 * 1.2, 12)
    const short = startPerpetual({ ...terms, funding, direction: -1 })
    expect(short(1, 8 * HOUR).value).toBeCloseTo(1.01, 12)
  })

  it('cannot be liquidated long at a leverage of one without funding', () => {
    expect(startPerpetual({ ...terms, leverage: 1 })(1, 0).liquidationPrice).toBe(0)
  })
})

describe('compareReplay', () => {
  it('puts every way to hold beside the replay, on the same prices', () => {
    const startSec = 1_650_000_000
    const market = {
      leverage: 3,
      smaPeriods: 0,
      updateIntervalSec: HOUR,
      frontRunningIntervalSec: 300,
      annualFeeWad: 0n,
      mintingFeeWad: 0n,
      burningFeeWad: 0n,
      longBalance: 10n ** 12n,
      shortBalance: 10n ** 12n,
    }
    const pricesWad = [100n * WAD, 110n * WAD, 100n * WAD]
    const input = {
      pool: makeUpPool(market, startSec, 100n * WAD),
      path: { startSec, stepSec: HOUR, pricesWad },
      flows: { kind: 'none' },
    } as const
    const compare = compareReplay(replayStart(input), 100n * WAD, PERPETUAL_DEFAULTS)
    const points: ComparisonPoint[] = []
    for (const step of replay(input)) points.push(compare(step))
    const [up, back] = points
    expect(up).toMatchObject({ holdIndex: 1.1, perpetualLong: { isLiquidated: false } })
    expect(up?.dailyLong).toBeCloseTo(1.3, 12)
    expect(up?.dailyShort).toBeCloseTo(0.7, 12)
    expect(up?.powerLong).toBeCloseTo(1.2487, 4)
    expect(up?.powerShort).toBeCloseTo(0.7513, 4)
    expect(back?.holdIndex).toBe(1)
    expect(back?.powerLong).toBeCloseTo(1.2487 * (100 / 110) ** 3, 4)
  })
})
