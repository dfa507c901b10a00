import { describe, expect, it } from 'vitest'
import { WAD } from '../protocol/wad'
import { lossShares } from './lossShares'
import { roundTrips } from './roundTrips'

/** Wads that differ by the contracts' rounding alone. */
function expectNear(one: bigint, other: bigint): void {
  expect(Number(one - other) / 1e18).toBeCloseTo(0, 12)
}

describe('an index that comes back', () => {
  it.each([
    [1n, 5],
    [3n, 2],
    [5n, 10],
  ])(
    'takes the square of the share of both %ix tokens, per trip of %i%%, while sides stay even',
    (leverage, move) => {
      const share = lossShares(leverage, move).deployed
      const kept = WAD - (share * share) / WAD
      const values = roundTrips(leverage, move, 4, 'even')
      expect(values).toHaveLength(5)
      for (const side of ['long', 'short'] as const) {
        expectNear(values[2]?.[side] ?? 0n, kept)
        expectNear(values[4]?.[side] ?? 0n, (kept * kept) / WAD)
      }
    },
  )

  it('only moves value from one token to the other while no one trades', () => {
    for (const { long, short } of roundTrips(3n, 4, 12, 'none')) expectNear(long + short, 2n * WAD)
    const last = roundTrips(3n, 4, 12, 'none').at(-1)
    expect(last?.long).toBeLessThan(WAD)
    expect(last?.short).toBeGreaterThan(WAD)
  })

  it('costs more with more leverage, and nothing without a move', () => {
    const left = ([1n, 3n, 5n] as const).map((l) => roundTrips(l, 3, 12, 'even').at(-1)?.long ?? 0n)
    expect(left[0]).toBeGreaterThan(left[1] ?? 0n)
    expect(left[1]).toBeGreaterThan(left[2] ?? 0n)
    expect(roundTrips(3n, 0, 12, 'even').at(-1)).toEqual({ long: WAD, short: WAD })
  })

  it('gains first the side that the first move favours', () => {
    const first = roundTrips(3n, 3, 1, 'none')[1]
    expectNear(first?.long ?? 0n, WAD + lossShares(3n, 3).deployed)
    expectNear(first?.short ?? 0n, WAD - lossShares(3n, 3).deployed)
  })
})
