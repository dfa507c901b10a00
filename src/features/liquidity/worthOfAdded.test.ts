import { expect, it } from 'vitest'
import { WAD } from '../../protocol/wad'
import { worthOfAdded, worthOfAmounts } from './liquidityPool'
import { aPool, WETH } from './testing/aPool'

const IN_PROPORTION = [100_000_000n, 100_000_000n, 100_000_000n]
const FAIR_LP = 90n * WAD

it('LP tokens for a share in proportion are worth what is added', () => {
  const added = worthOfAmounts(aPool(), IN_PROPORTION)?.worth
  expect(worthOfAdded(aPool(), IN_PROPORTION, FAIR_LP)).toEqual({ worth: added, changeWad: 0n })
})

it('fewer LP tokens are worth less, by the part that stays with the others', () => {
  const fewer = worthOfAdded(aPool(), IN_PROPORTION, FAIR_LP / 2n)
  // A 21st of the pool with a tenth more in it, instead of an 11th.
  expect(Number(fewer?.changeWad) / 1e18).toBeCloseTo(11 / 21 - 1, 9)
})

it('nothing is said of a pool with a token whose price isn’t known, nor without a market', () => {
  expect(worthOfAdded(aPool(WETH), [1_000_000n, 0n, 0n], WAD)).toBeUndefined()
  expect(worthOfAdded({ ...aPool(), market: undefined }, IN_PROPORTION, WAD)).toBeUndefined()
})
