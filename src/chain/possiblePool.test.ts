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
import type { PoolSnapshot } from '../protocol/snapshot'
import { SAMPLE_POOL } from '../protocol/testing/samplePool'
import { isPossible } from './possiblePool'

describe('figures that a pool can have', () => {
  it.each<[what: string, part: Partial<PoolSnapshot>]>([
    ['of every day', {}],
    ['that are all zero', { longBalance: 0n, shortBalance: 0n, mintingFee: POSITIVE_ZERO }],
    ['at the edge', { longBalance: 2n ** 128n - 1n, mintingFee: fromUInt(10n ** 18n) }],
    ['with a price below zero', { executionPriceWad: -1n }],
  ])('are those %s', (_, part) => {
    expect(isPossible({ ...SAMPLE_POOL, ...part })).toBe(true)
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
    ['an upkeep in the future', { lastPriceTimestampSec: 2n ** 40n }],
  ])('are not %s', (_, part) => {
    expect(isPossible({ ...SAMPLE_POOL, ...part })).toBe(false)
  })
})
