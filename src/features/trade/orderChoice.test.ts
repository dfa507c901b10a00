import { describe, expect, it } from 'vitest'
import type { PoolAccount } from '../../chain/poolAtBlock'
import { withHeldTokens } from './orderChoice'
import { DEFAULT_FORM, type OrderForm } from './orderForm'

const FLIP: OrderForm = { ...DEFAULT_FORM, action: 'flip', unit: 'tokens', amount: '5' }

function holding(held: Partial<Record<'long' | 'short' | 'longEscrow' | 'shortEscrow', bigint>>) {
  return {
    longBalance: held.long ?? 0n,
    shortBalance: held.short ?? 0n,
    escrow: {
      longTokens: held.longEscrow ?? 0n,
      shortTokens: held.shortEscrow ?? 0n,
      settlementTokens: 0n,
    },
  } as PoolAccount
}

describe('a burn or flip starts', () => {
  it('as it was chosen where there is something of that, or nothing at all, or no account', () => {
    expect(withHeldTokens(FLIP, holding({ long: 1n, shortEscrow: 9n }))).toEqual(FLIP)
    expect(withHeldTokens(FLIP, holding({}))).toEqual(FLIP)
    expect(withHeldTokens(FLIP, undefined)).toEqual(FLIP)
  })

  it('from the other source of the chosen side', () => {
    expect(withHeldTokens(FLIP, holding({ longEscrow: 1n, short: 9n }))).toEqual({
      ...FLIP,
      source: 'escrow',
    })
    const fromEscrow: OrderForm = { ...FLIP, source: 'escrow' }
    expect(withHeldTokens(fromEscrow, holding({ long: 1n }))).toEqual(FLIP)
  })

  it('from the other side where nothing is held of the chosen one, without its amount', () => {
    const other = { ...FLIP, side: 'short', source: 'escrow', amount: '' }
    expect(withHeldTokens(FLIP, holding({ shortEscrow: 1n }))).toEqual(other)
    // Half of what is there is meant of any side.
    const half: OrderForm = { ...FLIP, unit: 'percent', amount: '50' }
    expect(withHeldTokens(half, holding({ short: 1n }))).toEqual({ ...half, side: 'short' })
  })

  it('from the side that a person has just chosen, whatever is held', () => {
    expect(withHeldTokens(FLIP, holding({ short: 1n }), ['long'])).toEqual(FLIP)
  })
})
