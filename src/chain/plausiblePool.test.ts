import { describe, expect, it } from 'vitest'
import {
  fromUInt,
  NAN,
  NEGATIVE_ZERO,
  neg,
  ONE,
  POSITIVE_INFINITY,
  POSITIVE_ZERO,
} from '../protocol/quad'
import type { OracleSnapshot, PoolSnapshot } from '../protocol/snapshot'
import { SAMPLE_POOL, sampleCommitment } from '../protocol/testing/samplePool'
import { isPlausible } from './plausiblePool'

function average(numPeriods: number, samples = numPeriods): OracleSnapshot {
  return {
    kind: 'sma',
    prices: Array.from({ length: samples }, () => 1n),
    periodCount: 30n,
    numPeriods: BigInt(numPeriods),
    lastUpdateSec: 0n,
    updateIntervalSec: 300n,
    scaler: 1n,
    spotPrice: 1n,
  }
}

describe('figures that a pool can have', () => {
  it.each<[what: string, part: Partial<PoolSnapshot>]>([
    ['of every day', {}],
    ['that are all zero', { longBalance: 0n, shortBalance: 0n, mintingFee: POSITIVE_ZERO }],
    ['at the edge', { longBalance: 2n ** 128n - 1n, mintingFee: fromUInt(10n ** 18n) }],
    ['with a price below zero', { executionPriceWad: -1n }],
    ['of an average of 24 samples', { oracle: average(24) }],
    [
      'with the longest intervals',
      { updateIntervalSec: 2n ** 32n - 1n, frontRunningIntervalSec: 2n ** 32n - 1n },
    ],
  ])('are those %s', (_, part) => {
    expect(isPlausible({ ...SAMPLE_POOL, ...part })).toBe(true)
  })

  it.each<[what: string, part: Partial<PoolSnapshot>]>([
    ['a balance of 2^255', { longBalance: 2n ** 255n }],
    ['a supply of 2^128', { shortTokenSupply: 2n ** 128n }],
    ['a price of −2^255', { executionPriceWad: -(2n ** 255n) }],
    ['an oracle’s price of 2^254', { oracle: { kind: 'spot', priceWad: 2n ** 254n } }],
    ['a fee that is no number', { mintingFee: NAN }],
    ['an endless fee', { burningFee: POSITIVE_INFINITY }],
    ['a negative fee', { changeInterval: neg(ONE) }],
    ['a leverage of nothing', { leverageAmount: POSITIVE_ZERO }],
    ['a negative leverage', { leverageAmount: NEGATIVE_ZERO }],
    ['no interval to execute', { updateIntervalId: 0n }],
    ['no update interval', { updateIntervalSec: 0n }],
    ['an average of 10^12 samples', { oracle: average(10 ** 12, 24) }],
    ['an average of no samples', { oracle: average(0) }],
    ['more samples than an average has', { oracle: average(24, 25) }],
    ['an interval that the factory does not take', { frontRunningIntervalSec: 2n ** 32n }],
    [
      'a queue longer than any that is read',
      {
        totalPoolCommitments: Array.from({ length: 1_065 }, (_, id) =>
          sampleCommitment(BigInt(id), {}),
        ),
      },
    ],
    ['an upkeep in the future', { lastPriceTimestampSec: 2n ** 40n }],
  ])('are not %s', (_, part) => {
    expect(isPlausible({ ...SAMPLE_POOL, ...part })).toBe(false)
  })
})
