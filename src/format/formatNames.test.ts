import { describe, expect, it } from 'vitest'
import { formatNames } from './formatNames'

const A = '0xaaaa000000000000000000000000000000000001'
const B = '0xbbbb000000000000000000000000000000000002'
const C = '0xcccc000000000000000000000000000000000003'

describe('names of several things', () => {
  it('that only look the same are told apart', () => {
    const names = formatNames([
      { address: '0xaaaa000000000000000000000000000000000001', name: 'USDC' },
      { address: '0xbbbb000000000000000000000000000000000002', name: 'UЅDС' },
    ])
    expect([...names.values()]).toEqual(['USDC (0xaaaa…0001)', 'UЅDС (0xbbbb…0002)'])
  })

  it('have their address behind them where two read the same, and nowhere else', () => {
    const names = formatNames([
      { address: A, name: '3-ETH/USD+BAL' },
      { address: B, name: '3-eth/usd+b\u200bal ' },
      { address: C, name: '1-ETH/USD+BAL' },
    ])
    expect([...names.values()]).toEqual([
      '3-ETH/USD+BAL (0xaaaa…0001)',
      '3-eth/usd+bal (0xbbbb…0002)',
      '1-ETH/USD+BAL',
    ])
  })

  it('that are cut to the same letters are told apart too, and one thing named twice is one', () => {
    const long = 'x'.repeat(60)
    const names = formatNames([
      { address: A, name: long },
      { address: B, name: `${long}y` },
      { address: C, name: 'BAL' },
      { address: C, name: 'BAL' },
    ])
    expect(names.get(A)).toMatch(/…\s\(0xaaaa…0001\)$/)
    expect(names.get(B)).toMatch(/…\s\(0xbbbb…0002\)$/)
    expect(names.get(C)).toBe('BAL')
  })
})
