import { parseEther } from 'viem'
import { describe, expect, it } from 'vitest'
import { firstOffer, parseClaimOffer } from './parseClaimOffer'

const ETH = parseEther('1')
/** 200,000 gas at 0.1 gwei. */
const COST = parseEther('0.00002')
const GROUND = {
  ethBalanceWei: ETH,
  costWei: COST,
  isFromLink: false,
  meant: undefined,
} as const

describe('what is offered for a claim', () => {
  it('is nothing where it is switched off, and what is typed', () => {
    expect(parseClaimOffer(undefined, GROUND)).toEqual({ ok: true, wei: 0n })
    expect(parseClaimOffer('0.0001', GROUND)).toEqual({ ok: true, wei: ETH / 10_000n })
    expect(parseClaimOffer('0.0001', { ...GROUND, ethBalanceWei: undefined })).toMatchObject({
      ok: true,
    })
  })

  it.each(['', 'much', '-1', '0'])('is refused for “%s”', (text) => {
    expect(parseClaimOffer(text, GROUND)).toMatchObject({ ok: false })
  })

  it('is asked about where it could be two amounts', () => {
    expect(parseClaimOffer('1,000', GROUND)).toMatchObject({
      problem: expect.stringContaining('1 or 1000'),
    })
    expect(parseClaimOffer('0,0001', GROUND)).toEqual({ ok: true, wei: ETH / 10_000n })
  })

  it('leaves the wallet something for the network fee', () => {
    expect(parseClaimOffer('0.005', { ...GROUND, ethBalanceWei: ETH / 200n })).toMatchObject({
      ok: false,
    })
  })

  it('is asked about above twenty times the cost, each time that it is another', () => {
    expect(parseClaimOffer('0.0004', GROUND)).toMatchObject({ ok: true })
    expect(parseClaimOffer('0.0004001', GROUND)).toMatchObject({ ok: false, isUnusual: true })
    expect(parseClaimOffer('0.5', { ...GROUND, meant: '0.5' })).toEqual({
      ok: true,
      wei: ETH / 2n,
      isUnusual: true,
    })
    expect(parseClaimOffer('0.51', { ...GROUND, meant: '0.5' })).toMatchObject({ isUnusual: true })
  })

  it('is asked about above a thousandth ETH where the gas price is not known', () => {
    const unknown = { ...GROUND, costWei: undefined }
    expect(parseClaimOffer('0.001', unknown)).toMatchObject({ ok: true })
    expect(parseClaimOffer('0.0011', unknown)).toMatchObject({ ok: false, isUnusual: true })
  })

  it('is asked about whatever it is when it came with a link', () => {
    const linked = { ...GROUND, isFromLink: true }
    expect(parseClaimOffer('0.00001', linked)).toMatchObject({ ok: false, isUnusual: true })
    expect(parseClaimOffer('0.00001', { ...linked, meant: '0.00001' })).toMatchObject({ ok: true })
  })

  it.each([
    [COST, '0.00006'],
    [parseEther('0.0000213'), '0.000064'],
    [1n, '0.000000000000000003'],
    [parseEther('0.0333334'), '0.11'],
  ])('is about three times %s wei at first: %s', (cost, text) => {
    expect(firstOffer(cost)).toBe(text)
  })
})
