import { describe, expect, it } from 'vitest'
import { legsOutlook } from '../../analytics/legsOutlook'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { fromUInt } from '../../protocol/quad'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { NO_USER } from '../../protocol/userBalance'
import { WAD } from '../../protocol/wad'
import { amountNote, amountObstacle, amountProblem, legsNote, orderTitle } from './describeOrder'
import { DEFAULT_FORM, type OrderForm, withAction } from './orderForm'
import { parseOrderForm } from './parseOrderForm'

const token = (symbol: string) => ({ symbol, decimals: 18 })
const POOL = {
  facts: {
    name: '3-ETH/USD+DAI',
    settlementToken: token('DAI'),
    longToken: token('3L'),
    shortToken: token('3S'),
  },
  snapshot: {
    ...SAMPLE_POOL,
    mintingFee: fromUInt(WAD / 100n),
    longBalance: 1_300_000n * WAD,
    oracle: { kind: 'spot', priceWad: 1_530n * WAD },
  },
  account: {
    settlementBalance: 1_000n * WAD,
    longBalance: 0n,
    shortBalance: 333n,
    escrow: { settlementTokens: 0n, longTokens: 50n * WAD, shortTokens: 0n },
    user: NO_USER,
  },
} as PoolAtBlock
const ID = SAMPLE_POOL.updateIntervalId

function read(form: Partial<OrderForm>, pool = POOL) {
  return parseOrderForm(pool, { ...DEFAULT_FORM, ...form }, ID)
}

describe('an amount', () => {
  it('in the token that is paid is what was typed', () => {
    expect(read({ amount: '1.5' }).amount).toEqual({
      ok: true,
      value: (3n * WAD) / 2n,
      isEstimate: false,
    })
  })

  it('in percent is that part of what the source holds, cut to the unit', () => {
    const burn = { action: 'burn', side: 'short', unit: 'percent' } as const
    expect(read({ ...burn, amount: '50' }).amount).toMatchObject({ value: 166n })
    expect(read({ ...burn, amount: '0.01' }).amount).toEqual({ ok: false, code: 'ZERO' })
    expect(read({ ...burn, amount: '100.01' }).amount).toEqual({ ok: false, code: 'OVER_100' })
    expect(read({ ...burn, amount: '1' }, { ...POOL, account: undefined }).amount).toEqual({
      ok: false,
      code: 'NO_BALANCE',
    })
  })

  it.each([
    ['mint', 'tokens', 'longTokens'],
    ['burn', 'settlement', 'settlementTokens'],
  ] as const)('of what a %s brings is enough for it, and hardly more', (action, unit, gets) => {
    const order = read({ action, unit, amount: '40' })
    expect(order.amount).toMatchObject({ ok: true, isEstimate: true })
    const { adds } = legsOutlook(POOL.snapshot, NO_USER, order.legs, ID)
    expect(adds[gets]).toBeGreaterThanOrEqual(40n * WAD)
    expect(adds[gets]).toBeLessThan(40n * WAD + 10n ** 6n)
  })
})

describe('an order in words', () => {
  it('says what is wrong, and nothing while one has hardly begun', () => {
    expect(amountProblem(read({ amount: '' }), false)).toBeUndefined()
    expect(amountProblem(read({ amount: '0.' }), false)).toBeUndefined()
    expect(amountProblem(read({ amount: '' }), true)).toBe('Enter an amount.')
    expect(amountProblem(read({ amount: '1001' }), true)).toBe(
      'Not enough DAI. Your wallet holds 1,000 DAI.',
    )
    const escrow = read({ action: 'burn', source: 'escrow', unit: 'tokens', amount: '51' })
    expect(amountProblem(escrow, true)).toBe('Not enough 3L. Your escrow holds 50 3L.')
    const empty = { action: 'burn', unit: 'percent', amount: '10' } as const
    expect(amountProblem(read(empty), true)).toBe('Your wallet holds no 3L.')
  })

  it('has a button that says what is missing, and otherwise what it does', () => {
    const obstacle = (form: Partial<OrderForm>) => amountObstacle(read(form), true)
    expect(obstacle({ amount: '' })).toBe('Enter an amount')
    expect(obstacle({ amount: '1001' })).toBe('Not enough DAI')
    expect(obstacle({ action: 'burn', unit: 'tokens', amount: '1' })).toBe('Not enough long tokens')
    expect(obstacle({ action: 'burn', unit: 'percent', amount: '9' })).toBe(
      'Not enough long tokens',
    )
    expect(obstacle({ amount: '1e5' })).toBe('Check the amount')
    expect(obstacle({ amount: '1000' })).toBeUndefined()
    // A number that is being typed is no mistake yet.
    expect(amountObstacle(read({ amount: '0.' }), false)).toBeUndefined()
  })

  it('names its commits where they are several, and its amount where it was found', () => {
    expect(legsNote(read({ amount: '5' }))).toBeUndefined()
    expect(legsNote(read({ action: 'straddle', amount: '5' }))).toBe('2.5 DAI long + 2.5 DAI short')
    const tokens = read({ unit: 'tokens', amount: '5' })
    expect(legsNote(tokens)).toMatch(/^≈ 6\.\d+ DAI, estimated/)
  })

  it.each([
    ['mint', 'Mint 3L with 2 DAI'],
    ['burn', 'Burn 2 3L'],
    ['flip', 'Flip 2 3L to short'],
    ['straddle', 'Straddle 3-ETH/USD+DAI with 2 DAI'],
  ] as const)('is called by what it does: %s', (action, title) => {
    expect(orderTitle(POOL.facts, read({ action, unit: 'settlement' }), 2n * WAD)).toBe(title)
  })
})

describe('another action', () => {
  it('keeps an amount of the same token, and drops one of another', () => {
    const mint = { ...DEFAULT_FORM, amount: '5' }
    expect(withAction(mint, 'straddle').amount).toBe('5')
    expect(withAction(mint, 'burn')).toMatchObject({ amount: '', unit: 'tokens' })
    expect(withAction({ ...mint, unit: 'tokens' }, 'straddle')).toMatchObject({
      amount: '',
      unit: 'settlement',
    })
  })
})

describe('an amount’s worth in dollars', () => {
  const dollarsOf = (value: bigint) => 2n * value

  it('stands after what else is said of settlement tokens', () => {
    expect(amountNote(read({ amount: '1.5' }), dollarsOf)).toBe('≈ $3.00')
    expect(amountNote(read({ amount: '50', unit: 'percent' }), dollarsOf)).toBe(
      '500 DAI · ≈ $1,000.00',
    )
  })

  it('is not said of pool tokens, nor without a feed', () => {
    expect(amountNote(read({ action: 'burn', amount: '1' }), dollarsOf)).not.toContain('$')
    expect(amountNote(read({ amount: '1.5' }), () => undefined)).toBeUndefined()
  })
})
