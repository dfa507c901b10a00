import { describe, expect, it } from 'vitest'
import { getPrice, poll } from './smaOracle'
import type { SmaOracleSnapshot } from './snapshot'

const EMPTY: SmaOracleSnapshot = {
  kind: 'sma',
  prices: [],
  periodCount: 0n,
  numPeriods: 3n,
  lastUpdateSec: 0n,
  updateIntervalSec: 60n,
  scaler: 10n,
  spotPrice: 7n,
}

describe('SMA oracle', () => {
  it('is 0 before the first sample', () => {
    expect(getPrice(EMPTY)).toBe(0n)
  })

  it('ramps up, then forgets the oldest', () => {
    let oracle = EMPTY
    const averages = [10n, 20n, 30n, 40n, 50n].map((spotPrice, i) => {
      oracle = poll({ ...oracle, spotPrice }, 60n * BigInt(i + 1))
      return getPrice(oracle)
    })
    expect(averages).toEqual([100n, 150n, 200n, 300n, 400n])
    expect(oracle.periodCount).toBe(5n)
  })

  it('takes no sample before its interval has passed', () => {
    const first = poll(EMPTY, 60n)
    expect(poll(first, 119n)).toBe(first)
    expect(poll(first, 120n).periodCount).toBe(2n)
  })

  it('rounds towards zero, also below it', () => {
    expect(getPrice({ ...EMPTY, prices: [-1n, -1n, 0n], periodCount: 3n })).toBe(0n)
  })

  it('refuses to average what is not there', () => {
    expect(() => getPrice({ ...EMPTY, periodCount: 2n, prices: [5n] })).toThrow(
      expect.objectContaining({ code: 'SNAPSHOT', field: 'oracle.prices' }),
    )
  })
})
