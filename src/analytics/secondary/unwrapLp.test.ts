import { expect, it } from 'vitest'
import { unwrapLp } from './unwrapLp'

const TOKENS = [
  { balance: 1_000_000n, decimals: 6 },
  { balance: 3n * 10n ** 18n, decimals: 18 },
]

it('LP tokens stand for their share of each token, rounded down', () => {
  expect(unwrapLp(TOKENS, 200n, 50n)).toEqual([250_000n, 75n * 10n ** 16n])
  expect(unwrapLp(TOKENS, 3n, 1n)).toEqual([333_333n, 999_999_999_999_999_999n])
  expect(unwrapLp(TOKENS, 3n, 3n)).toEqual(TOKENS.map(({ balance }) => balance))
  expect(unwrapLp(TOKENS, 0n, 0n)).toEqual([0n, 0n])
  expect(() => unwrapLp(TOKENS, 3n, 4n)).toThrow(RangeError)
  expect(() => unwrapLp([{ balance: 1n, decimals: 19 }], 3n, 1n)).toThrow(RangeError)
})
