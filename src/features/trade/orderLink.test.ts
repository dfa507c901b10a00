import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACTIONS, DEFAULT_FORM, type OrderForm, SOURCES, unitsFor } from './orderForm'
import { toForm, withForm } from './orderLink'

const form: fc.Arbitrary<OrderForm> = fc.constantFrom(...ACTIONS).chain((action) =>
  fc.record({
    side: fc.constantFrom('long' as const, 'short' as const),
    action: fc.constant(action),
    source: fc.constantFrom(...SOURCES),
    unit: fc.constantFrom(...unitsFor(action)),
    amount: fc.string({ maxLength: 100 }),
    claim: fc.option(fc.string({ maxLength: 100 }), { nil: undefined }),
  }),
)

describe('a link to an order', () => {
  it('comes back as the order that was written into it', () => {
    fc.assert(
      fc.property(form, (order) => {
        const text = withForm(new URLSearchParams(), order).toString()
        expect(toForm(new URLSearchParams(text), false)).toEqual(order)
      }),
    )
  })

  it('keeps what others have written into the URL, and is empty for a fresh form', () => {
    const params = new URLSearchParams('account=0x1&side=short&amount=5')
    expect(withForm(params, DEFAULT_FORM).toString()).toBe('account=0x1')
  })

  it('takes nonsense as not said', () => {
    const nonsense = 'side=both&action=sell&from=bank&unit=kg&amount='
    expect(toForm(new URLSearchParams(nonsense), false)).toEqual(DEFAULT_FORM)
    expect(toForm(new URLSearchParams('action=straddle&unit=tokens'), false).unit).toBe(
      'settlement',
    )
    // Five of another unit are not five of this one.
    expect(toForm(new URLSearchParams('action=straddle&unit=tokens&amount=5'), false).amount).toBe(
      '',
    )
    expect(toForm(new URLSearchParams(`amount=${'9'.repeat(500)}`), false).amount).toHaveLength(100)
  })

  describe('that says only that it is from escrow', () => {
    const NOTHING = { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n }
    const read = (text: string, escrow: Partial<typeof NOTHING>) =>
      toForm(new URLSearchParams(text), false, { ...NOTHING, ...escrow })
    const burn = { action: 'burn', source: 'escrow', unit: 'tokens' }

    it('is a burn of the tokens there, of the side that it says where there are both', () => {
      expect(read('from=escrow', { longTokens: 5n })).toMatchObject({ ...burn, side: 'long' })
      expect(read('from=escrow', { shortTokens: 5n, settlementTokens: 1n })).toMatchObject({
        ...burn,
        side: 'short',
      })
      const both = { longTokens: 5n, shortTokens: 5n }
      expect(read('from=escrow&side=short', both)).toMatchObject({ ...burn, side: 'short' })
    })

    it('is a mint where settlement tokens are there, and from the wallet where nothing is', () => {
      const mint = { action: 'mint', unit: 'settlement' }
      const settlementTokens = 5n
      expect(read('from=escrow', { settlementTokens })).toMatchObject({ ...mint, source: 'escrow' })
      expect(read('from=escrow', {})).toMatchObject({ ...mint, source: 'wallet' })
    })
  })

  it('from an escrow that has nothing of what it takes is one from the wallet', () => {
    const escrow = { longTokens: 5n, shortTokens: 0n, settlementTokens: 0n }
    const sourceOf = (text: string) => toForm(new URLSearchParams(text), false, escrow).source
    expect(sourceOf('action=mint&from=escrow')).toBe('wallet')
    expect(sourceOf('action=burn&side=short&from=escrow&amount=5')).toBe('wallet')
    expect(sourceOf('action=burn&from=escrow&amount=5')).toBe('escrow')
    expect(sourceOf('action=mint&from=both')).toBe('both')
  })

  it('can only burn in a pool that is to be left, and brings no amount of another token', () => {
    const minted = toForm(new URLSearchParams('action=mint&amount=5'), true)
    expect([minted.action, minted.amount, minted.unit]).toEqual(['burn', '', 'tokens'])
    expect(toForm(new URLSearchParams('action=burn&amount=5'), true).amount).toBe('5')
  })
})
