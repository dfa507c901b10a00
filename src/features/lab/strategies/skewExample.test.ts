import { describe, expect, it } from 'vitest'
import { DEFAULT_LAB } from '../form/labForm'
import { parseMadeUpPool } from '../form/parsePool'
import { parseStrategy } from './parseStrategy'
import { chooseStrategy, hasLittleSkew, uneven } from './skewExample'

function poolOf(form: typeof DEFAULT_LAB) {
  const made = parseMadeUpPool(form, 1_700_000_000)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.pool
}

function termsOf(form: typeof DEFAULT_LAB) {
  const parsed = parseStrategy(form, poolOf(form))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.terms
}

describe('choosing a strategy', () => {
  it('that needs skew makes an untouched custom pool uneven', () => {
    const form = { ...DEFAULT_LAB, ...chooseStrategy('farm', DEFAULT_LAB) }
    expect(form).toMatchObject({ strategy: 'farm', long: '1500000', short: '1000000' })
    expect(hasLittleSkew('farm', termsOf(form))).toBe(false)
  })

  it('leaves other pools, and sides that were changed, as they are', () => {
    expect(chooseStrategy('directional', DEFAULT_LAB)).toEqual({ strategy: 'directional' })
    expect(chooseStrategy('farm', { ...DEFAULT_LAB, pool: '0x1' })).toEqual({ strategy: 'farm' })
    expect(chooseStrategy('farm', { ...DEFAULT_LAB, short: '999' })).toEqual({ strategy: 'farm' })
  })
})

it('an even pool has little skew for a farm, and none is needed to hold a side', () => {
  expect(hasLittleSkew('farmHedged', termsOf({ ...DEFAULT_LAB, short: '960000' }))).toBe(true)
  expect(hasLittleSkew('farmHedged', termsOf({ ...DEFAULT_LAB, short: '1060000' }))).toBe(false)
  expect(hasLittleSkew('directional', termsOf(DEFAULT_LAB))).toBe(false)
})

it('an example of a listed pool has its settings', () => {
  const settings = { ...DEFAULT_LAB, leverage: '5', sma: '4', interval: '5 min', fee: '1.5' }
  const listed = poolOf({ ...settings, mint: '0.3', burn: '0.1', price: '1234.5' })
  expect(uneven({ ...DEFAULT_LAB, pool: '0x1' }, listed)).toEqual({
    pool: 'made-up',
    leverage: '5',
    sma: '4',
    interval: '5 min',
    fee: '1.5',
    mint: '0.3',
    burn: '0.1',
    price: '1234.5',
    long: '1500000',
    short: '1000000',
  })
})
