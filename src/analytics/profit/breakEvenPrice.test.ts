import fc from 'fast-check'
import { expect, it } from 'vitest'
import { performUpkeepSinglePool } from '../../protocol/poolKeeper'
import { getBurn, getPrice, mintingOrBurningFee } from '../../protocol/poolSwapLibrary'
import { fromUInt } from '../../protocol/quad'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { WAD } from '../../protocol/wad'
import { breakEvenPrice } from './breakEvenPrice'

const PRICE = SAMPLE_POOL.executionPriceWad
const TOKENS = 1_000n * WAD

/** What burning the tokens brings when the next upkeep comes at this price. */
function proceeds(pool: PoolSnapshot, side: 'long' | 'short', priceWad: bigint): bigint {
  const timestampSec = pool.lastPriceTimestampSec + pool.updateIntervalSec
  const { pool: after } = performUpkeepSinglePool(pool, { timestampSec, spotPrice: priceWad })
  const price =
    side === 'long'
      ? getPrice(after.longBalance, after.longTokenSupply)
      : getPrice(after.shortBalance, after.shortTokenSupply)
  const value = getBurn(price, TOKENS)
  return value - mintingOrBurningFee(pool.burningFee, value)
}

it('is the first price at which the upkeep brings what was put in', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('long', 'short'),
      fc.bigInt({ min: 10n ** 21n, max: 10n ** 25n }),
      fc.bigInt({ min: 0n, max: WAD / 20n }).map(fromUInt),
      fc.bigInt({ min: 500n * WAD, max: 1_500n * WAD }),
      (side, shortBalance, burningFee, cost) => {
        const pool = { ...SAMPLE_POOL, shortBalance, shortTokenSupply: shortBalance, burningFee }
        const price = breakEvenPrice(pool, side, TOKENS, cost)
        if (price === undefined) {
          const best = side === 'long' ? PRICE * 10n ** 9n : 1n
          expect(proceeds(pool, side, best)).toBeLessThan(cost)
          return
        }
        const worse = side === 'long' ? price - 1n : price + 1n
        expect(proceeds(pool, side, price)).toBeGreaterThanOrEqual(cost)
        expect(proceeds(pool, side, worse)).toBeLessThan(cost)
      },
    ),
    { numRuns: 200 },
  )
})

it('is not there where the other side is too small for it', () => {
  const pool = { ...SAMPLE_POOL, shortBalance: WAD, shortTokenSupply: WAD }
  expect(breakEvenPrice(pool, 'long', TOKENS, 1_100n * WAD)).toBeUndefined()
})

it('is the price itself, to a unit’s worth, where nothing has been gained or lost', () => {
  const price = breakEvenPrice(SAMPLE_POOL, 'long', TOKENS, TOKENS) ?? 0n
  expect(Number(price) / Number(PRICE)).toBeCloseTo(1, 12)
})
