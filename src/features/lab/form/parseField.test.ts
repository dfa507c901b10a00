import { describe, expect, it } from 'vitest'
import { parseDecimal, parseNumber, parseSpan, parseWhole } from './parseField'

const BOUNDS = { min: 0, max: 100 }

describe('a number', () => {
  it('is read with a point or a comma, within its bounds', () => {
    expect(parseNumber(' 1.5 ', BOUNDS)).toEqual({ ok: true, value: 1.5 })
    expect(parseNumber('1,5', BOUNDS)).toEqual({ ok: true, value: 1.5 })
    expect(parseNumber('−5', { min: -10, max: 10 })).toEqual({ ok: true, value: -5 })
  })

  it.each(['', 'abc', '1e9', 'Infinity', '0x10', '1.2.3', '1'.repeat(40)])('%j is none', (text) => {
    expect(parseNumber(text, BOUNDS)).toEqual({
      ok: false,
      problem: 'Enter a number, 0 to 100.',
    })
  })

  it('is read with thousands set apart, as this app writes it', () => {
    const wide = { min: -1e9, max: 1e9 }
    expect(parseNumber('1,000,000', wide)).toEqual({ ok: true, value: 1e6 })
    expect(parseNumber('−1.000,5', wide)).toEqual({ ok: true, value: -1000.5 })
    expect(parseDecimal('1,000,000.25', 2, wide)).toEqual({ ok: true, value: 100_000_025n })
    expect(parseNumber('1,00,000', wide).ok).toBe(false)
  })

  it('that could be thousands is asked about', () => {
    expect(parseNumber('1,500', { min: 0, max: 1e6 })).toEqual({
      ok: false,
      problem: '1,500 is ambiguous. Enter 1.5 or 1500.',
    })
  })

  it('beyond its bounds is told them', () => {
    const problem = 'Enter 1 to 10,000 paths.'
    for (const text of ['0', '10001'])
      expect(parseNumber(text, { min: 1, max: 10_000, unit: ' paths' })).toEqual({
        ok: false,
        problem,
      })
  })

  it('that has to be whole is', () => {
    expect(parseWhole('7', BOUNDS)).toEqual({ ok: true, value: 7 })
    expect(parseWhole('7.5', BOUNDS)).toEqual({ ok: false, problem: 'Enter a whole number.' })
  })

  it('is exact as an amount', () => {
    expect(parseDecimal('0.1', 18, BOUNDS)).toEqual({ ok: true, value: 10n ** 17n })
    expect(parseDecimal('99,000001', 6, BOUNDS)).toEqual({ ok: true, value: 99_000_001n })
    expect(parseDecimal('−0.5', 1, { min: -1, max: 1 })).toEqual({ ok: true, value: -5n })
    expect(parseDecimal('0.1234567', 6, BOUNDS)).toEqual({
      ok: false,
      problem: 'Use at most 6 decimals.',
    })
  })
})

describe('a span of time', () => {
  it('is read with its unit', () => {
    expect(parseSpan('30 d', 60, 365 * 86_400)).toEqual({ ok: true, value: 30 * 86_400 })
  })

  it('is asked for with an example, and within its bounds', () => {
    expect(parseSpan('a week', 60, 3_600)).toMatchObject({ ok: false })
    expect(parseSpan('2 h', 60, 3_600)).toEqual({ ok: false, problem: 'Enter 1 min to 1 h.' })
  })
})
