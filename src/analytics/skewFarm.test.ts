import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromUInt, ONE, POSITIVE_ZERO } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'
import { type SkewEdge, skewEdges } from './skewFarm'

const WAD = 10n ** 18n

/** As much of a pool as an edge depends on; fees and the fee per update interval as wads. */
function poolOf(part: {
  long: bigint
  short: bigint
  leverage?: bigint
  managementFee?: bigint
  mintingFee?: bigint
  burningFee?: bigint
}): PoolSnapshot {
  const { long, short, leverage = 3n, managementFee, mintingFee, burningFee } = part
  const rate = (wad: bigint | undefined) => (wad === undefined ? POSITIVE_ZERO : fromUInt(wad))
  return {
    longBalance: long,
    shortBalance: short,
    leverageAmount: leverage === 1n ? ONE : fromUInt(leverage),
    fee: rate(managementFee),
    mintingFee: rate(mintingFee),
    burningFee: rate(burningFee),
  } as PoolSnapshot
}

function edgesOf(part: Parameters<typeof poolOf>[0]): Readonly<Record<'long' | 'short', SkewEdge>> {
  const edges = skewEdges(poolOf(part))
  if (edges === undefined) throw new Error('no edges')
  return edges
}

describe('what the skew is worth', () => {
  it('is the mean of a rise and a fall, by the contract’s own transfer', () => {
    const { long, short } = edgesOf({ long: 2n * WAD, short: 3n * WAD })
    const gain = Math.tanh(3 * (1 - 1 / 1.01))
    const loss = Math.tanh(3 * 0.01)
    expect(Number(long.perRebalanceWad) / 1e18).toBeCloseTo(((3 / 2) * gain - loss) / 2, 12)
    expect(Number(short.perRebalanceWad) / 1e18).toBeCloseTo(((2 / 3) * loss - gain) / 2, 12)
    expect([long.side, short.side]).toEqual(['long', 'short'])
  })

  it('pays the smaller side and costs the larger one', () => {
    const amount = fc.bigInt({ min: 10n ** 9n, max: 10n ** 24n })
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 10 }), (small, leverage) => {
        const pool = { leverage: BigInt(leverage) }
        const fewLongs = edgesOf({ ...pool, long: small, short: 2n * small })
        expect(fewLongs.long.perRebalanceWad > 0n).toBe(true)
        expect(fewLongs.short.perRebalanceWad < 0n).toBe(true)
        const fewShorts = edgesOf({ ...pool, long: 2n * small, short: small })
        expect(fewShorts.short.perRebalanceWad > 0n).toBe(true)
        expect(fewShorts.long.perRebalanceWad < 0n).toBe(true)
      }),
    )
  })

  it('is less by the management fee, for both sides alike', () => {
    const without = edgesOf({ long: WAD, short: WAD })
    const fee = WAD / 1_000n
    const withFee = edgesOf({ long: WAD, short: WAD, managementFee: fee })
    for (const side of ['long', 'short'] as const) {
      const less = without[side].perRebalanceWad - withFee[side].perRebalanceWad
      expect(Number(less) / 1e15).toBeCloseTo(1, 2)
    }
  })

  it('is undefined while a side is empty', () => {
    expect(skewEdges(poolOf({ long: 0n, short: WAD }))).toBeUndefined()
    expect(skewEdges(poolOf({ long: WAD, short: 0n }))).toBeUndefined()
  })
})

describe('the fees of going in and out', () => {
  it('take the burning fee from what the minting fee has left', () => {
    const { long } = edgesOf({ long: WAD, short: WAD, mintingFee: WAD / 2n, burningFee: WAD / 2n })
    expect(long.inAndOutWad).toBe((3n * WAD) / 4n)
  })

  it('are earned after so many rebalances that one less would not do', () => {
    const fees = { mintingFee: WAD / 100n, burningFee: WAD / 200n }
    const { long, short } = edgesOf({ long: WAD, short: 2n * WAD, ...fees })
    const { rebalancesToEarnFees: count = 0n, perRebalanceWad, inAndOutWad } = long
    expect(count * perRebalanceWad >= inAndOutWad).toBe(true)
    expect((count - 1n) * perRebalanceWad < inAndOutWad).toBe(true)
    expect(short.rebalancesToEarnFees).toBeUndefined()
  })

  it('are earned at once where there are none, and never where nothing is gained', () => {
    const { long, short } = edgesOf({ long: WAD, short: 2n * WAD })
    expect([long.rebalancesToEarnFees, short.rebalancesToEarnFees]).toEqual([0n, undefined])
  })
})
