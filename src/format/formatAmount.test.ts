import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAmount, formatAmountShort, formatPlain, formatRoundedShort } from './formatAmount'

const anyValue = fc.bigInt({ min: -(1n << 160n), max: 1n << 160n })
const positive = fc.bigInt({ min: 1n, max: 1n << 128n })
const anyDecimals = fc.integer({ min: 0, max: 18 })

/** The shown text as base units again. */
function read(text: string, decimals: number): bigint {
  const [amount = '', exponent = '0'] = text.replaceAll(',', '').replace('−', '').split('e')
  const [whole = '', fraction = ''] = amount.split('.')
  const places = decimals + Number(exponent)
  const units = BigInt(whole + fraction.padEnd(places, '0').slice(0, places))
  return text.startsWith('−') ? -units : units
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}

describe('formatAmount', () => {
  it.each<[value: bigint, decimals: number, text: string]>([
    [0n, 6, '0'],
    [0n, 0, '0'],
    [1n, 6, '0.000001'],
    [1n, 18, '0.000000000000000001'],
    [1_250_500_000n, 6, '1,250.5'],
    [999_999_999n, 6, '999.999999'],
    [1_000_000_000_000n, 6, '1,000,000'],
    [123n, 0, '123'],
    [1_234_567n, 0, '1,234,567'],
    [-1n, 6, '−0.000001'],
    [-1_234_000_000n, 6, '−1,234'],
    [-100n, 0, '−100'],
  ])('shows %i of %i decimals as %s', (value, decimals, text) => {
    expect(formatAmount(value, decimals)).toBe(text)
  })

  it('cuts and never rounds up', () => {
    expect(formatAmount(1_999_999n, 6, { maxDecimals: 2 })).toBe('1.99')
    expect(formatAmount(999_999n, 6, { maxDecimals: 0 })).toBe('0')
    expect(formatAmount(-1_999_999n, 6, { maxDecimals: 2 })).toBe('−1.99')
  })

  it('shows no minus before a zero that is left after cutting', () => {
    expect(formatAmount(-1n, 6, { maxDecimals: 2, minDecimals: 2 })).toBe('0.00')
  })

  it('fills up to the least number of digits', () => {
    expect(formatAmount(1_500_000n, 6, { minDecimals: 2 })).toBe('1.50')
    expect(formatAmount(0n, 6, { minDecimals: 2 })).toBe('0.00')
  })

  it('loses nothing when all digits are shown', () => {
    fc.assert(
      fc.property(anyValue, anyDecimals, (value, decimals) => {
        expect(read(formatAmount(value, decimals), decimals)).toBe(value)
      }),
    )
  })

  it('never shows more than there is, and less by no more than one unit of the last digit', () => {
    const cut = fc.integer({ min: 0, max: 18 })
    fc.assert(
      fc.property(anyValue, anyDecimals, cut, (value, decimals, maxDecimals) => {
        const shown = read(formatAmount(value, decimals, { maxDecimals }), decimals)
        const missing = magnitude(value) - magnitude(shown)
        expect(missing >= 0n).toBe(true)
        expect(missing < 10n ** BigInt(Math.max(0, decimals - maxDecimals))).toBe(true)
      }),
    )
  })
})

describe('formatRoundedShort', () => {
  it.each<[value: bigint, decimals: number, text: string]>([
    [19_999_999_999_999_999_999_999n, 18, '20,000.00'],
    [19_994_994_999n, 6, '19,994.99'],
    [19_994_995_000n, 6, '19,995.00'],
    [1_999_999n, 6, '2.00'],
    [999_999n, 6, '0.9999'],
    [150n, 2, '1.50'],
    [0n, 18, '0.00'],
  ])('%s of %s decimals is %s', (value, decimals, text) => {
    expect(formatRoundedShort(value, decimals)).toBe(text)
  })
})

describe('formatAmountShort', () => {
  it.each<[value: bigint, decimals: number, text: string]>([
    [0n, 6, '0.00'],
    [1_234_567_890_000n, 6, '1,234,567.89'],
    [1_999_999n, 6, '1.99'],
    [1_000_000n, 6, '1.00'],
    [999_999n, 6, '0.9999'],
    [123_456n, 6, '0.1234'],
    [12_345n, 6, '0.01234'],
    [1_234n, 6, '0.001234'],
    [1n, 6, '0.000001'],
    [1_234n * 10n ** 11n, 18, '0.000123'],
    [10n ** 12n, 18, '0.000001'],
    [10n ** 12n - 1n, 18, '<0.000001'],
    [1n, 18, '<0.000001'],
    [-1n, 18, '>−0.000001'],
    [-1_999_999n, 6, '−1.99'],
    [5n, 0, '5'],
    [1n, 2, '0.01'],
    [1n, 8, '<0.000001'],
    [10n ** 21n - 1n, 6, '999,999,999,999,999.99'],
    [10n ** 21n, 6, '1.000e15'],
    [2n ** 255n, 18, '5.789e58'],
    [-(2n ** 255n), 18, '−5.789e58'],
  ])('shows %i of %i decimals as %s', (value, decimals, text) => {
    expect(formatAmountShort(value, decimals)).toBe(text)
  })

  it('never shows a non-zero amount as zero', () => {
    const small = fc.bigInt({ min: -10_000n, max: 10_000n }).filter((value) => value !== 0n)
    fc.assert(
      fc.property(fc.oneof(small, positive), anyDecimals, (value, decimals) => {
        expect(formatAmountShort(value, decimals)).toMatch(/[1-9]/)
      }),
    )
  })

  it('never shows more than there is', () => {
    fc.assert(
      fc.property(positive, anyDecimals, (value, decimals) => {
        const text = formatAmountShort(value, decimals)
        if (text.startsWith('<')) expect(value < 10n ** BigInt(decimals - 6)).toBe(true)
        else expect(read(text, decimals) <= value).toBe(true)
      }),
    )
  })
})

describe('formatPlain', () => {
  it('has neither separators nor trailing zeros, and an ASCII minus', () => {
    expect(formatPlain(1_234_567_500_000n, 6)).toBe('1234567.5')
    expect(formatPlain(-1_500_000n, 6)).toBe('-1.5')
    expect(formatPlain(7n, 0)).toBe('7')
  })
})
