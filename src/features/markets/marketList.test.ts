import { describe, expect, it } from 'vitest'
import { arrangeMarkets, type MarketView, SORT_KEYS } from './marketList'
import type { MarketRow } from './marketRow'

const ALL: MarketView = {
  search: '',
  leverage: '',
  settlement: '',
  oracle: '',
  onlyMine: false,
  onlyHealthy: false,
  grouped: false,
  sort: undefined,
  descending: false,
}

/** @param value What the row is sorted by under every key but its name */
function row(name: string, value: number | undefined, part: Partial<MarketRow> = {}): MarketRow {
  return {
    name,
    leverage: `${name.slice(0, name.indexOf('-'))}x`,
    underlying: name.includes('BTC') ? 'BTC' : 'ETH',
    searchText: name.toLowerCase(),
    settlementToken: { symbol: name.endsWith('BAL') ? 'BAL' : 'USDC' },
    oracleKind: 'spot',
    isMine: false,
    isHealthy: true,
    sortValues: Object.fromEntries(SORT_KEYS.map((key) => [key, key === 'market' ? name : value])),
    ...part,
  } as MarketRow
}

const ROWS = [
  row('10-BTC/USD+USDC', 2, { oracleKind: 'sma' }),
  row('1-ETH/USD+USDC', undefined, { isMine: true }),
  row('3-BTC/USD+USDC', 3, { isHealthy: false }),
  row('5-ETH/USD+BAL', 1),
]

function shown(view: Partial<MarketView>): string[] {
  return arrangeMarkets(ROWS, { ...ALL, ...view }).flatMap(({ rows }) => rows.map((r) => r.name))
}

describe('the list of markets', () => {
  it('shows all in the factory’s order when nothing is asked for', () => {
    expect(shown({})).toEqual(ROWS.map(({ name }) => name))
  })

  it.each<[what: string, view: Partial<MarketView>, names: string[]]>([
    ['a word, in any case', { search: 'btc' }, ['10-BTC/USD+USDC', '3-BTC/USD+USDC']],
    ['all of several words', { search: ' BAL  eth ' }, ['5-ETH/USD+BAL']],
    ['words that nothing has', { search: 'btc bal' }, []],
    ['a leverage, and no other that begins alike', { leverage: '1x' }, ['1-ETH/USD+USDC']],
    ['a settlement token', { settlement: 'BAL' }, ['5-ETH/USD+BAL']],
    ['an oracle', { oracle: 'sma' }, ['10-BTC/USD+USDC']],
    ['one’s own', { onlyMine: true }, ['1-ETH/USD+USDC']],
    ['several things at once', { search: 'eth', settlement: 'USDC' }, ['1-ETH/USD+USDC']],
  ])('can be narrowed to %s', (_, view, names) => {
    expect(shown(view)).toEqual(names)
  })

  it('can leave out what is not healthy', () => {
    expect(shown({ onlyHealthy: true })).not.toContain('3-BTC/USD+USDC')
    expect(shown({ onlyHealthy: true })).toHaveLength(3)
  })

  it('sorts names by their numbers', () => {
    const names = ['1-ETH/USD+USDC', '3-BTC/USD+USDC', '5-ETH/USD+BAL', '10-BTC/USD+USDC']
    expect(shown({ sort: 'market' })).toEqual(names)
    expect(shown({ sort: 'market', descending: true })).toEqual(names.toReversed())
  })

  it.each(SORT_KEYS.filter((key) => key !== 'market'))(
    'sorts by %s, what has none last',
    (sort) => {
      const rising = ['5-ETH/USD+BAL', '10-BTC/USD+USDC', '3-BTC/USD+USDC']
      expect(shown({ sort })).toEqual([...rising, '1-ETH/USD+USDC'])
      expect(shown({ sort, descending: true })).toEqual([...rising.toReversed(), '1-ETH/USD+USDC'])
    },
  )

  it('does not disturb the rows it is given', () => {
    const before = [...ROWS]
    shown({ sort: 'size', descending: true })
    expect(ROWS).toEqual(before)
  })

  it('groups by underlying, sorted within each', () => {
    const groups = arrangeMarkets(ROWS, { ...ALL, grouped: true, sort: 'market' })
    expect(groups.map(({ title, rows }) => [title, rows.map(({ name }) => name)])).toEqual([
      ['ETH', ['1-ETH/USD+USDC', '5-ETH/USD+BAL']],
      ['BTC', ['3-BTC/USD+USDC', '10-BTC/USD+USDC']],
    ])
  })

  it('is empty, and no empty group, when nothing is left', () => {
    for (const grouped of [true, false])
      expect(arrangeMarkets(ROWS, { ...ALL, grouped, search: 'nothing' })).toEqual([])
  })
})
