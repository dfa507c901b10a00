import { describe, expect, it } from 'vitest'
import { fromUInt, POSITIVE_ZERO } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'
import { skewEdges } from './skewFarm'

const WAD = 10n ** 18n

function poolWith(longBalance: bigint, shortBalance: bigint, part: Partial<PoolSnapshot> = {}) {
  return {
    longBalance,
    shortBalance,
    leverageAmount: fromUInt(3n),
    fee: POSITIVE_ZERO,
    mintingFee: POSITIVE_ZERO,
    burningFee: POSITIVE_ZERO,
    ...part,
  } as PoolSnapshot
}

describe('the edge of a skew', () => {
  it('is there for nobody while a side is empty', () => {
    expect(skewEdges(poolWith(0n, 5n))).toBeUndefined()
    expect(skewEdges(poolWith(5n, 0n))).toBeUndefined()
  })

  it('is the smaller side’s, and the other side’s loss', () => {
    const edges = skewEdges(poolWith(150_000_000n, 100_000_000n))
    // Down 1 % moves tanh(0.03) of the longs: 4.498 m; up 1 % moves tanh(3 · (1 − 1/1.01)) of the shorts: 2.969 m.
    expect(Number(edges?.short.perRebalanceWad) / 1e18).toBeCloseTo((4.4987 - 2.9694) / 200, 4)
    expect(Number(edges?.long.perRebalanceWad) / 1e18).toBeCloseTo((2.9694 - 4.4987) / 300, 4)
  })

  it('counts what it costs to get in, and then out with the rest', () => {
    const fees = { mintingFee: fromUInt(WAD / 100n), burningFee: fromUInt(WAD / 50n) }
    const edges = skewEdges(poolWith(150_000_000n, 100_000_000n, fees))
    expect(edges?.short.inAndOutWad).toBe(WAD / 100n + ((WAD / 50n) * 99n) / 100n)
    expect(edges?.short.rebalancesToEarnFees).toBe(4n)
    expect(edges?.long.rebalancesToEarnFees).toBeUndefined()
  })

  it('is less by the management fee', () => {
    const without = skewEdges(poolWith(150_000_000n, 100_000_000n))
    const withFee = skewEdges(poolWith(150_000_000n, 100_000_000n, { fee: fromUInt(WAD / 1_000n) }))
    const cost = Number(without?.short.perRebalanceWad) - Number(withFee?.short.perRebalanceWad)
    expect(cost / 1e18).toBeCloseTo(0.001, 4)
  })
})
