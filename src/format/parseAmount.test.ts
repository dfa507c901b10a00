import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeAmountError } from './describeAmountError'
import { formatAmount, formatPlain } from './formatAmount'
import { type AmountErrorCode, parseAmount } from './parseAmount'

const MAX = (1n << 128n) - 1n
const ERROR_CODES: readonly AmountErrorCode[] = [
  'EMPTY',
  'ZERO',
  'NOT_A_NUMBER',
  'AMBIGUOUS',
  'NEGATIVE',
  'TOO_MANY_DECIMALS',
  'TOO_LARGE',
]

describe('parseAmount', () => {
  it.each<[text: string, decimals: number, value: bigint]>([
    ['1', 6, 1_000_000n],
    ['1.', 6, 1_000_000n],
    ['.5', 6, 500_000n],
    ['1250.5', 6, 1_250_500_000n],
    ['0.000001', 6, 1n],
    ['000123.4500', 6, 123_450_000n],
    [' 12 ', 6, 12_000_000n],
    ['\t12\n', 6, 12_000_000n],
    ['\u00a012\u00a0', 6, 12_000_000n],
    ['0.000000000000000001', 18, 1n],
    ['1.000000000000000001', 18, 10n ** 18n + 1n],
    ['123456789.123456789123456789', 18, 123456789123456789123456789n],
    ['7', 0, 7n],
    ['7.', 0, 7n],
    // The keyboard at hand has a comma.
    ['1,5', 6, 1_500_000n],
    ['1,', 6, 1_000_000n],
    [',5', 6, 500_000n],
    ['0,125', 6, 125_000n],
    ['1,25', 6, 1_250_000n],
    ['1,0000', 6, 1_000_000n],
    ['1234,567', 6, 1_234_567_000n],
    // A point alone is the decimal point, as this page writes it.
    ['1.125', 6, 1_125_000n],
    // What sets thousands apart beyond doubt.
    ['1.000,5', 6, 1_000_500_000n],
    ['1,000.5', 6, 1_000_500_000n],
    ['1,000.', 6, 1_000_000_000n],
    ['1.234,567', 6, 1_234_567_000n],
    ['1,000,000', 6, 1_000_000_000_000n],
    ['1.000.000', 6, 1_000_000_000_000n],
    ['1.234.567,89', 6, 1_234_567_890_000n],
  ])('reads %j with %i decimals exactly', (text, decimals, value) => {
    expect(parseAmount(text, decimals, MAX)).toEqual({ ok: true, value })
  })

  it.each<[text: string, code: AmountErrorCode]>([
    ['', 'EMPTY'],
    ['   ', 'EMPTY'],
    ['\n', 'EMPTY'],
    ['0', 'ZERO'],
    ['0.', 'ZERO'],
    ['.0', 'ZERO'],
    ['0.000000', 'ZERO'],
    ['.', 'NOT_A_NUMBER'],
    ['..', 'NOT_A_NUMBER'],
    ['1.2.3', 'NOT_A_NUMBER'],
    ['1e5', 'NOT_A_NUMBER'],
    ['1E5', 'NOT_A_NUMBER'],
    ['+1', 'NOT_A_NUMBER'],
    ['1,000', 'AMBIGUOUS'],
    [' 1,000 ', 'AMBIGUOUS'],
    ['999,999', 'AMBIGUOUS'],
    [',', 'NOT_A_NUMBER'],
    [',,', 'NOT_A_NUMBER'],
    ['.,', 'NOT_A_NUMBER'],
    ['1,2,3', 'NOT_A_NUMBER'],
    ['1,00,000', 'NOT_A_NUMBER'],
    ['1,000,00', 'NOT_A_NUMBER'],
    ['1000,000,000', 'NOT_A_NUMBER'],
    ['0,000,000', 'NOT_A_NUMBER'],
    ['1.5,000', 'NOT_A_NUMBER'],
    ['1,0.5', 'NOT_A_NUMBER'],
    ['1,000.000,5', 'NOT_A_NUMBER'],
    ['1.000,000,000', 'NOT_A_NUMBER'],
    ['1 000', 'NOT_A_NUMBER'],
    ['1_000', 'NOT_A_NUMBER'],
    ['0x10', 'NOT_A_NUMBER'],
    ['1n', 'NOT_A_NUMBER'],
    ['$1', 'NOT_A_NUMBER'],
    ['NaN', 'NOT_A_NUMBER'],
    ['Infinity', 'NOT_A_NUMBER'],
    ['1\u0000', 'NOT_A_NUMBER'],
    ['1\u200b2', 'NOT_A_NUMBER'],
    ['１２', 'NOT_A_NUMBER'],
    ['١٢', 'NOT_A_NUMBER'],
    ['²', 'NOT_A_NUMBER'],
    ['½', 'NOT_A_NUMBER'],
    ['abc', 'NOT_A_NUMBER'],
    ['-', 'NOT_A_NUMBER'],
    ['-1', 'NEGATIVE'],
    ['−1', 'NEGATIVE'],
    ['- 1', 'NEGATIVE'],
    ['-.5', 'NEGATIVE'],
    ['-,5', 'NEGATIVE'],
    ['-0', 'NEGATIVE'],
    ['1.0000000', 'TOO_MANY_DECIMALS'],
    ['0.0000001', 'TOO_MANY_DECIMALS'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseAmount(text, 6, MAX)).toEqual({ ok: false, code })
  })

  it.each([0, 6, 18])('takes as many digits after the point as a token of %i has', (decimals) => {
    const all = `1.${'1'.repeat(decimals)}`
    expect(parseAmount(all, decimals, MAX).ok).toBe(true)
    expect(parseAmount(`${all}1`, decimals, MAX)).toEqual({ ok: false, code: 'TOO_MANY_DECIMALS' })
  })

  it('takes 2^128 − 1 and refuses 2^128, in base units and in whole tokens', () => {
    const over = { ok: false, code: 'TOO_LARGE' }
    expect(parseAmount('340282366920938463463374607431768211455', 0, MAX)).toEqual({
      ok: true,
      value: MAX,
    })
    expect(parseAmount('340282366920938463463374607431768211456', 0, MAX)).toEqual(over)
    expect(parseAmount('340282366920938463463.374607431768211455', 18, MAX)).toEqual({
      ok: true,
      value: MAX,
    })
    expect(parseAmount('340282366920938463463.374607431768211456', 18, MAX)).toEqual(over)
    expect(parseAmount('340282366920938463463374607431768211455', 6, MAX)).toEqual(over)
  })

  it('takes exactly the largest amount allowed and not one unit more', () => {
    expect(parseAmount('5', 0, 5n)).toEqual({ ok: true, value: 5n })
    expect(parseAmount('6', 0, 5n)).toEqual({ ok: false, code: 'TOO_LARGE' })
  })

  it.each<[what: string, text: string, code: AmountErrorCode]>([
    ['nines', '9'.repeat(10_000), 'TOO_LARGE'],
    ['digits after the point', `0.${'1'.repeat(10_000)}`, 'TOO_MANY_DECIMALS'],
    ['points', '.'.repeat(10_000), 'NOT_A_NUMBER'],
    ['commas', ','.repeat(10_000), 'NOT_A_NUMBER'],
    ['groups', `1${',000'.repeat(10_000)}`, 'TOO_LARGE'],
    ['groups and a digit', `1${',000'.repeat(10_000)}0`, 'NOT_A_NUMBER'],
    ['minus signs', '-'.repeat(10_000), 'NOT_A_NUMBER'],
    ['letters', 'x'.repeat(10_000), 'NOT_A_NUMBER'],
    ['digits and a letter', `${'1'.repeat(10_000)}x`, 'NOT_A_NUMBER'],
    ['spaces', ' '.repeat(10_000), 'EMPTY'],
    ['spaces after a minus', `-${' '.repeat(10_000)}x`, 'NOT_A_NUMBER'],
  ])('refuses 10,000%s at once', (_, text, code) => {
    const startedMs = performance.now()
    expect(parseAmount(text, 18, MAX)).toEqual({ ok: false, code })
    expect(performance.now() - startedMs).toBeLessThan(200)
  })

  it('reads back every amount that was written into the field', () => {
    const decimals = fc.integer({ min: 0, max: 18 })
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: MAX }), decimals, (value, d) => {
        expect(parseAmount(formatPlain(value, d), d, MAX)).toEqual({ ok: true, value })
      }),
    )
  })

  const amount = fc.bigInt({ min: 1n, max: 1n << 100n })

  it('reads the comma of another keyboard as it reads the point, or asks', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 18 }), (value, decimals) => {
        const text = formatPlain(value, decimals).replace('.', ',')
        const parsed = parseAmount(text, decimals, MAX)
        if (parsed.ok) expect(parsed.value).toBe(value)
        else {
          expect(parsed.code).toBe('AMBIGUOUS')
          expect(text).toMatch(/^[1-9]\d{0,2},\d{3}$/)
        }
      }),
    )
  })

  it('reads what this page shows, in either style, or asks where there is one comma alone', () => {
    const swap = (text: string) => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 18 }), (value, decimals) => {
        const shown = formatAmount(value, decimals, { minDecimals: 1 })
        for (const text of [shown, swap(shown)]) {
          const parsed = parseAmount(text, decimals, MAX)
          if (parsed.ok) expect(parsed.value).toBe(value)
          else expect([parsed.code, text.replace(/\d/g, '')]).toEqual(['AMBIGUOUS', ','])
        }
      }),
    )
  })

  it('asks rather than give an amount that another reader would take for another one', () => {
    const ambiguous = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }))
    fc.assert(
      fc.property(ambiguous, fc.integer({ min: 0, max: 18 }), ([whole, rest], decimals) => {
        const text = `${whole},${rest.toString().padStart(3, '0')}`
        expect(parseAmount(text, decimals, MAX)).toEqual({ ok: false, code: 'AMBIGUOUS' })
      }),
    )
  })

  it('gives an amount between one unit and the maximum, or a known code, for any text', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789.,-−+eE x') }),
    )
    fc.assert(
      fc.property(nasty, fc.integer({ min: 0, max: 18 }), (text, decimals) => {
        const parsed = parseAmount(text, decimals, MAX)
        if (parsed.ok) {
          expect(parsed.value > 0n && parsed.value <= MAX).toBe(true)
          expect(text.trim()).toMatch(/^[0-9.,]*$/)
        } else expect(ERROR_CODES).toContain(parsed.code)
      }),
    )
  })
})

describe('describeAmountError', () => {
  const usdc = { symbol: 'USDC', decimals: 6 }

  it('has a sentence of its own for every code', () => {
    const sentences = ERROR_CODES.map((code) => describeAmountError(code, '1,000', usdc, MAX))
    expect(new Set(sentences).size).toBe(ERROR_CODES.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z\d].+\.$/)
  })

  it('names the token and how many decimals it has', () => {
    expect(describeAmountError('TOO_MANY_DECIMALS', '', usdc, MAX)).toBe(
      'USDC has at most 6 decimals.',
    )
  })

  it.each([
    ['1,000', '1,000 is ambiguous. Enter 1 or 1000.'],
    [' 2,500 ', '2,500 is ambiguous. Enter 2.5 or 2500.'],
    ['100,010', '100,010 is ambiguous. Enter 100.01 or 100010.'],
  ])('asks which of two numbers %j is, both of which can be typed', (text, sentence) => {
    expect(describeAmountError('AMBIGUOUS', text, usdc, MAX)).toBe(sentence)
    for (const reading of sentence.match(/(?<=mean |or )[\d.]+/g) ?? [])
      expect(parseAmount(reading, 6, MAX).ok).toBe(true)
  })

  it('names a maximum that can be committed', () => {
    const sentence = describeAmountError('TOO_LARGE', '', { symbol: 'BAL', decimals: 18 }, MAX)
    expect(sentence).toBe('A single commit is limited to 340,282,366,920,938,463,463 BAL.')
    expect(parseAmount('340282366920938463463', 18, MAX).ok).toBe(true)
  })
})
