import { describe, expect, it } from 'vitest'
import type { PoolFacts } from '../../../chain/poolFacts'
import { WAD } from '../../../protocol/wad'
import { formatReadout } from './formatReadout'
import type { HistoryPoint } from './historyPoints'
import { chartsOf, skewWad } from './series'

const facts = (kind: 'spot' | 'sma') =>
  ({
    settlementToken: { address: '0xb2', symbol: 'USDC', decimals: 6 },
    quote: 'USD',
    oracle: { kind },
  }) as unknown as PoolFacts

const POINT: HistoryPoint = {
  timeSec: 1,
  indexWad: WAD,
  longPriceWad: WAD,
  shortPriceWad: WAD,
  longBalance: 9_007_199_254_740_993_000_001n,
  shortBalance: 9_007_199_254_740_993_000_000n,
  isExact: true,
  areTokensExact: true,
}

const cells = (id: string, point: HistoryPoint) => {
  const chart = chartsOf(facts('spot')).find((one) => one.id === id)
  return Object.fromEntries(
    [...(chart?.lines ?? []), ...(chart?.readouts ?? [])].map((readout) => [
      readout.name,
      formatReadout(readout, point),
    ]),
  )
}

describe('the charts of a pool', () => {
  it('call the average of an SMA pool by another name than the header’s index price', () => {
    expect(chartsOf(facts('spot'))[0]).toMatchObject({ title: 'Index price', unit: 'USD' })
    const [average] = chartsOf(facts('sma'))
    expect(average?.title).toBe('Price used (SMA)')
    expect(average?.lines[0]?.name).toBe('Price used (SMA)')
    expect(average?.unit).toMatch(/^USD · the SMA .* not the spot price$/)
  })

  it('tell size and skew with every digit, however large', () => {
    expect(cells('size', POINT)).toMatchObject({
      'Long side': { text: '9.007e15', exact: '9,007,199,254,740,993.000001' },
      'Both sides': { exact: '18,014,398,509,481,986.000001' },
    })
  })

  it('show skew beside the rebalancing rate', () => {
    expect(cells('skew', { ...POINT, longBalance: 3n, shortBalance: 2n })).toEqual({
      'Rebalancing rate': { text: '+50.00%', exact: '+50%' },
      Skew: { text: '1.5000', exact: '1.5' },
    })
  })

  it.each([
    [0n, 5n],
    [5n, 0n],
    [0n, 0n],
    [undefined, 5n],
  ])('have no skew for %s against %s', (longBalance, shortBalance) => {
    expect(skewWad({ longBalance, shortBalance })).toBeUndefined()
    const { Skew, 'Rebalancing rate': rate } = cells('skew', {
      ...POINT,
      longBalance,
      shortBalance,
    })
    expect([Skew?.text, rate?.text]).toEqual(['—', '—'])
  })

  it('mark what is made of estimated balances', () => {
    const estimate = { ...POINT, isExact: false }
    expect(cells('size', estimate)['Both sides']?.text).toMatch(/^≈ /)
    expect(cells('index', estimate)['Index price']?.text).toBe('1.0000')
    expect(cells('tokens', estimate)['Long token']?.exact).toBe('1')
  })

  it('mark the tokens’ values where they are projected: a keeper’s reward is in them', () => {
    const projected = { ...POINT, isExact: false, areTokensExact: false }
    expect(cells('tokens', projected)['Long token']).toEqual({ text: '≈ 1.000000', exact: '≈ 1' })
    expect(cells('index', projected)['Index price']?.text).toBe('1.0000')
  })
})
