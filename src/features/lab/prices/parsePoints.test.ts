import { describe, expect, it } from 'vitest'
import { WAD } from '../../../protocol/wad'
import { formatPoints, parsePoints } from './parsePoints'

describe('points as typed', () => {
  it('are prices at rebalances', () => {
    expect(parsePoints('0 0\n50 -20\n100; 12.5%', 1_000n * WAD, 10)).toEqual({
      ok: true,
      value: [
        { upkeep: 0, priceWad: 1_000n * WAD },
        { upkeep: 5, priceWad: 800n * WAD },
        { upkeep: 10, priceWad: 1_125n * WAD },
      ],
    })
  })

  it('begin at the start price where they say nothing of it, and the later of two counts', () => {
    const parsed = parsePoints('50 10\n50.1 20\n', WAD, 10)
    expect(parsed).toMatchObject({ ok: false })
    expect(parsePoints('50 10\n50.1 20\n90 0', WAD, 10)).toEqual({
      ok: true,
      value: [
        { upkeep: 5, priceWad: (12n * WAD) / 10n },
        { upkeep: 9, priceWad: WAD },
        { upkeep: 0, priceWad: WAD },
      ],
    })
  })

  it.each(['0 0\n50', '0 0\n50 abc', '0 0\n101 5', '0 0\n50 -100', '0 0\n50 1 2'])(
    '%j is told its place',
    (text) => {
      const parsed = parsePoints(text, WAD, 10)
      expect(parsed).toMatchObject({ ok: false })
      expect(parsed.ok || parsed.problem).toContain('Point 2 ')
    },
  )

  it('are written as they are read', () => {
    expect(
      formatPoints([
        { at: 0, move: 0 },
        { at: 33.333, move: -12.346 },
      ]),
    ).toBe('0 0\n33.33 -12.35')
  })
})
