import { describe, expect, it } from 'vitest'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { ListedFarm } from '../../chain/staking/farm'
import { farmState, listFarms } from './farmRow'
import { aFarm, MINE } from './testing/aFarm'

const NOW = 1_000n
const ENDED = { periodFinishSec: NOW }

const pools: readonly PoolAtBlock[] = []
const list = (farms: readonly ListedFarm[]) => listFarms({ farms, pools: [] }, pools, NOW)
const statesOf = (rows: readonly { readonly state: string }[]) => rows.map(({ state }) => state)

describe('a farm’s state', () => {
  it('is running until its rewards end', () => {
    expect(farmState(aFarm(1), NOW)).toBe('running')
    expect(farmState(aFarm(1, { state: ENDED }), NOW)).toBe('ended')
    expect(farmState(aFarm(1, { state: { rewardRate: 0n } }), NOW)).toBe('ended')
    expect(farmState(aFarm(1, { paused: true }), NOW)).toBe('paused')
  })

  it('is unfunded where it cannot pay what it owes the account, or holds nothing to pay', () => {
    const owing = { account: { ...MINE, earned: 51n }, rewardBalance: 50n }
    expect(farmState(aFarm(1, owing), NOW)).toBe('unfunded')
    expect(farmState(aFarm(1, { ...owing, rewardBalance: 51n }), NOW)).toBe('running')
    expect(farmState(aFarm(1, { rewardBalance: 0n }), NOW)).toBe('unfunded')
    // Nothing owed and nothing to come: over, not broken.
    expect(farmState(aFarm(1, { rewardBalance: 0n, state: ENDED }), NOW)).toBe('ended')
  })
})

describe('the list', () => {
  it('has ended farms with a stake first, and running ones last among the account’s own', () => {
    const { own } = list([
      aFarm(1, { account: MINE }),
      aFarm(2, { account: MINE, paused: true }),
      aFarm(3, { account: { ...MINE, staked: 0n }, state: ENDED }),
      aFarm(4, { account: MINE, state: ENDED }),
      aFarm(5, { account: { ...MINE, earned: 900n }, rewardBalance: 1n }),
    ])
    expect(statesOf(own)).toEqual(['ended', 'ended', 'unfunded', 'paused', 'running'])
    expect(own.map(({ staked }) => staked)).toEqual([5n, 0n, 5n, 5n, 5n])
  })

  it('folds ended farms without a stake away, and shows open ones in order, running ones first', () => {
    const { own, open, ended } = list([
      aFarm(1, { paused: true }),
      aFarm(2, { state: ENDED }),
      aFarm(3),
      aFarm(4),
      aFarm(5, { account: { ...MINE, staked: 0n, earned: 0n } }),
    ])
    expect(own).toEqual([])
    expect(statesOf(open)).toEqual(['running', 'running', 'running', 'paused'])
    expect(open.map(({ farm }) => farm.address.at(-1))).toEqual(['3', '4', '5', '1'])
    expect(statesOf(ended)).toEqual(['ended'])
  })

  it('tells farms of one name apart by their addresses, and names them by the table', () => {
    const programme = { market: '3-ETH/USD+USDC', stake: 'long', generation: 'TCR' } as const
    const names = list([
      aFarm(1, { programme }),
      aFarm(2, { programme: { ...programme, generation: 'MYC' } }),
      aFarm(3),
      aFarm(4),
    ]).open.map(({ name }) => name)
    expect(names).toEqual([
      '3-ETH/USD+USDC · long · TCR rewards',
      '3-ETH/USD+USDC · long · MYC rewards',
      'LP (0x0000…0003)',
      'LP (0x0000…0004)',
    ])
  })
})
