import { describe, expect, it } from 'vitest'
import { swapContent } from './content'
import { DEFAULT_TERMS, parseDeadline } from './parseSwapTerms'

const { problem } = swapContent

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
