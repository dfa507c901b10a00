import { describe, expect, it } from 'vitest'
import type { SecondaryPool } from '../chain/balancer/secondaryPool'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import type { ListedFarm } from '../chain/staking/farm'
import { SAMPLE_POOL } from '../protocol/testing/samplePool'
import { heldLpOf } from './heldLp'
import { computeStakeValue, identifyStakedToken, stakesOf } from './stakedToken'

const token = (place: string, symbol: string) =>
  ({ address: `0x${place.padStart(40, '0')}`, symbol, decimals: 6 }) as const
const USDC = token('c1', 'USDC')
const LONG = token('c2', 'long')
const SHORT = token('c3', 'short')
const WETH = token('c4', 'WETH')
const LP = token('c5', 'LP')
const pool = {
  unverifiedComponents: [],
  facts: { settlementToken: USDC, longToken: LONG, shortToken: SHORT },
  // Two USDC for each long token, half a one for each short one.
  snapshot: {
    ...SAMPLE_POOL,
    ...{ longBalance: 2_000n, longTokenSupply: 800n, pendingLongBurnPoolTokens: 200n },
    ...{ shortBalance: 500n, shortTokenSupply: 1_000n, pendingShortBurnPoolTokens: 0n },
  },
} as unknown as PoolAtBlock
const balancerPool = (third: typeof WETH) =>
  ({
    address: LP.address,
    totalSupply: 100n,
    tokens: [
      { ...LONG, balance: 40n },
      { ...SHORT, balance: 80n },
      { ...third, balance: 50n },
    ],
  }) as unknown as SecondaryPool

const farmFor = (stakingToken: typeof LP, more: object = {}) =>
  ({ stakingToken, programme: undefined, ...more }) as unknown as ListedFarm

describe('what is staked', () => {
  it('is found by the market’s tokens, and by Balancer’s pools', () => {
    const identify = (staked: typeof LP, lps: readonly SecondaryPool[] = []) =>
      identifyStakedToken(farmFor(staked), [pool], lps)
    expect(identify(LONG)).toMatchObject({ kind: 'long', pool })
    expect(identify(SHORT)).toMatchObject({ kind: 'short', pool })
    expect(identify(LP, [balancerPool(USDC)])).toMatchObject({ kind: 'lp', pool })
    expect(identify(LP)).toEqual({ kind: 'other', pool: undefined, lp: undefined })
  })

  it('and by the table of farms where its market was not read', () => {
    const programme = { market: '3-ETH', stake: 'short', generation: 'TCR' }
    expect(identifyStakedToken(farmFor(SHORT, { programme }), [], [])).toMatchObject({
      kind: 'short',
      pool: undefined,
    })
  })
})

describe('what it is worth', () => {
  it('is the token price, with queued burns in the supply', () => {
    expect(computeStakeValue({ kind: 'long', pool, lp: undefined }, 7n)?.worth).toBe(14n)
    expect(computeStakeValue({ kind: 'short', pool, lp: undefined }, 7n)?.worth).toBe(3n)
  })

  it('is for LP tokens their share of the Vault’s balances', () => {
    const lp = balancerPool(USDC)
    // Of a half: 20 long, 40 short, 25 USDC.
    expect(computeStakeValue({ kind: 'lp', pool, lp }, 50n)).toMatchObject({
      tokens: { longTokens: 20n, shortTokens: 40n, settlementTokens: 25n },
      worth: 40n + 20n + 25n,
      unpriced: [],
    })
  })

  it('counts no token that has no price here, and names it', () => {
    const value = computeStakeValue({ kind: 'lp', pool, lp: balancerPool(WETH) }, 50n)
    expect(value).toMatchObject({ worth: 60n, unpriced: [{ amount: 25n }] })
    expect(value?.unpriced[0]?.token.symbol).toBe('WETH')
  })

  it('is not known where a farm says that more is staked than there is', () => {
    expect(computeStakeValue({ kind: 'lp', pool, lp: balancerPool(USDC) }, 101n)).toBeUndefined()
  })

  it('is not known of an LP token whose pool was not read', () => {
    expect(computeStakeValue({ kind: 'lp', pool: undefined, lp: undefined }, 5n)).toBeUndefined()
    expect(computeStakeValue({ kind: 'lp', pool, lp: undefined }, 5n)).toBeUndefined()
    expect(computeStakeValue({ kind: 'other', pool, lp: undefined }, 5n)).toBeUndefined()
  })
})

it('lists farms with a stake or rewards, and no others', () => {
  const farms = [
    farmFor(LONG, { account: { staked: 5n, earned: 0n } }),
    farmFor(SHORT, { account: { staked: 0n, earned: 3n } }),
    farmFor(LP, { account: { staked: 0n, earned: 0n } }),
    farmFor(LP),
  ]
  const stakes = stakesOf({ farms, pools: [] }, [pool])
  expect(stakes.map(({ staked, value }) => [staked, value?.worth])).toEqual([
    [5n, 10n],
    [0n, 0n],
  ])
})

it('lists LP tokens in the wallet with what they are a share of, those of no known market as themselves', () => {
  const own = { ...balancerPool(USDC), held: 50n }
  const foreign = { ...balancerPool(USDC), address: WETH.address, held: 3n, tokens: [] }
  const none = { ...balancerPool(USDC), address: USDC.address, held: 0n }
  const pools = [own, foreign, none] as readonly SecondaryPool[]
  expect(heldLpOf({ pools }, [pool]).map(({ lp, value }) => [lp.held, value?.worth])).toEqual([
    [50n, 85n],
    [3n, undefined],
  ])
})

it('a stranger’s market that calls a verified one’s tokens its own does not come first', () => {
  const stranger = { ...pool, unverifiedComponents: [{ kind: 'pool' }] } as unknown as PoolAtBlock
  const farms = [farmFor(LONG, { account: { staked: 5n, earned: 0n } })]
  const [stake] = stakesOf({ farms, pools: [] }, [stranger, pool])
  expect(stake?.token.pool).toBe(pool)
})
