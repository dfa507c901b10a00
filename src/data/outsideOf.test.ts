import { expect, it } from 'vitest'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import type { HeldLp } from './heldLp'
import { outsideOf } from './outsideOf'
import type { Stake } from './stakedToken'

const poolAt = (address: string) => ({ facts: { address } }) as unknown as PoolAtBlock
const OWN = poolAt('0xa')
const OTHER = poolAt('0xb')

const stake = (pool: PoolAtBlock, staked: bigint, worth: bigint | undefined) =>
  ({ token: { pool }, staked, value: worth === undefined ? undefined : { worth } }) as Stake
const held = (pool: PoolAtBlock, worth: bigint) => ({ value: { pool, worth } }) as unknown as HeldLp

it('of all stakes and LP tokens those of one market, added once', () => {
  const stakes = [stake(OWN, 5n, 10n), stake(OTHER, 5n, 100n), stake(OWN, 1n, undefined)]
  const liquidity = [held(OTHER, 1_000n), held(OWN, 7n)]
  const outside = outsideOf(OWN, { stakes, liquidity })
  expect(outside).toEqual({ stakes: [stakes[0], stakes[2]], liquidity: [liquidity[1]], worth: 17n })
})

it('none where only rewards are left, or nothing', () => {
  expect(outsideOf(OWN, { stakes: [stake(OWN, 0n, 0n)], liquidity: [] })).toBeUndefined()
  expect(outsideOf(OWN, { stakes: [], liquidity: [{ lp: {}, value: undefined } as HeldLp] })).toBe(
    undefined,
  )
})
