import { type Address, pad } from 'viem'
import { describe, expect, it } from 'vitest'
import type { SecondaryPool } from '../../chain/balancer/secondaryPool'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { findLiquidity, isPoolLink } from './liquidityTarget'

const addressAt = (place: number): Address => `0x${place.toString(16).padStart(40, '0')}`
const token = (place: number) => ({ address: addressAt(place), symbol: 'T', decimals: 6 })
const lpOf = (place: number, ...tokens: number[]) =>
  ({
    address: addressAt(place),
    id: pad(addressAt(place), { dir: 'right', size: 32 }),
    tokens: tokens.map(token),
  }) as unknown as SecondaryPool
const MARKET = {
  facts: { address: addressAt(50), longToken: token(1), shortToken: token(2) },
  unverifiedComponents: [],
} as unknown as PoolAtBlock
const OWN = lpOf(10, 1, 2, 3)
const HOP = lpOf(11, 3, 4)
const READ = { pools: [HOP, OWN], failed: [addressAt(12)] }

describe('a link', () => {
  it('leads to a pool by its market, its address or its id', () => {
    const found = { kind: 'found', lp: OWN, market: MARKET, others: [] }
    for (const link of [MARKET.facts.address, OWN.address, OWN.id])
      expect(findLiquidity(link, READ, [MARKET])).toEqual(found)
    expect(findLiquidity(HOP.address, READ, [MARKET])).toMatchObject({ market: undefined })
    expect(findLiquidity(OWN.address, READ, [])).toMatchObject({ lp: OWN, market: undefined })
  })

  it('to a market with two pools names the other one, too', () => {
    const second = lpOf(13, 1, 2, 4)
    const target = findLiquidity(MARKET.facts.address, { pools: [OWN, second], failed: [] }, [
      MARKET,
    ])
    expect(target).toMatchObject({ lp: OWN, others: [second] })
  })

  it('to none says why', () => {
    expect(findLiquidity(addressAt(12), READ, [MARKET])).toEqual({ kind: 'unread' })
    expect(findLiquidity(addressAt(99), READ, [MARKET])).toEqual({ kind: 'unknown' })
    const without = { pools: [HOP], failed: [] }
    expect(findLiquidity(MARKET.facts.address, without, [MARKET])).toEqual({ kind: 'none' })
  })

  it('is an address or an id, and nothing else', () => {
    expect(
      [OWN.address, OWN.id, OWN.address.toUpperCase().replace('X', 'x')].map(isPoolLink),
    ).toEqual([true, true, true])
    expect(['', '0x12', 'weth', `${OWN.id}0`].map(isPoolLink)).toEqual([false, false, false, false])
  })
})
