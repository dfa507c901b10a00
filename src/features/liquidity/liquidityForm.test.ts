import { describe, expect, it } from 'vitest'
import {
  EMPTY_FORM,
  type LiquidityForm,
  parseLiquidityForm,
  typedText,
  withMostInProportion,
} from './liquidityForm'

const POOL = {
  paused: false,
  tokens: [
    { balance: 1_000_000_000n, decimals: 6, held: 5_000_000n },
    { balance: 4_000_000_000n, decimals: 6, held: 8_000_000n },
    { balance: 2n * 10n ** 18n, decimals: 18, held: 10n ** 18n },
  ],
}
const form = (change: Partial<LiquidityForm>, text: string): LiquidityForm => ({
  ...EMPTY_FORM,
  texts: { all: text, one: text, remove: text },
  ...change,
})
const requestOf = (change: Partial<LiquidityForm>, text: string, pool = POOL) => {
  const parsed = parseLiquidityForm(form(change, text), pool)
  return parsed.ok ? parsed.request : parsed.code
}

describe('adding', () => {
  it('in proportion takes of each token its part, whichever is typed', () => {
    const amountsIn = [1_000_000n, 4_000_000n, 2n * 10n ** 15n]
    expect(requestOf({}, '1')).toEqual({ kind: 'add', amountsIn })
    expect(requestOf({ given: 1 }, '4')).toEqual({ kind: 'add', amountsIn })
    expect(requestOf({ given: 2 }, '0.002')).toEqual({ kind: 'add', amountsIn })
  })

  it('one token leaves the others out', () => {
    expect(requestOf({ way: 'one', only: 2 }, '0.5')).toEqual({
      kind: 'add',
      amountsIn: [0n, 0n, 5n * 10n ** 17n],
    })
  })

  it('the most in proportion is what the scarcest token gives', () => {
    const most = withMostInProportion(form({}, ''), POOL)
    expect([most?.given, most?.texts.all]).toEqual([1, '8'])
    const none = POOL.tokens.map((token, index) => (index === 0 ? { ...token, held: 0n } : token))
    expect(withMostInProportion(form({}, ''), { tokens: none })).toBeUndefined()
  })
})

describe('removing', () => {
  it('takes LP tokens for all tokens, or for one', () => {
    const lpIn = 25n * 10n ** 17n
    expect(requestOf({ mode: 'remove' }, '2.5')).toMatchObject({ lpIn, onlyToken: undefined })
    const one = { mode: 'remove', way: 'one', only: 1 } as const
    expect(requestOf(one, '2.5')).toMatchObject({ lpIn, onlyToken: 1 })
    expect(requestOf(one, '2.5', { ...POOL, paused: true })).toMatchObject({ onlyToken: undefined })
  })
})

it.each([
  ['', 'EMPTY'],
  ['0', 'ZERO'],
  ['-1', 'NEGATIVE'],
  ['ten', 'NOT_A_NUMBER'],
  ['1,000', 'AMBIGUOUS'],
  ['0.1234567', 'TOO_MANY_DECIMALS'],
  ['9'.repeat(60), 'TOO_LARGE'],
] as const)('“%s” asks for nothing: %s', (text, code) => {
  expect(requestOf({}, text)).toBe(code)
})

it('too little for the others in proportion is said', () => {
  expect(requestOf({ given: 2 }, '0.0000000000000001')).toBe('TOO_SMALL')
})

it('each choice keeps what was typed for it', () => {
  const texts = { all: '1', one: '2', remove: '3' }
  const typed = (change: Partial<LiquidityForm>) =>
    typedText({ ...EMPTY_FORM, texts, ...change }, POOL)
  expect(typed({})).toEqual({ text: '1', decimals: 6 })
  expect(typed({ way: 'one', only: 2 })).toEqual({ text: '2', decimals: 18 })
  expect(typed({ mode: 'remove', way: 'one' })).toEqual({ text: '3', decimals: 18 })
})
