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

  it('can only burn in a pool that is to be left, and brings no amount of another token', () => {
    const minted = toForm(new URLSearchParams('action=mint&amount=5'), true)
    expect([minted.action, minted.amount, minted.unit]).toEqual(['burn', '', 'tokens'])
    expect(toForm(new URLSearchParams('action=burn&amount=5'), true).amount).toBe('5')
  })
})
