import { parseEther } from 'viem'
import { describe, expect, it } from 'vitest'
import { readClaim } from './AutoClaim'

const ETH = parseEther('1')

describe('what is offered for a claim', () => {
  it('is nothing where it is switched off, and what is typed', () => {
    expect(readClaim(undefined, ETH)).toEqual({ ok: true, wei: 0n })
    expect(readClaim('0.001', ETH)).toEqual({ ok: true, wei: ETH / 1_000n })
    expect(readClaim('0,001', ETH)).toEqual({ ok: true, wei: ETH / 1_000n })
    expect(readClaim('0.01', undefined)).toEqual({ ok: true, wei: ETH / 100n })
  })

  it.each(['', 'much', '-1', '0'])('is refused for “%s”', (text) => {
    expect(readClaim(text, ETH)).toMatchObject({ ok: false })
  })

  it('is asked about where it could be two amounts', () => {
    expect(readClaim('1,000', ETH)).toMatchObject({ problem: expect.stringContaining('1 or 1000') })
  })

  it('leaves the wallet something for the network fee', () => {
    expect(readClaim('0.005', ETH / 200n)).toMatchObject({ ok: false })
  })

  it('is asked about once more where it is far too much, each time that it is another', () => {
    expect(readClaim('50', 100n * ETH)).toMatchObject({ ok: false, isUnusual: true })
    expect(readClaim('50', 100n * ETH, '50')).toEqual({ ok: true, wei: 50n * ETH })
    expect(readClaim('51', 100n * ETH, '50')).toMatchObject({ ok: false, isUnusual: true })
  })
})
