import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPriceRows, replayPrices } from './priceReplay'
import { randomWalk, START_PRICES } from './priceSource'

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'prices-')), 'prices.csv')
  writeFileSync(path, text)
  return path
}

describe('readPriceRows', () => {
  it('reads the closing prices', () => {
    expect(readPriceRows(file('timestamp,close\n1,2.5\r\n2,3\n'))).toEqual([2.5, 3])
  })

  it.each([
    ['time,price\n1,2', 'the first line must be timestamp,close'],
    ['timestamp,close\n', 'has no rows'],
    ['timestamp,close\n1,2\n2,x', 'line 3'],
    ['timestamp,close\n1,-2', 'line 2'],
    ['timestamp,close\n1,2,3', 'line 2'],
    ['timestamp,close\n1,', 'line 2'],
  ])('refuses %j', (text, words) => {
    expect(() => readPriceRows(file(text))).toThrow(words)
  })
})

describe('replayPrices', () => {
  const others = randomWalk(1, 1_000)

  it('plays a row for its time and holds the last one', () => {
    const ended: string[] = []
    const onEnd = (symbol: string) => ended.push(symbol)
    const source = replayPrices({
      rows: { ETH: [1, 2, 3] },
      others,
      startSec: 100,
      rowSec: 10,
      onEnd,
    })
    expect([90, 100, 109, 110].map((time) => source.at(time).ETH)).toEqual([1, 1, 1, 2])
    expect(ended).toEqual([])
    expect([120, 500].map((time) => source.at(time).ETH)).toEqual([3, 3])
    expect(ended).toEqual(['ETH'])
    expect(source.at(500).BTC).toBe(START_PRICES.BTC)
  })

  it('keeps a price set by hand until the next row', () => {
    const source = replayPrices({ rows: { ETH: [1, 2, 3] }, others, startSec: 100, rowSec: 10 })
    source.at(100)
    source.adopt('ETH', 7)
    expect([105, 110].map((time) => source.at(time).ETH)).toEqual([7, 2])
  })
})

describe('randomWalk', () => {
  it('is repeated by its seed and moves at a lifelike pace', () => {
    const path = (seed: number) => {
      const walk = randomWalk(seed, 0)
      return Array.from({ length: 1_440 }, (_, minute) => walk.at((minute + 1) * 60).ETH)
    }
    expect(path(7)).toEqual(path(7))
    expect(path(7)).not.toEqual(path(8))
    const prices = path(7)
    const moves = prices.slice(1).map((price, index) => Math.log(price / (prices[index] ?? 1)))
    const deviation = Math.sqrt(moves.reduce((sum, move) => sum + move ** 2, 0) / moves.length)
    // 100% a year is 0.138% a minute.
    expect(deviation).toBeGreaterThan(0.0012)
    expect(deviation).toBeLessThan(0.0016)
  })

  it('goes on from a price set by hand', () => {
    const walk = randomWalk(1, 0)
    walk.adopt('BTC', 50_000)
    expect(walk.at(60).BTC / 50_000).toBeCloseTo(1, 1)
  })
})
