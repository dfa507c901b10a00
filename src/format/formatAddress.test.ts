import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAddress, formatName } from './formatAddress'

describe('formatAddress', () => {
  it('shows the beginning and the end', () => {
    expect(formatAddress('0x3Feafee6b12C8d2E58c5B118e54C09F9273c6124')).toBe('0x3Fea…6124')
  })
})

describe('formatName', () => {
  it('leaves an ordinary name as it is', () => {
    expect(formatName('3L-ETH/USD+USDC')).toBe('3L-ETH/USD+USDC')
    expect(formatName('Ether Ξ 以太币 Ω')).toBe('Ether Ξ 以太币 Ω')
  })

  it.each<[what: string, name: string, shown: string]>([
    ['control characters', 'US\u0000D\u0007\u001b[31mC\u007f\u0085', 'USD[31mC'],
    ['line breaks', 'US\nD\r\nC\u2028\u2029', 'USDC'],
    ['a right-to-left override', 'USD\u202eCDSU\u202c', 'USDCDSU'],
    ['direction isolates and marks', '\u2066US\u2069\u200eD\u200fC\u061c', 'USDC'],
    ['characters of no width', 'U\u200bS\u200cD\u200dC\ufeff\u00ad', 'USDC'],
    ['invisible tags', 'USDC\u{e0041}\u{e007f}', 'USDC'],
    ['private-use characters', 'USDC\ue000', 'USDC'],
    ['surrounding spaces', '  USDC\u00a0 ', 'USDC'],
  ])('removes %s', (_, name, shown) => {
    expect(formatName(name)).toBe(shown)
  })

  it.each(['', '   ', '\u200b\u202e', '\u0000'])('says so when nothing of %j is left', (name) => {
    expect(formatName(name)).toBe('(no name)')
  })

  it('leaves markup as the text that it is', () => {
    expect(formatName('<script>alert(1)</script>')).toBe('<script>alert(1)</script>')
    expect(formatName('"><img src=x onerror=1>')).toBe('"><img src=x onerror=1>')
  })

  it('cuts 10,000 characters to 40, with a sign that it did', () => {
    const shown = formatName('A'.repeat(10_000))
    expect(shown).toBe(`${'A'.repeat(39)}…`)
    expect(formatName('A'.repeat(40))).toBe('A'.repeat(40))
  })

  it('cuts to another length where there is more room, and cleans as well', () => {
    expect(formatName(`\u202e${'W'.repeat(10_000)}`, 300)).toBe(`${'W'.repeat(299)}…`)
  })

  it('does not cut an emoji in half', () => {
    expect(formatName('🚀🚀')).toBe('🚀🚀')
    expect([...formatName('🚀'.repeat(10_000))]).toEqual([...'🚀'.repeat(39), '…'])
  })

  it('gives a short, visible text without marks for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const shown = formatName(name)
        expect([...shown].length).toBeLessThanOrEqual(40)
        expect(shown.trim()).not.toBe('')
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
      }),
    )
  })
})
