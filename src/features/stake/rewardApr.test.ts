import { expect, it } from 'vitest'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { StakedToken } from '../../data/stakedToken'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { WAD } from '../../protocol/wad'
import { missingForApr, rewardAprWad } from './rewardApr'
import { aFarm } from './testing/aFarm'

const token = (place: string, symbol: string, decimals: number) =>
  ({ address: `0x${place.padStart(40, '0')}`, symbol, decimals }) as const
const USDC = token('c1', 'USDC', 6)
const LONG = token('c2', 'long', 6)
const pool = {
  facts: { settlementToken: USDC, longToken: LONG, shortToken: token('c3', 'short', 6) },
  // One USDC each.
  snapshot: {
    ...SAMPLE_POOL,
    longBalance: 10n ** 12n,
    longTokenSupply: 10n ** 12n,
    pendingLongBurnPoolTokens: 0n,
  },
} as unknown as PoolAtBlock
const long: StakedToken = { kind: 'long', pool, lp: undefined }
const none = { held: 0n, allowance: 0n }
const YEAR = 31_536_000n
/** 100 staked at one USDC each. */
const state = { totalSupply: 100_000_000n }

it('is known where rewards are paid in the market’s settlement token', () => {
  // 0.0001 USDC a second.
  const farm = aFarm(1, {
    stakingToken: { ...LONG, ...none },
    rewardToken: { ...USDC, ...none },
    state: { ...state, rewardRate: 100n },
  })
  expect(rewardAprWad({ farm, token: long }, 0n, () => undefined)).toBe(
    (WAD * 100n * YEAR) / 100_000_000n,
  )
})

it('and where both have a price in dollars', () => {
  const farm = aFarm(1, {
    stakingToken: { ...LONG, ...none },
    state: { ...state, rewardRate: WAD / 1_000n },
  })
  const dollarsOf = (value: bigint, { symbol, decimals }: { symbol: string; decimals: number }) =>
    (value * (symbol === 'TCR' ? WAD / 10n : WAD)) / 10n ** BigInt(decimals)
  expect(rewardAprWad({ farm, token: long }, 0n, dollarsOf)).toBe((WAD * YEAR) / 10_000n / 100n)
})

it('is unknown where a price is missing, or the stake is not wholly priced', () => {
  const farm = aFarm(1, { stakingToken: { ...LONG, ...none }, state })
  expect(rewardAprWad({ farm, token: long }, 0n, () => undefined)).toBeUndefined()
  const other: StakedToken = { kind: 'other', pool: undefined, lp: undefined }
  expect(rewardAprWad({ farm, token: other }, 0n, () => WAD)).toBeUndefined()
})

it('says what it lacks: a stake, or the price of the stake or of the rewards', () => {
  const farm = aFarm(1, { stakingToken: { ...LONG, ...none }, state })
  const other: StakedToken = { kind: 'other', pool: undefined, lp: undefined }
  const empty = aFarm(1, { state: { totalSupply: 0n } })
  expect(missingForApr({ farm, token: long }, () => undefined)).toBe('rewardPrice')
  expect(missingForApr({ farm, token: long }, () => WAD)).toBe('stakePrice')
  expect(missingForApr({ farm, token: other }, () => WAD)).toBe('stakePrice')
  expect(missingForApr({ farm: empty, token: long }, () => WAD)).toBe('stake')
})

it('is zero once rewards have ended', () => {
  const farm = aFarm(1, { state: { ...state, periodFinishSec: 5n } })
  expect(rewardAprWad({ farm, token: long }, 5n, () => undefined)).toBe(0n)
})
