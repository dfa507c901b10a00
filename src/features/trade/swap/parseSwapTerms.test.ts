import { describe, expect, it } from 'vitest'
import { swapContent } from './content'
import { DEFAULT_TERMS, parseDeadline, parseSlippage } from './parseSwapTerms'

const { problem } = swapContent

describe('the slippage', () => {
  it.each<[text: string, basisPoints: number]>([
    [DEFAULT_TERMS.slippage, 50],
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
    expect(problem.slippage(parsed.code, text)).toMatch(says)
  })
})

describe('the deadline', () => {
  it.each<[text: string, seconds: bigint]>([
    [DEFAULT_TERMS.deadline, 1_200n],
    ['1', 60n],
    ['1440', 86_400n],
  ])('%s min is %i s', (text, seconds) => {
    expect(parseDeadline(text)).toEqual({ ok: true, seconds })
  })

  it.each<[text: string, says: RegExp]>([
    ['', /Enter a number, for example 20/],
    ['0', /at least 1 minute/],
    ['-5', /at least 1 minute/],
    ['1.5', /whole minutes/],
    ['1441', /at most 1,440 minutes/],
    ['soon', /Enter a number/],
  ])('“%s” is none, and why is said', (text, says) => {
    const parsed = parseDeadline(text)
    if (parsed.ok) throw new Error('was taken')
    expect(problem.deadline(parsed.code, text)).toMatch(says)
  })
})
