import { expect, it } from 'vitest'
import type { ListedFarm } from '../../chain/staking/farm'
import { farmsOfLp, stakedLp } from './stakedLp'

const LP = { address: '0x00000000000000000000000000000000000000a1', held: 10n, totalSupply: 100n }
const farm = (staked: bigint, address = LP.address) =>
  ({ stakingToken: { address }, account: { staked } }) as unknown as ListedFarm
const lp = LP as typeof LP & { readonly address: `0x${string}` }

it('adds up what lies in the farms of these LP tokens', () => {
  const other = farm(7n, '0x00000000000000000000000000000000000000a2')
  expect(farmsOfLp(lp, [farm(1n), other])).toHaveLength(1)
  expect(stakedLp(lp, [farm(20n), other, farm(30n)])).toBe(50n)
})

it('and leaves out a farm that says it has more than there can be', () => {
  expect(stakedLp(lp, [farm(20n), farm(71n), farm(2n ** 100n), farm(70n)])).toBe(90n)
})
