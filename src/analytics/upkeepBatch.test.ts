import { describe, expect, it } from 'vitest'
import { MOST_GAS } from './dueUpkeeps'
import { upkeepBatch } from './upkeepBatch'

const late = (upkeeps: number) => ({ upkeeps, gasEach: 2_000_000n })
const onTime = { upkeeps: 1, gasEach: 900_000n }

const timesOf = (all: Parameters<typeof upkeepBatch>[0]) =>
  upkeepBatch(all).chosen.map(({ times }) => times)

describe('upkeeps of several pools in one transaction', () => {
  it('are all that are due where there is gas for them', () => {
    const { chosen, upkeeps, gas } = upkeepBatch([onTime, late(3), onTime])
    expect(chosen.map(({ times }) => times)).toEqual([1, 3, 1])
    expect([upkeeps, gas]).toEqual([5, 7_800_000n])
  })

  it('go round: every pool once before one of them twice, and repeats with what gas is left', () => {
    expect(timesOf([late(20), onTime, late(20)])).toEqual([4, 1, 3])
    expect(timesOf([late(12), late(12), late(12), late(12)])).toEqual([2, 2, 2, 2])
  })

  it('never ask for more than a transaction may, however many pools there are', () => {
    const { upkeeps, gas } = upkeepBatch(Array.from({ length: 200 }, () => onTime))
    expect(upkeeps).toBe(17)
    expect(gas).toBeLessThanOrEqual(MOST_GAS)
  })
})
