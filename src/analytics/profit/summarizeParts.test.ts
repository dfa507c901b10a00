import { expect, it } from 'vitest'
import { PART_NAMES, type ProfitParts } from './profitParts'
import { summarizeParts } from './summarizeParts'

const NONE = Object.fromEntries(PART_NAMES.map((name) => [name, 0n])) as unknown as ProfitParts

it('names the two parts that weigh most, and what is left to the total', () => {
  const parts = { ...NONE, direction: 1_520n, path: -190n, skew: -40n, keepers: -50n }
  expect(summarizeParts(parts, 10_000n)).toEqual({
    total: 1_240n,
    main: [
      { name: 'direction', share: 1_520n },
      { name: 'path', share: -190n },
    ],
    rest: -90n,
  })
})

it('names more of them while what is left weighs more than the last', () => {
  const parts = { ...NONE, premium: -1_284n, skew: -783n, ownFees: -726n, direction: -687n }
  const { main, rest } = summarizeParts(parts, 100_000n)
  expect(main.map(({ name }) => name)).toEqual(['premium', 'skew', 'ownFees'])
  expect(rest).toBe(-69n)
})

it('adds up also where every share is rounded', () => {
  for (let putIn = 1n; putIn < 500n; putIn += 7n) {
    const parts = { ...NONE, direction: 11n, path: -7n, skew: 3n, rounding: -1n }
    const { total, main, rest } = summarizeParts(parts, putIn)
    expect(main.reduce((sum, { share }) => sum + share, rest)).toBe(total)
    expect(total).toBe(BigInt(Math.round(60_000 / Number(putIn))))
  }
})
