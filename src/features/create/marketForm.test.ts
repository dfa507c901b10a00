import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_MARKET, type MarketForm, toMarketForm, withMarketForm } from './marketForm'

describe('a link to a planned market', () => {
  it('says all that the form says, and nothing that is usual', () => {
    const text = fc.string({ maxLength: 100 })
    const texts = Object.fromEntries(
      Object.keys(DEFAULT_MARKET).map((name) => [name, text] as const),
    )
    const kind = fc.constantFrom('spot', 'sma')
    fc.assert(
      fc.property(fc.record({ ...texts, kind }), (form) => {
        const written = withMarketForm(new URLSearchParams(), form as MarketForm)
        expect(toMarketForm(new URLSearchParams(written.toString()))).toEqual(form)
      }),
    )
    expect(withMarketForm(new URLSearchParams(), DEFAULT_MARKET).toString()).toBe('')
  })

  it('keeps what is not its own, and takes nonsense for nothing said', () => {
    const params = new URLSearchParams('account=0x12&kind=twap&leverage=7')
    const form = toMarketForm(params)
    expect(form).toEqual({ ...DEFAULT_MARKET, leverage: '7' })
    expect(withMarketForm(params, DEFAULT_MARKET).toString()).toBe('account=0x12')
    expect(toMarketForm(new URLSearchParams({ name: 'x'.repeat(500) })).name).toHaveLength(100)
  })
})
