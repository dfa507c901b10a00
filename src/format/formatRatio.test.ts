import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WAD } from '../protocol/wad'
import {
  formatDollars,
  formatGain,
  formatPercent,
  formatPrice,
  formatTokenPrice,
  formatWad,
  ratioWad,
} from './formatRatio'

describe('a gain', () => {
  it.each([
    [0.0512, '+5.1%'],
    [-0.31249, '−31.2%'],
    [0, '0.0%'],
    [-0.0001, '0.0%'],
  ])('of %f is %s', (gain, text) => {
    expect(formatGain(gain)).toBe(text)
  })
})

describe('ratioWad', () => {
  it('cuts and knows no ratio over zero', () => {
    expect(ratioWad(2n, 3n)).toBe(666_666_666_666_666_666n)
    expect(ratioWad(0n, 3n)).toBe(0n)
    expect(ratioWad(3n, 0n)).toBeUndefined()
  })
})

describe('formatWad', () => {
  it.each<[wad: bigint, digits: number, text: string]>([
    [0n, 2, '0.00'],
    [0n, 0, '0'],
    [WAD, 2, '1.00'],
    [5n * 10n ** 15n, 2, '0.01'],
    [4_999_999_999_999_999n, 2, '0.00'],
    [-5n * 10n ** 15n, 2, '−0.01'],
    [-4_999_999_999_999_999n, 2, '0.00'],
    [999_995n * 10n ** 15n, 2, '1,000.00'],
    [1_234_567n * WAD, 0, '1,234,567'],
    [WAD / 2n, 0, '1'],
    [1n, 18, '0.000000000000000001'],
    [-1n, 18, '−0.000000000000000001'],
  ])('rounds %i to %i digits half away from zero: %s', (wad, digits, text) => {
    expect(formatWad(wad, digits)).toBe(text)
  })

  it('is never off by more than half of its last digit', () => {
    const anyWad = fc.bigInt({ min: -(1n << 120n), max: 1n << 120n })
    fc.assert(
      fc.property(anyWad, fc.integer({ min: 0, max: 18 }), (wad, digits) => {
        const text = formatWad(wad, digits).replaceAll(',', '').replace('−', '-')
        const unit = 10n ** BigInt(18 - digits)
        const shown = BigInt(text.replace('.', '')) * unit
        const off = shown > wad ? shown - wad : wad - shown
        expect(2n * off <= unit).toBe(true)
      }),
    )
  })
})

describe('formatPercent', () => {
  it('shows a wad as percent', () => {
    expect(formatPercent(WAD / 20n)).toBe('5.00%')
    expect(formatPercent(WAD, 0)).toBe('100%')
    expect(formatPercent(-WAD / 8n, 1)).toBe('−12.5%')
    expect(formatPercent(12_345_678_901_234n, 4)).toBe('0.0012%')
  })

  it('puts a sign before gains and losses, and none before zero', () => {
    expect(formatPercent(WAD / 20n, 2, { signed: true })).toBe('+5.00%')
    expect(formatPercent(-WAD / 20n, 2, { signed: true })).toBe('−5.00%')
    expect(formatPercent(0n, 2, { signed: true })).toBe('0.00%')
    expect(formatPercent(1n, 2, { signed: true })).toBe('0.00%')
    expect(formatPercent(-1n, 2, { signed: true })).toBe('0.00%')
  })
})

describe('formatPrice', () => {
  it.each<[wad: bigint, text: string]>([
    [3_500n * WAD, '3,500.00'],
    [10n * WAD, '10.00'],
    [10n * WAD - 1n, '10.0000'],
    [10_812n * 10n ** 14n, '1.0812'],
    [WAD, '1.0000'],
    [WAD - 1n, '1.000000'],
    [123_456_789n * 10n ** 9n, '0.123457'],
    [-2n * WAD, '−2.0000'],
    // Small ones: 0.0000105, not 0.000011.
    [105n * 10n ** 11n, '0.0000105'],
    [1_054_372n * 10n ** 7n, '0.00001054'],
  ])('of %d is %s', (wad, text) => {
    expect(formatPrice(wad)).toBe(text)
  })

  it('shows at least four significant digits of whatever has them', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1_000n, max: 1n << 120n }), (wad) => {
        const significant = formatPrice(wad).replace(/[,.]/g, '').replace(/^0+/, '')
        // What is cut off at the end are zeros.
        const all = wad.toString().slice(0, 4).replace(/0+$/, '')
        expect(significant.length).toBeGreaterThanOrEqual(all.length)
        expect(/[1-9]/.test(significant)).toBe(true)
      }),
    )
  })

  it('is never off by more than half a thousandth', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1_000n, max: 1n << 120n }), (wad) => {
        const [whole = '', fraction = ''] = formatPrice(wad).replaceAll(',', '').split('.')
        const shown = BigInt(whole + fraction.padEnd(18, '0'))
        const off = shown > wad ? shown - wad : wad - shown
        expect(off * 2_000n <= wad).toBe(true)
      }),
    )
  })
})

describe('formatDollars', () => {
  it('calls itself an estimate, to the cent', () => {
    expect(formatDollars(1_234_567n * 10n ** 15n)).toBe('≈ $1,234.57')
    expect(formatDollars(0n)).toBe('≈ $0.00')
  })

  it('never says nothing for what is something', () => {
    expect(formatDollars(1n)).toBe('< $0.01')
    expect(formatDollars(10n ** 16n)).toBe('≈ $0.01')
  })

  it('tells what is absurdly large by its order', () => {
    expect(formatDollars(10n ** 33n - 1n)).toMatch(/^≈ \$1,000,000,/)
    expect(formatDollars(5_789n * 10n ** 70n)).toBe('≈ $5.789e55')
  })
})

describe('formatTokenPrice', () => {
  it.each<[wad: bigint, text: string]>([
    [WAD + WAD / 3n, '1.333333'],
    [0n, '0.000000'],
    [1_234n * 10n ** 12n, '0.001234'],
    [5n * 10n ** 14n, '0.000500'],
    [999_512n * 10n ** 9n, '0.0009995'],
    [999_999n * 10n ** 9n, '0.001000'],
    [1_234_567n, '0.000000000001235'],
    [-1_234_567n, '−0.000000000001235'],
    [105n, '0.000000000000000105'],
    [1n, '0.000000000000000001'],
  ])(
    'of %d has six digits, and four significant ones where six say too little: %s',
    (wad, text) => {
      expect(formatTokenPrice(wad)).toBe(text)
    },
  )
})
