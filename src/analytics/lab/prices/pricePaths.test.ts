import { describe, expect, it } from 'vitest'
import { WAD } from '../../../protocol/wad'
import { type PathPoint, pathThroughPoints } from './pathThroughPoints'
import { PRICE_PRESETS, presetPath } from './presetPath'
import { resamplePrices, upkeepsFrom } from './resamplePrices'

const TIMES = { startSec: 1_650_000_000, stepSec: 3_600 }

describe('presetPath', () => {
  const options = { ...TIMES, startPriceWad: 1_500n * WAD, upkeeps: 720, seed: 1 }

  it.each(PRICE_PRESETS)(
    '%s starts at the price, stays above zero, and is the same each time',
    (preset) => {
      const { pricesWad } = presetPath(preset, options)
      expect(pricesWad).toHaveLength(721)
      expect(pricesWad[0]).toBe(1_500n * WAD)
      expect(pricesWad.every((price) => price > 0n)).toBe(true)
      expect(presetPath(preset, options).pricesWad).toEqual(pricesWad)
      expect(presetPath(preset, { ...options, seed: 2 }).pricesWad).not.toEqual(pricesWad)
    },
  )

  it('ends where it says', () => {
    const ends = PRICE_PRESETS.map((preset) =>
      Math.round(Number(presetPath(preset, options).pricesWad.at(-1)) / 15e18),
    )
    expect(ends).toEqual([100, 160, 60, 100, 100])
  })

  it('is the same on every machine: a known sum', () => {
    const { pricesWad } = presetPath('chop', options)
    expect(pricesWad.reduce((a, b) => a + b)).toMatchInlineSnapshot(`1077033540244261500000000n`)
  })
})

describe('pathThroughPoints', () => {
  const path = (points: PathPoint[]) => pathThroughPoints(points, { ...TIMES, upkeeps: 4 })

  it('goes straight from point to point, and stays after the last', () => {
    const points = [
      { upkeep: 3, priceWad: 40n },
      { upkeep: 0, priceWad: 10n },
    ]
    expect(path(points).pricesWad).toEqual([10n, 20n, 30n, 40n, 40n])
    expect(path([{ upkeep: 0, priceWad: 7n }]).pricesWad).toEqual([7n, 7n, 7n, 7n, 7n])
  })

  it.each<[string, PathPoint[]]>([
    ['no start', [{ upkeep: 1, priceWad: 1n }]],
    [
      'a point beyond the end',
      [
        { upkeep: 0, priceWad: 1n },
        { upkeep: 5, priceWad: 1n },
      ],
    ],
    [
      'two at one upkeep',
      [
        { upkeep: 0, priceWad: 1n },
        { upkeep: 0, priceWad: 2n },
      ],
    ],
    [
      'zero',
      [
        { upkeep: 0, priceWad: 1n },
        { upkeep: 1, priceWad: 0n },
      ],
    ],
  ])('rejects %s', (_, points) => {
    expect(() => path(points)).toThrow(RangeError)
  })
})

describe('resamplePrices', () => {
  const series = { timesSec: [100, 110, 120, 150], pricesWad: [1n, 2n, 3n, 4n] }

  it('takes the last price at or before each upkeep, and none of the future', () => {
    const times = { startSec: 105, stepSec: 15, upkeeps: 3 }
    expect(resamplePrices(series, times).pricesWad).toEqual([1n, 3n, 3n, 4n])
    expect(resamplePrices(series, { ...times, startSec: 100, stepSec: 10 }).pricesWad).toEqual([
      1n,
      2n,
      3n,
      3n,
    ])
  })

  it('knows how far a series reaches', () => {
    expect(upkeepsFrom(series, { startSec: 100, stepSec: 25 })).toBe(2)
    expect(upkeepsFrom(series, { startSec: 151, stepSec: 25 })).toBe(0)
    expect(() => resamplePrices(series, { startSec: 99, stepSec: 1, upkeeps: 1 })).toThrow(
      RangeError,
    )
    expect(() => resamplePrices(series, { startSec: 100, stepSec: 25, upkeeps: 4 })).toThrow(
      RangeError,
    )
  })
})
