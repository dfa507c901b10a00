import { describe, expect, it } from 'vitest'
import { POSITIONS, type SimulationResult } from './outcome'
import { simulate } from './simulate'
import type { SimulatedPool } from './simulatedPool'
import { blockStarts, prepareBlocks, type SimulationInput } from './simulation'
import { summarize } from './summarize'

const EVEN_POOL: SimulatedPool = {
  leverage: 3,
  updateIntervalSec: 3_600,
  smaPeriods: 8,
  upkeepsPerSample: 1,
  samples: [1, 1, 1, 1, 1, 1, 1, 1],
  executionPrice: 1,
  fee: 0,
  mintingFee: 0,
  burningFee: 0,
  longBalance: 1e12,
  shortBalance: 1e12,
  keeperReward: 0,
}

const INPUT: SimulationInput = {
  pool: EVEN_POOL,
  flows: { kind: 'none' },
  hedge: { side: 'short', annualCarry: 0, adjustEvery: 1 },
  model: { kind: 'lognormal', annualDrift: 0, annualVolatility: 0.8 },
  paths: 600,
  upkeeps: 100,
  seed: 42,
}

function run(change: Partial<SimulationInput> = {}): SimulationResult {
  const steps = simulate({ ...INPUT, ...change })
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

describe('simulate', () => {
  it('gives the same for the same seed, and another for another', () => {
    expect(run()).toEqual(run())
    expect(run({ seed: 43 }).ends.long.mean).not.toBe(run().ends.long.mean)
  })

  it('gives the same on every machine, to the last bit', () => {
    const { long, short, hedged } = run({ flows: { kind: 'halfLife', halfLifeSec: 86_400 } }).ends
    expect([long.mean, short.standardError, hedged.worst5]).toMatchInlineSnapshot(`
      [
        0.9966451872200255,
        0.00826513956645277,
        0.887184371192014,
      ]
    `)
  })

  it('does not depend on the order in which blocks are computed, nor on who computes them', () => {
    const [one, other] = [prepareBlocks(INPUT), prepareBlocks(INPUT)]
    const blocks = blockStarts(INPUT)
      .reverse()
      .map((start, i) => (i % 2 === 0 ? one(start) : other(start)))
    expect(summarize(INPUT, blocks)).toEqual(run())
  })

  it('refuses to summarize when blocks are missing', () => {
    expect(() => summarize(INPUT, [prepareBlocks(INPUT)(0)])).toThrow(RangeError)
  })

  it('keeps both sides together what they were, as no one moves', () => {
    const { straddle } = run().ends
    // Both halves of an even pool: nothing leaves, so the straddle is worth 1 on every path.
    expect(straddle.percentiles.every((value) => Math.abs(value - 1) < 1e-12)).toBe(true)
  })

  it('keeps at most 101 times, the start and the end among them', () => {
    const { fans } = run({ upkeeps: 1_000, paths: 3 })
    const { timesSec } = fans.long
    expect([timesSec.length, timesSec[0], timesSec.at(-1)]).toEqual([101, 0, 3_600_000])
    expect(run({ upkeeps: 2, paths: 3 }).fans.long.timesSec).toEqual([0, 3_600, 7_200])
  })

  it('has ordered percentiles, and a histogram that counts every path', () => {
    const { fans, ends } = run()
    for (const position of POSITIONS) {
      const rows = fans[position].percentiles.map((row) => row.at(-1) ?? Number.NaN)
      expect(rows).toEqual(rows.toSorted((a, b) => a - b))
      expect(ends[position].histogram.counts.reduce((a, b) => a + b)).toBe(600)
      const fifth = ends[position].percentiles[0] ?? 0
      expect(ends[position].worst5).toBeLessThanOrEqual(fifth * (1 + 1e-12))
    }
  })

  it.each([
    [{ paths: 10_001 }],
    [{ paths: 0 }],
    [{ upkeeps: 8_785 }],
    [{ seed: -1 }],
    [{ seed: 0.5 }],
    [{ pool: { ...EVEN_POOL, shortBalance: 0 } }],
    [{ hedge: { ...INPUT.hedge, adjustEvery: 0 } }],
    [{ model: { kind: 'bootstrap' as const, logReturns: new Float64Array(), blockLength: 1 } }],
  ])('rejects %j', (change) => {
    expect(() => run(change)).toThrow(RangeError)
  })
})
