import { expect, it } from 'vitest'
import { findScarcestToken, toBalancedAmounts } from './balancedAmounts'

const TOKENS = [
  { balance: 1_000n, held: 50n },
  { balance: 3_000n, held: 90n },
  { balance: 7_000n, held: 7_000n },
]

it('amounts are in proportion to the pool, cut to the unit, the given one exact', () => {
  expect(toBalancedAmounts(TOKENS, 0, 10n)).toEqual([10n, 30n, 70n])
  expect(toBalancedAmounts(TOKENS, 1, 10n)).toEqual([3n, 10n, 23n])
  expect(toBalancedAmounts([{ balance: 0n }], 0, 1n)).toBeUndefined()
})

it('the most in proportion takes no more than there is of any token', () => {
  expect(findScarcestToken(TOKENS)).toBe(1)
  const most = toBalancedAmounts(TOKENS, 1, 90n)
  expect(most).toEqual([30n, 90n, 210n])
  expect(most?.every((amount, index) => amount <= (TOKENS[index]?.held ?? 0n))).toBe(true)
  expect(findScarcestToken([{ balance: 0n, held: 1n }])).toBeUndefined()
})
