import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatInterval } from './formatTime'
import { parseDuration } from './parseDuration'

describe('parseDuration', () => {
  it.each<[text: string, seconds: number | undefined]>([
    ['90 s', 90],
    [' 5 min ', 300],
    ['1h', 3_600],
    ['2 d', 172_800],
    ['45', 45],
    ['0', 0],
    ['', undefined],
    ['1.5 h', undefined],
    ['-1 s', undefined],
    ['5 minutes', undefined],
    ['1e3', undefined],
    ['9'.repeat(13), undefined],
  ])('reads “%s” as %s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds)
  })

  it('reads whatever a parameter list says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seconds) => {
        expect(parseDuration(formatInterval(BigInt(seconds)))).toBe(seconds)
      }),
    )
  })
})
