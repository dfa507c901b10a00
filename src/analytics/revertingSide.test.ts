import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectPool } from '../protocol/projectPool'
import { SnapshotError } from '../protocol/protocolError'
import type { OracleSnapshot, PoolSnapshot } from '../protocol/snapshot'
import { SAMPLE_POOL } from '../protocol/testing/samplePool'
import { currentSpotPrice } from './outlook'
import { revertingSide } from './revertingSide'

const LAST = SAMPLE_POOL.executionPriceWad

const balance = fc.oneof(
  fc.constant(0n),
  fc.constant(SAMPLE_POOL.longBalance),
  // Not of a few units: a side that loses its last one by rounding is refused for that.
  fc.bigInt(1_000n, 10n ** 30n),
)
const supply = fc.oneof(fc.constant(0n), fc.constantFrom(1n, SAMPLE_POOL.longTokenSupply))
const price = fc.oneof(
  fc.constantFrom(LAST, LAST + 1n, LAST - 1n, 1n, 0n, -1n),
  fc.bigInt(1n, 10n ** 24n),
)

const oracle: fc.Arbitrary<OracleSnapshot> = fc.oneof(
  price.map((priceWad) => ({ kind: 'spot', priceWad }) as const),
  fc
    .record({
      samples: fc.array(price, { maxLength: 5 }),
      spotPrice: price,
      lateSec: fc.nat(7_200),
    })
    .map(({ samples, spotPrice, lateSec }) => ({
      kind: 'sma' as const,
      prices: samples.slice(-3),
      periodCount: BigInt(samples.length),
      numPeriods: 3n,
      lastUpdateSec: SAMPLE_POOL.timestampSec - BigInt(lateSec),
      updateIntervalSec: 5_400n,
      scaler: 1n,
      spotPrice,
    })),
)

const pools: fc.Arbitrary<PoolSnapshot> = fc
  .record({
    longBalance: balance,
    shortBalance: balance,
    longTokenSupply: supply,
    shortTokenSupply: supply,
    executionPriceWad: price,
    oracle,
  })
  .map((part) => ({ ...SAMPLE_POOL, ...part }))

/** Which side the engine names when it is asked to go one upkeep on. */
function sideByEngine(pool: PoolSnapshot): 'long' | 'short' | undefined {
  try {
    projectPool(pool, [{ spotPrice: currentSpotPrice(pool) }])
    return undefined
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error
    return error.field === 'longBalance' ? 'long' : 'short'
  }
}

describe('the side because of which an upkeep is refused', () => {
  it('is the one that the engine comes to', () => {
    let refused = 0
    fc.assert(
      fc.property(pools, (pool) => {
        const side = revertingSide(pool, pool.timestampSec)
        if (side !== undefined) refused += 1
        expect(side).toBe(sideByEngine(pool))
      }),
      { numRuns: 5_000 },
    )
    expect(refused).toBeGreaterThan(500)
  })

  it('counts what waits to be burned, which has left the supply', () => {
    const pool = { ...SAMPLE_POOL, longBalance: 0n, longTokenSupply: 0n }
    expect(revertingSide(pool, pool.timestampSec)).toBeUndefined()
    expect(revertingSide({ ...pool, pendingLongBurnPoolTokens: 1n }, pool.timestampSec)).toBe(
      'long',
    )
  })
})
