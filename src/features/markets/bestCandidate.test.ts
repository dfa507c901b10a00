import { expect, it } from 'vitest'
import { estimateKeeperReward } from '../../analytics/outlook'
import { skewEdges } from '../../analytics/skewFarm'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { WAD } from '../../protocol/wad'
import { bestCandidate } from './bestCandidate'

/** A keeper is paid about a token for each rebalance. */
const KEEPER = {
  gasPriceWei: 1_000_000_000n,
  settlementEthPriceWad: 3_000n * WAD,
  settlementTokenDecimals: 18n,
}
const withLong = (longBalance: bigint, part: Partial<PoolSnapshot> = {}) => ({
  isVerified: true,
  edges: skewEdges({ ...SAMPLE_POOL, keeper: KEEPER, longBalance, ...part }),
})
const { shortBalance } = SAMPLE_POOL

it('is the side that is paid best', () => {
  const [much, little] = [withLong(shortBalance / 4n), withLong(shortBalance / 2n)]
  const best = bestCandidate([little, much, withLong(shortBalance)])
  expect(best?.row).toBe(much)
  expect(best?.edge.side).toBe('long')
})

it('is nobody where nobody is paid', () => {
  expect(
    bestCandidate([withLong(shortBalance), { edges: undefined, isVerified: true }]),
  ).toBeUndefined()
})

it.each([1n, 10n ** 12n])('is not a side with next to nothing in it (%i units)', (dust) => {
  const honest = withLong(shortBalance / 2n)
  expect(bestCandidate([withLong(dust), honest])?.row).toBe(honest)
})

it('is never a market with parts that are not known, however much it seems to pay', () => {
  const honest = withLong(shortBalance / 2n)
  const lure = { ...withLong(shortBalance / 20n), isVerified: false }
  expect(bestCandidate([lure, honest])?.row).toBe(honest)
  expect(bestCandidate([lure])).toBeUndefined()
})

it('is not a side with less than a thousand rewards on it', () => {
  const reward = estimateKeeperReward({ ...SAMPLE_POOL, keeper: KEEPER }) ?? 0n
  const at = (balance: bigint) =>
    bestCandidate([withLong(balance, { shortBalance: 4_000n * reward })])
  expect(at(1_000n * reward)?.edge.side).toBe('long')
  expect(at(999n * reward)).toBeUndefined()
})

it('is not a side with less than a tenth of the pool', () => {
  const at = (share: bigint) =>
    bestCandidate([withLong((shortBalance * share) / (1_000n - share))])?.edge.side
  expect(at(101n)).toBe('long')
  expect(at(99n)).toBeUndefined()
})

it('is nothing where nobody knows what keepers take', () => {
  const { keeper: _, ...pool } = { ...SAMPLE_POOL, keeper: undefined }
  const edges = skewEdges({ ...pool, longBalance: shortBalance / 2n })
  expect(edges?.long.netGain).toBeGreaterThan(0)
  expect(bestCandidate([{ edges, isVerified: true }])).toBeUndefined()
})
