import { describe, expect, it } from 'vitest'
import type { PoolFacts } from '../../../chain/poolFacts'
import { WAD } from '../../../protocol/wad'
import { chartRows, spanOf } from './chartRows'
import type { HistoryPoint } from './historyPoints'
import type { PoolProjection } from './projection'
import { type Chart, chartsOf } from './series'

const FACTS = {
  settlementToken: { address: '0xb2', symbol: 'USDC', decimals: 6 },
  quote: 'USD',
  oracle: { kind: 'spot' },
} as unknown as PoolFacts

const at = (timeSec: number, price: number): HistoryPoint => ({
  timeSec,
  indexWad: BigInt(price) * WAD,
  longPriceWad: WAD,
  shortPriceWad: WAD,
  longBalance: 2_000_000n,
  shortBalance: 1_000_000n,
  isExact: true,
  areTokensExact: true,
})
const [index, , size] = chartsOf(FACTS)
const rowsOf = (
  past: readonly HistoryPoint[],
  projection: PoolProjection,
  sinceSec = 0,
  isWhole = true,
) => {
  if (index === undefined) throw new Error('There is no chart')
  const span = spanOf(past, projection, sinceSec)
  return chartRows(index, past, projection, span, isWhole).map(({ timeSec, drawn }) => [
    timeSec,
    drawn,
  ])
}

const onTime: PoolProjection = {
  now: at(130, 12),
  isUntouched: true,
  catchUp: undefined,
  next: [at(180, 13), at(240, 14)],
  reason: undefined,
}
const behind: PoolProjection = {
  now: at(1_000, 12),
  isUntouched: true,
  catchUp: { point: at(1_000, 20), upkeeps: 3, lateIntervals: 40, isCaughtUp: true },
  next: [at(1_060, 21)],
  reason: undefined,
}

describe('the rows of a chart', () => {
  it('let the projected line begin where the real one ends', () => {
    expect(rowsOf([at(60, 11), at(120, 12)], onTime)).toEqual([
      [60, { index: 11 }],
      [120, { index: 12, 'index projected': 12 }],
      [180, { 'index projected': 13 }],
      [240, { 'index projected': 14 }],
    ])
  })

  it('begin with the pool of now where there is no past', () => {
    expect(rowsOf([], onTime)[0]).toEqual([130, { 'index projected': 12 }])
  })

  it('join a late pool’s standstill and what it would be after catching up by no line', () => {
    expect(rowsOf([at(120, 12)], behind)).toEqual([
      [120, { index: 12, 'index standing': 12 }],
      [1_000, { 'index standing': 12, 'index projected': 20 }],
      [1_060, { 'index projected': 21 }],
    ])
  })

  it('have something to draw where a late pool had no upkeep in the whole range', () => {
    expect(rowsOf([], behind, 400)).toEqual([
      [400, { 'index standing': 12 }],
      [1_000, { 'index standing': 12, 'index projected': 20 }],
      [1_060, { 'index projected': 21 }],
    ])
    // While it is being read, no one knows whether it stood still.
    expect(rowsOf([], behind, 400, false)[0]?.[0]).toBe(1_000)
  })

  it('do not say of balances that mints have changed since that they were so before', () => {
    if (index === undefined || size === undefined) throw new Error('There is no chart')
    const span = spanOf([], behind, 400)
    const firstOf = (chart: Chart, isUntouched: boolean) =>
      chartRows(chart, [], { ...behind, isUntouched }, span, true)[0]?.timeSec
    expect(firstOf(size, true)).toBe(400)
    expect(firstOf(size, false)).toBe(1_000)
    expect(firstOf(index, false)).toBe(400)
  })

  it('tell both states of one moment apart', () => {
    const span = spanOf([], behind, 400)
    const rows = index === undefined ? [] : chartRows(index, [], behind, span, true)
    expect(rows[1]?.told.map(({ note }) => note)).toEqual([
      'unchanged since the last rebalance',
      'if 3 overdue rebalances are performed now',
    ])
  })
})

describe('the time axis', () => {
  it('goes from the beginning of the range to the last projected upkeep, whatever the data', () => {
    expect(spanOf([at(120, 12)], onTime, 50)).toEqual({ fromSec: 50, toSec: 240 })
    expect(spanOf([], behind, 400)).toEqual({ fromSec: 400, toSec: 1_060 })
  })

  it('begins with the first upkeep where all is wanted', () => {
    expect(spanOf([at(60, 11), at(120, 12)], onTime, 0).fromSec).toBe(60)
  })
})
