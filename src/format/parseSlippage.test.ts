import { describe, expect, it } from 'vitest'
import { DEFAULT_SLIPPAGE, describeSlippageError, parseSlippage } from './parseSlippage'

describe('the slippage', () => {
  it.each<[text: string, basisPoints: number]>([
    [DEFAULT_SLIPPAGE, 50],
    ['0', 0],
    [' 0.00 ', 0],
    ['0.01', 1],
    ['1,25', 125],
    ['5', 500],
  ])('%s%% is %i basis points', (text, basisPoints) => {
    expect(parseSlippage(text)).toEqual({ ok: true, basisPoints })
  })

  it.each<[text: string, says: RegExp]>([
    ['', /Enter a number, for example 0\.5/],
    ['half', /Enter a number/],
    ['1e1', /Enter a number/],
    ['-1', /can’t be negative/],
    ['0.005', /two decimals/],
    ['5.01', /at most 5%/],
    ['100', /at most 5%/],
    ['1,000', /^1,000 is ambiguous/],
  ])('“%s” is none, and why is said', (text, says) => {
    const parsed = parseSlippage(text)
    if (parsed.ok) throw new Error('was taken')
    expect(describeSlippageError(parsed.code, text)).toMatch(says)
  })
})
