import { describe, expect, it } from 'vitest'
import { fromUInt } from '../protocol/quad'
import type { LegsOutlook } from './legsOutlook'
import { figuresChange, figuresShown, type OrderFigures, termsChange } from './orderFigures'
import { OutlookError } from './outlook'

const ADDS = { longTokens: 1_000_000n, shortTokens: 0n, settlementTokens: 0n }
const SEEN: OrderFigures = {
  lastUpkeepSec: 1_000n,
  intervalId: 7n,
  executesAtSec: 1_060n,
  adds: ADDS,
  byLeg: [ADDS],
  pays: 5_000_000n,
  leverage: 1n,
  mintingFeeWad: 0n,
  burningFeeWad: 0n,
}
const getting = (longTokens: bigint, leverage = 1n): OrderFigures => ({
  ...SEEN,
  leverage,
  adds: { ...ADDS, longTokens },
})

describe('figures that someone has decided on', () => {
  it('no longer hold with a higher fee, which is told before anything else', () => {
    for (const fee of [{ mintingFeeWad: 1n }, { burningFeeWad: 1n }]) {
      expect(figuresChange(SEEN, { ...SEEN, ...fee })).toBe('fee')
      expect(figuresChange({ ...SEEN, ...fee }, SEEN)).toBeUndefined()
      expect(figuresChange(SEEN, { ...SEEN, ...fee, lastUpkeepSec: 1_060n })).toBe('fee')
      expect(figuresChange({ ...SEEN, ...fee }, { ...SEEN, ...fee })).toBeUndefined()
    }
  })

  it('hold while nothing happens, and while the index moves by a thousandth at most', () => {
    expect(figuresChange(SEEN, SEEN)).toBeUndefined()
    for (const longTokens of [999_000n, 1_001_000n])
      expect(figuresChange(SEEN, getting(longTokens))).toBeUndefined()
    // What has more leverage moves by as much more.
    expect(figuresChange(getting(1_000_000n, 5n), getting(1_005_000n, 5n))).toBeUndefined()
    expect(figuresChange(getting(1_000_000n, 5n), getting(995_000n, 5n))).toBeUndefined()
    expect(figuresChange(getting(1_000_000n, 5n), getting(994_900n, 5n))).toBe('outcome')
    // Late keepers move the time with every second, and nothing else.
    expect(figuresChange(SEEN, { ...SEEN, executesAtSec: 1_065n })).toBeUndefined()
  })

  it('hold when more comes out, or less is paid, however much', () => {
    expect(figuresChange(SEEN, getting(2_000_000n))).toBeUndefined()
    expect(figuresChange(SEEN, { ...SEEN, pays: 1n })).toBeUndefined()
    expect(figuresChange(SEEN, { ...SEEN, adds: { ...ADDS, shortTokens: 2n } })).toBeUndefined()
    // What is gained of the one does not make up for what is lost of the other.
    const both = { ...SEEN, adds: { ...ADDS, shortTokens: 1_000_000n } }
    const moved = { ...SEEN, adds: { ...ADDS, longTokens: 2_000_000n, shortTokens: 900_000n } }
    expect(figuresChange(both, moved)).toBe('outcome')
  })

  it('are tolerated as widely below zero, where a part takes away from those before it', () => {
    expect(figuresChange(getting(-1_000_000n), getting(-1_000_000n))).toBeUndefined()
    expect(figuresChange(getting(-1_000_000n), getting(-1_001_000n))).toBeUndefined()
    expect(figuresChange(getting(-1_000_000n), getting(-1_001_100n))).toBe('outcome')
  })

  it('no longer hold in another interval, or with a worse outcome, whatever an upkeep did', () => {
    expect(figuresChange(SEEN, { ...SEEN, lastUpkeepSec: 1_060n, intervalId: 8n })).toBe('upkeep')
    expect(figuresChange(SEEN, { ...SEEN, intervalId: 8n })).toBe('interval')
    expect(figuresChange(SEEN, getting(998_900n))).toBe('outcome')
    // What is asked for can stay while its price does not.
    expect(figuresChange(SEEN, { ...SEEN, pays: 5_006_000n })).toBe('outcome')
  })

  it('outlive an upkeep that leaves them as they are', () => {
    expect(figuresChange(SEEN, { ...SEEN, lastUpkeepSec: 1_060n })).toBeUndefined()
    expect(figuresChange(SEEN, { ...getting(998_900n), lastUpkeepSec: 1_060n })).toBe('upkeep')
    expect(termsChange(SEEN, { ...SEEN, lastUpkeepSec: 1_060n })).toBeUndefined()
    expect(termsChange(SEEN, { ...SEEN, lastUpkeepSec: 1_060n, intervalId: 8n })).toBe('interval')
    expect(termsChange(SEEN, { ...getting(998_900n), lastUpkeepSec: 1_060n })).toBe('outcome')
  })
})

describe('an order that executes too far ahead to be projected', () => {
  const NO_FEE = fromUInt(0n)
  const POOL = {
    lastPriceTimestampSec: 1_000n,
    leverageAmount: fromUInt(1n),
    mintingFee: NO_FEE,
    burningFee: NO_FEE,
  }
  const SLOT = { updateIntervalId: 107n, executesAtSec: 7_480n }
  const LEGS = [{ amount: 5_000_000n }]
  const shown = (outlook: LegsOutlook | OutlookError | undefined) =>
    figuresShown(POOL, outlook, SLOT, LEGS)
  const far = shown(new OutlookError('far', { isOutOfReach: true }))
  const near = { ...SEEN, intervalId: 107n }

  it('has an interval and a time that one decides on, and no amounts', () => {
    expect(far).toMatchObject({ intervalId: 107n, executesAtSec: 7_480n, pays: 5_000_000n })
    expect([far?.adds, far?.byLeg]).toEqual([undefined, undefined])
  })

  it('has none where the contract would refuse it, or nothing has been typed', () => {
    expect(shown(new OutlookError('refused'))).toBeUndefined()
    expect(shown(undefined)).toBeUndefined()
  })

  it('holds while its interval does, through upkeeps, and when amounts come in sight', () => {
    if (far === undefined) throw new Error('no figures')
    expect(figuresChange(far, { ...far, lastUpkeepSec: 1_060n })).toBeUndefined()
    expect(figuresChange(far, near)).toBeUndefined()
    expect(termsChange(far, near)).toBeUndefined()
    expect(figuresChange(far, { ...far, intervalId: 108n })).toBe('interval')
    expect(figuresChange(far, { ...far, pays: 6_000_000n })).toBe('outcome')
    // The other way round amounts that were promised are gone.
    expect(termsChange(near, far)).toBe('outcome')
  })
})
