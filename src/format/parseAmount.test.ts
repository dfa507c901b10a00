import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPlain } from './formatAmount'
import { type AmountErrorCode, describeAmountError, parseAmount } from './parseAmount'

const MAX = (1n << 128n) - 1n
const ERROR_CODES: readonly AmountErrorCode[] = [
  'EMPTY',
  'ZERO',
  'NOT_A_NUMBER',
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
    ['1,000', 'NOT_A_NUMBER'],
    ['1,5', 'NOT_A_NUMBER'],
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
    ['minus signs', '-'.repeat(10_000), 'NOT_A_NUMBER'],
    ['letters', 'x'.repeat(10_000), 'NOT_A_NUMBER'],
    ['digits and a letter', `${'1'.repeat(10_000)}x`, 'NOT_A_NUMBER'],
    ['spaces', ' '.repeat(10_000), 'EMPTY'],
    ['spaces after a minus', `-${' '.repeat(10_000)}x`, 'NOT_A_NUMBER'],
  ])('refuses 10,000 %s at once', (_, text, code) => {
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
          expect(text.trim()).toMatch(/^[0-9]*\.?[0-9]*$/)
        } else expect(ERROR_CODES).toContain(parsed.code)
      }),
    )
  })
})

describe('describeAmountError', () => {
  const usdc = { symbol: 'USDC', decimals: 6 }

  it('has a sentence of its own for every code', () => {
    const sentences = ERROR_CODES.map((code) => describeAmountError(code, usdc, MAX))
    expect(new Set(sentences).size).toBe(ERROR_CODES.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/)
  })

  it('names the token and how many decimals it has', () => {
    expect(describeAmountError('TOO_MANY_DECIMALS', usdc, MAX)).toBe(
      'USDC has 6 decimals; this amount has more.',
    )
  })

  it('names a maximum that can be committed', () => {
    const sentence = describeAmountError('TOO_LARGE', { symbol: 'BAL', decimals: 18 }, MAX)
    expect(sentence).toBe('A single commit can hold at most 340,282,366,920,938,463,463 BAL.')
    expect(parseAmount('340282366920938463463', 18, MAX).ok).toBe(true)
  })
})
