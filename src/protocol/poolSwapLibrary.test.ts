import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appropriateUpdateIntervalId,
  calculateValueTransfer,
  fromWad,
  getBalancesAfterFees,
  getBurn,
  getLossAmount,
  getLossMultiplier,
  getMint,
  getPrice,
  mintingOrBurningFee,
} from './poolSwapLibrary'
import { fromUInt, ONE, POSITIVE_INFINITY, POSITIVE_ZERO } from './quad'
import { WAD } from './wad'

const NO_FEE = POSITIVE_ZERO
const amount = fc.bigInt({ min: 0n, max: 1n << 112n })
const price = fc.bigInt({ min: 1n, max: 10n ** 27n })
const leverage = fc.integer({ min: 1, max: 20 }).map((x) => fromUInt(BigInt(x)))
const fee = fc.bigInt({ min: 0n, max: WAD / 100n }).map(fromUInt)

describe('calculateValueTransfer', () => {
  const transfer = (long: bigint, short: bigint, from: bigint, to: bigint) =>
    calculateValueTransfer(long, short, fromUInt(3n), from, to, NO_FEE)

  it('moves tanh(3 · (1 − 100 / 110)) to longs when the price rises by 10%', () => {
    const [long, short] = transfer(WAD, WAD, 100n * WAD, 110n * WAD)
    expect(Number(long - WAD) / Number(WAD)).toBeCloseTo(Math.tanh(3 * (1 - 100 / 110)), 15)
    expect(long + short).toBe(2n * WAD)
  })

  it('does not compare numbers as text: 9999 to 10001 is a rise', () => {
    const [long, short] = transfer(WAD, WAD, 9999n, 10001n)
    expect(long > WAD && short < WAD).toBe(true)
  })

  it('changes nothing at the same price without a fee', () => {
    expect(transfer(123n, 456n, WAD, WAD)).toEqual([123n, 456n, 0n, 0n])
  })

  it('reverts for an infinite leverage, even at the same price', () => {
    const transferAtInfinity = () =>
      calculateValueTransfer(5n, 5n, POSITIVE_INFINITY, WAD, WAD, NO_FEE)
    expect(transferAtInfinity).toThrow(expect.objectContaining({ code: 'REVERT', reason: '' }))
  })

  it('takes the fee even from a side that stands alone', () => {
    const [long, short, longFee, shortFee] = calculateValueTransfer(
      WAD,
      0n,
      fromUInt(3n),
      WAD,
      2n * WAD,
      fromUInt(WAD / 100n),
    )
    expect([long, short, longFee, shortFee]).toEqual([WAD - WAD / 100n, 0n, WAD / 100n, 0n])
  })

  it('conserves value, keeps both sides above zero and pays the side the price favours', () => {
    fc.assert(
      fc.property(amount, amount, leverage, price, price, fee, (long, short, lev, from, to, f) => {
        const [newLong, newShort, longFee, shortFee] = calculateValueTransfer(
          long,
          short,
          lev,
          from,
          to,
          f,
        )
        expect(newLong + newShort + longFee + shortFee).toBe(long + short)
        expect(newLong >= 0n && newShort >= 0n).toBe(true)
        if (to > from) expect(newLong >= long - longFee).toBe(true)
        else expect(newShort >= short - shortFee).toBe(true)
      }),
    )
  })

  it('treats both sides alike, but for the dust', () => {
    fc.assert(
      fc.property(amount, amount, leverage, price, price, (a, b, lev, from, to) => {
        const [long, short] = calculateValueTransfer(a, b, lev, from, to, NO_FEE)
        const [mirroredLong, mirroredShort] = calculateValueTransfer(b, a, lev, to, from, NO_FEE)
        expect(absolute(long - mirroredShort) <= 1n).toBe(true)
        expect(absolute(short - mirroredLong) <= 1n).toBe(true)
      }),
    )
  })
})

describe('power leverage', () => {
  it('loses 1 − r^L', () => {
    const multiplier = getLossMultiplier(getPrice(11n, 10n), 1n, fromUInt(3n))
    expect(Number(getLossAmount(multiplier, WAD)) / Number(WAD)).toBeCloseTo(1 - (10 / 11) ** 3, 14)
  })

  it('gives 1.1x to the shorts of a 1x pool at a fall of 1/11', () => {
    const multiplier = getLossMultiplier(getPrice(10n, 11n), -1n, ONE)
    expect(Number(getLossAmount(multiplier, 11n * WAD)) / Number(WAD)).toBeCloseTo(1, 14)
  })
})

describe('prices', () => {
  it('are one without supply, and zero reverts', () => {
    expect(getPrice(5n, 0n)).toBe(ONE)
    expect(() => getMint(POSITIVE_ZERO, 1n)).toThrow(
      expect.objectContaining({ reason: 'price == 0' }),
    )
    expect(() => getBurn(POSITIVE_ZERO, 0n)).toThrow(
      expect.objectContaining({ reason: 'price == 0' }),
    )
  })
})

describe('appropriateUpdateIntervalId', () => {
  const id = (at: bigint, frontRunning: bigint, interval: bigint) =>
    appropriateUpdateIntervalId(1000n + at, 1000n, frontRunning, interval, 7n)

  it('is this interval until the front-running interval begins', () => {
    expect(id(299n, 60n, 360n)).toBe(7n)
    expect(id(300n, 60n, 360n)).toBe(8n)
  })

  it('counts the intervals a late keeper has missed', () => {
    expect(id(1080n, 60n, 360n)).toBe(10n)
    expect(id(1080n + 300n, 60n, 360n)).toBe(11n)
  })

  it('looks ahead by a front-running interval longer than the update interval', () => {
    expect(id(0n, 3600n, 360n)).toBe(17n)
    expect(id(359n, 3600n, 360n)).toBe(17n)
    expect(id(360n, 3600n, 360n)).toBe(18n)
  })

  it('refuses a time before the last upkeep', () => {
    expect(() => id(-1n, 60n, 360n)).toThrow(
      expect.objectContaining({ reason: 'timestamp in the past' }),
    )
  })
})

describe('small functions', () => {
  it('take a fee', () => {
    expect(mintingOrBurningFee(fromUInt(WAD / 50n), 1_000_000n)).toBe(20_000n)
  })

  it('split a reward pro rata', () => {
    // 0.3 cut to 113 bits is a little less than 0.3: the short side pays 29, the long side 71.
    expect(getBalancesAfterFees(100n, 300n, 700n)).toEqual([271n, 629n])
    expect(() => getBalancesAfterFees(1001n, 300n, 700n)).toThrow(
      expect.objectContaining({ panicCode: 0x11 }),
    )
  })

  it('refuse more than 18 decimals', () => {
    expect(fromWad(WAD, 6n)).toBe(1_000_000n)
    expect(() => fromWad(WAD, 19n)).toThrow(expect.objectContaining({ panicCode: 0x11 }))
  })
})

function absolute(x: bigint): bigint {
  return x < 0n ? -x : x
}
