import { expect, it } from 'vitest'
import { WAD } from '../../protocol/wad'
import { computeLiquidityImpact, computeLpWorth } from './liquidityCosts'

const TOKENS = [
  { balance: 1_000n, weightWad: WAD / 2n },
  { balance: 4_000n, weightWad: WAD / 4n },
  { balance: 8_000n, weightWad: WAD / 4n },
]

it('amounts in proportion are worth their share, and one token its weight’s part of it', () => {
  expect(computeLpWorth(TOKENS, 600n, [100n, 400n, 800n])).toBe(60n)
  expect(computeLpWorth(TOKENS, 600n, [100n, 0n, 0n])).toBe(30n)
  expect(computeLpWorth(TOKENS, 600n, [0n, 400n, 0n])).toBe(15n)
})

it('an empty pool gives no worth', () => {
  expect(computeLpWorth(TOKENS, 0n, [1n, 1n, 1n])).toBeUndefined()
  expect(computeLpWorth([{ balance: 0n, weightWad: WAD }], 5n, [1n])).toBeUndefined()
})

it('the impact is what is lost, and never below zero', () => {
  expect(computeLiquidityImpact(200n, 199n)).toBe(WAD / 200n)
  expect(computeLiquidityImpact(200n, 201n)).toBe(0n)
  expect(computeLiquidityImpact(0n, 1n)).toBeUndefined()
})
