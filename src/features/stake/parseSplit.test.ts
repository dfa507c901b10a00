import { expect, it } from 'vitest'
import { parseSplit } from './parseSplit'
import { PAID, PRINTED, printedSoFar } from './programme'

const FORM = { total: '8000000', share: '40', tokenFarms: '8', lpFarms: '4' }

it('splits a weekly total by the share, in equal parts', () => {
  const { split, problems } = parseSplit(FORM)
  expect(problems).toEqual({})
  expect(split).toEqual({
    perTokenFarm: 400_000n * 10n ** 18n,
    perLpFarm: 1_200_000n * 10n ** 18n,
    leftOver: 0n,
  })
})

it('leaves the share of a group without farms over', () => {
  expect(parseSplit({ ...FORM, tokenFarms: '0' }).split?.leftOver).toBe(3_200_000n * 10n ** 18n)
  expect(parseSplit({ ...FORM, share: '0' }).split?.perTokenFarm).toBe(0n)
  expect(parseSplit({ ...FORM, share: '100' }).split?.perLpFarm).toBe(0n)
})

it('names each field that cannot be used, and computes nothing', () => {
  expect(parseSplit({ total: '', share: '100.01', tokenFarms: '1.5', lpFarms: '1001' })).toEqual({
    split: undefined,
    problems: {
      total: 'EMPTY',
      share: 'OVER_100',
      tokenFarms: 'TOO_MANY_DECIMALS',
      lpFarms: 'TOO_MANY',
    },
  })
  expect(parseSplit({ ...FORM, total: '0' }).problems).toEqual({ total: 'ZERO' })
})

it('the printed figures are those of the articles, and the paid ones add up', () => {
  const mining = (PRINTED.supply * PRINTED.miningPercent) / 100n
  expect((mining * PRINTED.firstFourWeeksPercent) / 100n).toBe(PRINTED.firstFourWeeks)
  expect(printedSoFar()).toBe(15_500_000n * 10n ** 18n)
  expect(PRINTED.sixMonthsPercent).toBeLessThan(PRINTED.firstFourWeeksPercent)
  const [tokens, lp] = (['tokens', 'lp'] as const).map((kind) =>
    PAID.markets.reduce((sum, market) => sum + market[kind], 0n),
  )
  expect((tokens ?? 0n) + (lp ?? 0n)).toBe(PAID.total)
  // 30 of 100, to a thousandth.
  expect(((tokens ?? 0n) * 1_000n) / PAID.total).toBe(300n)
})
