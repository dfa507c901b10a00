import { describe, expect, it } from 'vitest'
import { fromUInt } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'
import { transferCurve } from './transferCurve'

const UNIT = 10n ** 12n

function poolOf(long: bigint, short: bigint, leverage = 3n): PoolSnapshot {
  const leverageAmount = fromUInt(leverage)
  return { longBalance: long * UNIT, shortBalance: short * UNIT, leverageAmount } as PoolSnapshot
}

function at(points: ReturnType<typeof transferCurve>, indexPercent: number) {
  const point = points.find((candidate) => candidate.indexPercent === indexPercent)
  if (point === undefined) throw new Error(`no point at ${indexPercent}%`)
  return point
}

describe('the transfer curve', () => {
  it('has a point for each percent of the range and nothing moves in the middle', () => {
    const points = transferCurve(poolOf(1n, 1n), 5)
    expect(points.map(({ indexPercent }) => indexPercent)).toEqual([
      -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5,
    ])
    expect(at(points, 0)).toEqual({ indexPercent: 0, longPercent: 0, shortPercent: 0 })
  })

  it('moves tanh(L · (1 − r)) of the losing side: 26.6% at +10%, 29.1% at −10%', () => {
    const points = transferCurve(poolOf(1n, 1n))
    expect(at(points, 10).shortPercent).toBeCloseTo(-100 * Math.tanh(3 * (1 - 100 / 110)), 3)
    expect(at(points, 10).longPercent).toBeCloseTo(26.6, 1)
    expect(at(points, -10).longPercent).toBeCloseTo(-29.1, 1)
  })

  it('gives a larger side less for the same move, and takes from it the same share', () => {
    const even = transferCurve(poolOf(1n, 1n))
    const skewed = transferCurve(poolOf(2n, 1n))
    expect(at(skewed, 10).longPercent).toBeCloseTo(at(even, 10).longPercent / 2, 3)
    expect(at(skewed, -10).longPercent).toBeCloseTo(at(even, -10).longPercent, 3)
  })

  it('rises for longs and falls for shorts all the way, and no one loses more than everything', () => {
    const points = transferCurve(poolOf(3n, 2n, 20n))
    for (const [index, point] of points.entries()) {
      expect(point.longPercent).toBeGreaterThanOrEqual(-100)
      expect(point.shortPercent).toBeGreaterThanOrEqual(-100)
      const before = points[index - 1]
      if (before === undefined) continue
      expect(point.longPercent).toBeGreaterThanOrEqual(before.longPercent)
      expect(point.shortPercent).toBeLessThanOrEqual(before.shortPercent)
    }
  })

  it('is not drawn while a side is empty', () => {
    expect(transferCurve(poolOf(0n, 1n))).toEqual([])
    expect(transferCurve(poolOf(1n, 0n))).toEqual([])
  })
})
