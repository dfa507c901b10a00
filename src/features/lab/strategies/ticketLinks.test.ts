import { expect, it } from 'vitest'
import { DEFAULT_LAB } from '../form/labForm'
import { parseMadeUpPool } from '../form/parsePool'
import { parseStrategy } from './parseStrategy'
import { STRATEGIES } from './strategy'
import { ticketLinks } from './ticketLinks'

const form = { ...DEFAULT_LAB, amount: '1200.5' }
const made = parseMadeUpPool({ ...form, long: '1500000' }, 1_700_000_000)
if (!made.ok) throw new Error('no pool')
const parsed = parseStrategy(form, made.pool)
if (!parsed.ok) throw new Error('no terms')
const { terms } = parsed

it('every strategy opens a ticket that is filled in, in parts where it holds both sides', () => {
  const links = STRATEGIES.map((strategy) => ticketLinks(strategy, terms).map(({ query }) => query))
  expect(links).toEqual([
    ['side=long&amount=1200.5', 'side=short&amount=1200.5'],
    ['action=straddle&amount=1200.5'],
    ['side=short&amount=1200.5'],
    ['side=short&amount=1200.5'],
    // 2 / (3 · (1 + 1.5)) of it.
    ['side=short&amount=320.13'],
    ['side=long&amount=200.12', 'side=short&amount=400.13'],
  ])
})

it('a small amount keeps its digits: it may be of ETH', () => {
  const queries = ticketLinks('liquidity', { ...terms, amount: 0.05 }).map(({ query }) => query)
  expect(queries).toEqual(['side=long&amount=0.008335', 'side=short&amount=0.016665'])
})

it('an amount that is none is told so', () => {
  expect(parseStrategy({ ...form, amount: 'much' }, made.pool)).toMatchObject({
    ok: false,
    problems: { amount: expect.any(String) },
  })
})
