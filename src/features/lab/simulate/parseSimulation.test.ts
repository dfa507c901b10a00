import { describe, expect, it } from 'vitest'
import { WAD } from '../../../protocol/wad'
import { DEFAULT_LAB } from '../form/labForm'
import { parseMadeUpPool } from '../form/parsePool'
import { parseSimulation, returnsOf } from './parseSimulation'

const made = parseMadeUpPool({ ...DEFAULT_LAB, long: '3000000' }, 1_700_000_000)
if (!made.ok) throw new Error('no pool')
const { pool } = made
const parse = (change: Partial<typeof DEFAULT_LAB>, series?: Parameters<typeof returnsOf>[0]) =>
  parseSimulation({ ...DEFAULT_LAB, ...change }, pool, series)

const HOURLY = {
  timesSec: [0, 3_600, 7_200, 10_800],
  pricesWad: [100n * WAD, 110n * WAD, 99n * WAD, 99n * WAD],
}

describe('a simulation', () => {
  it('is what the fields say, with the side that the skew pays hedged daily', () => {
    const parsed = parse({ volatility: '80', drift: '−5', paths: '500', length: '2 d', carry: '4' })
    expect(parsed).toMatchObject({
      ok: true,
      input: {
        model: { kind: 'lognormal', annualVolatility: 0.8, annualDrift: -0.05 },
        paths: 500,
        upkeeps: 48,
        hedge: { side: 'short', annualCarry: 0.04, adjustEvery: 24 },
      },
    })
  })

  it('with jumps has them, and asks for their fields only then', () => {
    expect(parse({ model: 'jumps', jumps: '12', jumpSize: '20' })).toMatchObject({
      ok: true,
      input: { model: { kind: 'jumps', jumpsPerYear: 12, jumpDeviation: Math.log1p(0.2) } },
    })
    expect(parse({ jumps: 'x' }).ok).toBe(true)
    expect(parse({ model: 'jumps', jumps: 'x' })).toMatchObject({
      ok: false,
      problems: { jumps: expect.any(String) },
    })
  })

  it('that draws from the past needs one', () => {
    expect(parse({ model: 'bootstrap' })).toMatchObject({ ok: false })
    const parsed = parse({ model: 'bootstrap', block: '2' }, HOURLY)
    expect(parsed).toMatchObject({
      ok: true,
      input: { model: { kind: 'bootstrap', blockLength: 2, annualDrift: 0 } },
    })
  })

  it.each([
    ['paths', '10001'],
    ['paths', '0'],
    ['seed', '1.5'],
    ['length', '2 years'],
    ['length', '400 d'],
    ['volatility', '-1'],
  ] as const)('with %s of %s is told so', (key, text) => {
    const parsed = parse({ [key]: text })
    expect(parsed.ok || Object.keys(parsed.problems)).toContain(key)
  })
})

it('returns of the past are those of the pool’s interval', () => {
  const returns = returnsOf(HOURLY, 3_600)
  expect([...returns]).toEqual([Math.log(1.1), Math.log(0.9), 0])
  expect(returnsOf(HOURLY, 7_200)).toHaveLength(0)
})
