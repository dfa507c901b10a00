import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'
import { skewEdges } from '../../analytics/skewFarm'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { compareSizes } from './compareSizes'
import { arrangeMarkets, countHidden, type MarketView } from './marketList'
import type { MarketRow } from './marketRow'
import { toParams, toView } from './useMarketView'

const BAL: Address = '0x040d1EdC9569d4Bab2D15287Dc5A4F10F56a56B8'
const USDC: Address = '0xFF970A61A04b1cA14834A43f5dE4533eBDDB5CC8'

const VIEW: MarketView = toView(new URLSearchParams())

/** A market of 1,000 long and as much short as its skew says; without a skew its short side is empty. */
function row(name: string, skewPercent?: bigint, part: Partial<MarketRow> = {}): MarketRow {
  const facts = {
    name,
    address: `0xAb${name}`,
    deprecated: false,
    oracle: { kind: name[0] === '3' ? 'sma' : 'spot' },
    settlementToken: name.endsWith('BAL')
      ? { address: BAL, symbol: 'BAL', decimals: 18 }
      : { address: USDC, symbol: 'USDC', decimals: 6 },
  }
  const snapshot = {
    ...SAMPLE_POOL,
    longBalance: 1_000n * (skewPercent ?? 100n),
    shortBalance: skewPercent === undefined ? 0n : 100_000n,
  }
  return {
    name,
    facts,
    pool: { facts, snapshot },
    searchText: name.toLowerCase(),
    settlementSymbol: name.split('+')[1] ?? '',
    leverage: `${name[0]}x`,
    underlying: name.slice(2, 5),
    isMine: false,
    isHealthy: true,
    isVerified: true,
    isOwn: false,
    edges: skewEdges(snapshot),
    ...part,
  } as MarketRow
}

const ROWS = [
  row('3-BTC/USD+USDC', 90n),
  row('1-ETH/USD+USDC', 120n, { isMine: true }),
  row('5-ETH/USD+BAL', undefined, { isHealthy: false }),
]

const namesOf = (part: Partial<MarketView>) =>
  arrangeMarkets(ROWS, { ...VIEW, grouped: false, ...part }, [], compareSizes).flatMap(({ rows }) =>
    rows.map(({ name }) => name),
  )

describe('the list of markets', () => {
  it.each<[Partial<MarketView>, string[]]>([
    [{}, ['3-BTC/USD+USDC', '1-ETH/USD+USDC', '5-ETH/USD+BAL']],
    [{ search: 'eth bal' }, ['5-ETH/USD+BAL']],
    [{ search: '  ETH  ' }, ['1-ETH/USD+USDC', '5-ETH/USD+BAL']],
    [{ leverage: '3x' }, ['3-BTC/USD+USDC']],
    [{ settlement: 'BAL' }, ['5-ETH/USD+BAL']],
    [{ oracle: 'sma' }, ['3-BTC/USD+USDC']],
    [{ onlyMine: true }, ['1-ETH/USD+USDC']],
    [{ onlyHealthy: true }, ['3-BTC/USD+USDC', '1-ETH/USD+USDC']],
    [{ search: 'doge' }, []],
  ])('narrowed by %j holds %j', (part, names) => {
    expect(namesOf(part)).toEqual(names)
  })

  it('sorts both ways, and puts what has no value last either way', () => {
    expect(namesOf({ sort: 'skew' })).toEqual(['3-BTC/USD+USDC', '1-ETH/USD+USDC', '5-ETH/USD+BAL'])
    expect(namesOf({ sort: 'skew', descending: true })).toEqual([
      '1-ETH/USD+USDC',
      '3-BTC/USD+USDC',
      '5-ETH/USD+BAL',
    ])
  })

  it('compares sizes in the same money only, whatever its decimals', () => {
    const usdcSizes = ['3-BTC/USD+USDC', '1-ETH/USD+USDC']
    expect(namesOf({ sort: 'size' })).toEqual(['5-ETH/USD+BAL', ...usdcSizes])
    expect(namesOf({ sort: 'size', descending: true })).toEqual([
      '5-ETH/USD+BAL',
      ...usdcSizes.toReversed(),
    ])
  })

  it('compares sizes in dollars where both have a price, before those without one', () => {
    const [first, ...others] = ROWS
    const [second, third] = others
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('no row')
    const rows = [{ ...first, sizeDollarsWad: 5n }, second, { ...third, sizeDollarsWad: 7n }]
    const sizes = (descending: boolean) =>
      arrangeMarkets(
        rows,
        { ...VIEW, grouped: false, sort: 'size', descending },
        [],
        compareSizes,
      )[0]?.rows.map(({ name }) => name)
    expect(sizes(false)).toEqual([first.name, third.name, second.name])
    expect(sizes(true)).toEqual([third.name, first.name, second.name])
  })

  it('sorts by what the skew pays the better side', () => {
    expect(namesOf({ sort: 'pays', descending: true })).toEqual([
      '1-ETH/USD+USDC',
      '3-BTC/USD+USDC',
      '5-ETH/USD+BAL',
    ])
  })

  it('puts deprecated markets last, with a sentence, unless a sort without groups says otherwise', () => {
    const [first, ...others] = ROWS
    if (first === undefined) throw new Error('no row')
    const rows = [{ ...first, facts: { ...first.facts, deprecated: true } }, ...others]
    const flat = (part: Partial<MarketView>) =>
      arrangeMarkets(rows, { ...VIEW, grouped: false, ...part }, [])[0]?.rows.map(
        ({ name }) => name,
      )
    expect(flat({})).toEqual(['1-ETH/USD+USDC', '5-ETH/USD+BAL', '3-BTC/USD+USDC'])
    expect(flat({ sort: 'skew' })?.[0]).toBe('3-BTC/USD+USDC')
    const groups = arrangeMarkets(rows, VIEW, [])
    expect(groups.map(({ title }) => title)).toEqual(['ETH', 'Deprecated'])
    expect(groups[1]?.note).toMatch(/Withdraw your funds/)
  })

  it('groups by the underlying, each group in the list’s order', () => {
    const groups = arrangeMarkets(ROWS, VIEW, [])
    expect(groups.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['BTC', 1],
      ['ETH', 2],
    ])
  })
})

describe('what an edition features', () => {
  const [btc, eth, bal] = ROWS
  if (btc === undefined || eth === undefined || bal === undefined) throw new Error('no rows')
  const listed = (featured: readonly string[], part: Partial<MarketView> = {}, rows = ROWS) =>
    arrangeMarkets(rows, { ...VIEW, ...part }, featured).map(
      (group) => [group.title, group.rows.map(({ name }) => name)] as const,
    )

  it('comes first, in its order, by name or by address, and nowhere else', () => {
    const addressOfEth = eth.facts.address.toLowerCase()
    expect(listed([bal.name, addressOfEth, bal.facts.address, 'no such market'])).toEqual([
      ['Featured', [bal.name, eth.name]],
      ['BTC', [btc.name]],
    ])
    expect(listed([bal.name], { grouped: false })).toEqual([
      [undefined, [bal.name, btc.name, eth.name]],
    ])
  })

  it('gives way to a sort without groups, and to what is searched', () => {
    expect(listed([bal.name], { grouped: false, sort: 'skew' })[0]?.[1][0]).toBe(btc.name)
    expect(listed([bal.name], { search: 'btc' })).toEqual([['BTC', [btc.name]]])
  })

  it('is never a younger market of the same name, nor a deprecated one', () => {
    const impostor = { ...row(bal.name), facts: { ...bal.facts, address: '0xBad' as const } }
    const rows = [...ROWS, { ...impostor, isMine: true }]
    const [, first] = arrangeMarkets(rows, { ...VIEW, grouped: false }, [bal.name]).flatMap(
      (group) => group.rows,
    )
    expect(arrangeMarkets(rows, VIEW, [bal.name])[0]?.rows).toEqual([bal])
    expect(first).toBe(btc)
    expect(listed([bal.name], { onlyMine: true }, rows).map(([title]) => title)).toEqual(['ETH'])
    const old = { ...bal, facts: { ...bal.facts, deprecated: true } }
    expect(listed([bal.name], {}, [btc, eth, old]).map(([title]) => title)).toEqual([
      'BTC',
      'ETH',
      'Deprecated',
    ])
  })
})

describe('a featured name', () => {
  const name = '3-ETH/USD+BAL'
  const featuredOf = (rows: readonly MarketRow[]) => {
    const [first] = arrangeMarkets(rows, { ...VIEW, showUnverified: true }, [name])
    return first?.title === 'Featured' ? first.rows : []
  }

  it('is not taken by an older impostor', () => {
    const impostor = row(name, 100n, { isVerified: false })
    const genuine = row(name)
    expect(featuredOf([impostor])).toEqual([])
    expect(featuredOf([impostor, genuine])).toEqual([genuine])
  })
})

describe('markets with parts that are not known', () => {
  const lure = row('9-ETH/USD+USDC', 10n, { isVerified: false })
  const held = row('8-BTC/USD+USDC', 10n, { isVerified: false, isMine: true, isOwn: true })
  const made = row('7-BTC/USD+USDC', 10n, { isVerified: false, isOwn: true })
  const rows = [lure, ...ROWS, held, made]
  const listed = (part: Partial<MarketView>, featured: readonly string[] = []) =>
    arrangeMarkets(rows, { ...VIEW, ...part }, featured).map(
      (group) => [group.title, group.rows.map(({ name }) => name)] as const,
    )

  it('are not listed unless they are asked for, but for what the account holds or has made', () => {
    expect(listed({})).toEqual([
      ['BTC', ['3-BTC/USD+USDC']],
      ['ETH', ['1-ETH/USD+USDC', '5-ETH/USD+BAL']],
      ['Unverified', [held.name, made.name]],
    ])
    expect(listed({ showUnverified: true }).at(-1)).toEqual([
      'Unverified',
      [lure.name, held.name, made.name],
    ])
    expect(countHidden(rows, VIEW)).toBe(1)
    expect(countHidden(rows, { ...VIEW, showUnverified: true })).toBe(0)
    expect(countHidden(rows, { ...VIEW, search: 'btc' })).toBe(0)
  })

  it('come after the others whatever the list is sorted by, in a group that says so', () => {
    for (const part of [{ sort: 'skew' }, { sort: 'skew', descending: true }, {}] as const) {
      const groups = arrangeMarkets(
        rows,
        { ...VIEW, grouped: false, showUnverified: true, ...part },
        [],
      )
      expect(groups.map(({ title }) => title)).toEqual([undefined, 'Unverified'])
      expect(groups[1]?.note).toMatch(/under any name/)
    }
  })

  it('are never featured, by name or by address', () => {
    const featured = [lure.name, lure.facts.address]
    expect(listed({ showUnverified: true }, featured).map(([title]) => title)).toEqual([
      'BTC',
      'ETH',
      'Unverified',
    ])
  })

  it('stand alone where nothing else fits', () => {
    expect(listed({ grouped: false, search: '9-eth', showUnverified: true })).toEqual([
      ['Unverified', [lure.name]],
    ])
    expect(listed({ grouped: false, search: '9-eth' })).toEqual([])
  })
})

describe('the view in the URL', () => {
  it('comes back as it was written', () => {
    const view: MarketView = {
      search: 'eth',
      leverage: '3x',
      settlement: 'BAL',
      oracle: 'sma',
      onlyMine: true,
      onlyHealthy: true,
      grouped: false,
      showUnverified: true,
      sort: 'skew',
      descending: true,
    }
    expect(toView(new URLSearchParams(toParams(view).toString()))).toEqual(view)
    expect(toParams(VIEW).toString()).toBe('')
  })

  it('ignores what makes no sense', () => {
    expect(toView(new URLSearchParams('sort=-nonsense')).sort).toBeUndefined()
    expect(toView(new URLSearchParams(`q=${'x'.repeat(5_000)}`)).search).toHaveLength(100)
  })
})
