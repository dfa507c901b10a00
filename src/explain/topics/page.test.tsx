// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { formatAmount } from '../../format/formatAmount'
import { formatPercent, formatWad } from '../../format/formatRatio'
import { calculateValueTransfer } from '../../protocol/poolSwapLibrary'
import { fromUInt } from '../../protocol/quad'
import { WAD } from '../../protocol/wad'
import { lossShares } from '../lossShares'
import { roundTrips } from '../roundTrips'
import { choose, outcome, pull, show, texts } from '../testing/showTopic'
import Decay from './Decay'
import Pools from './Pools'
import PowerLeverage from './PowerLeverage'

const PAGE = { anchor: <a href="#/learn">#</a>, more: <p>More of it.</p> }

describe('two sides', () => {
  it.each([-30, -10, 10, 30])('at %i %% shows what the library moves', async (move) => {
    await show(Pools)
    await pull(move)
    const [long, short] = calculateValueTransfer(
      100_000n,
      100_000n,
      fromUInt(3n),
      100n,
      BigInt(100 + move),
      fromUInt(0n),
    )
    expect(texts('dd')).toEqual([
      `${formatAmount(long, 2)} USDC`,
      `${formatAmount(short, 2)} USDC`,
      '2,000 USDC',
    ])
    const paid = move > 0 ? long - 100_000n : short - 100_000n
    expect(outcome()).toContain(`the ${move > 0 ? 'short' : 'long'} side pays`)
    expect(outcome()).toContain(`${formatAmount(paid, 2)} USDC`)
  })
})

describe('decay', () => {
  it.each([
    ['Skew returns to 1', 'even'],
    ['No one trades', 'none'],
  ] as const)('%s', async (label, flows) => {
    await show(Decay)
    await choose('5x pool')
    await choose(label)
    await pull(4)
    const last = roundTrips(5n, 4, 12, flows).at(-1)
    const change = (wad = 0n) => formatPercent(wad - WAD, 2, { signed: true })
    expect(texts('dd')).toEqual([change(last?.long), change(last?.short)])
    expect(outcome()).toContain(`The long token has changed by ${change(last?.long)}`)
  })
})

describe('on the page about how pools work', () => {
  it('has what the panel has, the link to it, more text, and the figure’s values as a table', async () => {
    await show(PowerLeverage, PAGE)
    await choose('2x pool')
    expect(texts('h2')).toEqual(['Power leverage'])
    expect(texts('[data-sentence]')).toHaveLength(2)
    expect(texts('a')).toEqual(['#'])
    expect(texts('p')).toContain('More of it.')
    const rows = texts('tbody tr').length
    expect(rows).toBe(8)
    const { deployed, power, plain } = lossShares(2n, -20)
    expect(texts('tbody tr')[1]).toBe(
      `−20%${[deployed, power, plain].map((wad) => formatPercent(wad, 2)).join('')}`,
    )
  })

  it('follows its choices in the table, too', async () => {
    await show(Decay, PAGE)
    await choose('1x pool')
    await pull(10)
    const last = roundTrips(1n, 10, 12, 'even').at(-1)
    expect(texts('tbody tr').at(-1)).toBe(
      `12100${formatWad(last?.long ?? 0n, 4)}${formatWad(last?.short ?? 0n, 4)}`,
    )
  })

  it('has no table in a panel', async () => {
    await show(PowerLeverage)
    expect(texts('table')).toEqual([])
  })
})
