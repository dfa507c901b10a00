import { describe, expect, it } from 'vitest'
import { type Figures, figuresChange } from './figures'

const SEEN: Figures = {
  lastUpkeepSec: 1_000n,
  intervalId: 7n,
  executesAtSec: 1_060n,
  adds: { longTokens: 1_000_000n, shortTokens: 0n, settlementTokens: 0n },
  pays: 5_000_000n,
}

describe('figures that somebody has decided on', () => {
  it('hold while nothing happens, and while the outcome moves by a thousandth at most', () => {
    expect(figuresChange(SEEN, SEEN)).toBeUndefined()
    for (const longTokens of [999_000n, 1_001_000n])
      expect(figuresChange(SEEN, { ...SEEN, adds: { ...SEEN.adds, longTokens } })).toBeUndefined()
    // Late keepers move the time with every second, and nothing else.
    expect(figuresChange(SEEN, { ...SEEN, executesAtSec: 1_065n })).toBeUndefined()
  })

  it('no longer hold after an upkeep, in another interval, or with another outcome', () => {
    expect(figuresChange(SEEN, { ...SEEN, lastUpkeepSec: 1_060n, intervalId: 8n })).toBe('upkeep')
    expect(figuresChange(SEEN, { ...SEEN, intervalId: 8n })).toBe('interval')
    const adds = { ...SEEN.adds, longTokens: 998_900n }
    expect(figuresChange(SEEN, { ...SEEN, adds })).toBe('outcome')
    // What is asked for can stay while its price does not.
    expect(figuresChange(SEEN, { ...SEEN, pays: 5_006_000n })).toBe('outcome')
    expect(figuresChange(SEEN, { ...SEEN, adds: { ...SEEN.adds, shortTokens: 2n } })).toBe(
      'outcome',
    )
  })
})
