import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divInt, sigmoid } from './poolSwapLibrary'
import { powerOfFraction, significandOfPower } from './pow2Fraction'
import { div, fromUInt, mul, type Quad, quadFromBits, toUInt } from './quad'
import { divUInts, mulDivToUInt, mulToUInt } from './quadFused'
import { transferShare } from './transferShare'

const RUNS = { numRuns: 2_000 }
const integer = fc
  .tuple(fc.bigInt({ min: 0n, max: (1n << 256n) - 1n }), fc.integer({ min: 0, max: 255 }))
  .map(([x, shift]) => x >> BigInt(shift))
const rate = fc.bigInt({ min: 0n, max: (1n << 127n) - 1n }).map(quadFromBits)
const nearOne = fc.bigInt({ min: 0x3f80n << 112n, max: 0x4080n << 112n }).map(quadFromBits)

/** The value, or that there is none. */
function outcome<T>(act: () => T): T | 'reverts' {
  try {
    return act()
  } catch {
    return 'reverts'
  }
}

describe('fused operations are the long way in one go', () => {
  it('mulToUInt', () => {
    fc.assert(
      fc.property(fc.oneof(rate, nearOne), integer, (a, x) => {
        expect(outcome(() => mulToUInt(a, x))).toBe(outcome(() => toUInt(mul(a, fromUInt(x)))))
      }),
      RUNS,
    )
  })

  it('divUInts and mulDivToUInt', () => {
    fc.assert(
      fc.property(integer, integer, integer, (x, y, z) => {
        expect(divUInts(x, y)).toBe(div(fromUInt(x), fromUInt(y)))
        expect(outcome(() => mulDivToUInt(x, y, z))).toBe(
          outcome(() => toUInt(div(mul(fromUInt(x), fromUInt(y)), fromUInt(z)))),
        )
      }),
      RUNS,
    )
  })

  it('significandOfPower', () => {
    const part = fc
      .tuple(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), fc.integer({ min: 0, max: 127 }))
      .map(([x, shift]) => x >> BigInt(shift))
    fc.assert(
      fc.property(part, (x) => {
        for (const y of [x, (1n << 128n) - 1n - x])
          expect(significandOfPower(y)).toBe(powerOfFraction(y) >> 15n)
      }),
      RUNS,
    )
  })

  it('transferShare', () => {
    const price = fc.bigInt({ min: 1n, max: 1n << 100n })
    const unit = 1n << 112n
    fc.assert(
      fc.property(price, price, fc.integer({ min: 1, max: 60_000 }), (a, b, leverage) => {
        const [lower, higher] = a < b ? [a, b] : [b, a]
        const quad = fromUInt(BigInt(leverage))
        const share = transferShare(quad, lower, higher)
        const expected = sigmoid(quad, divInt(lower, higher))
        if (share !== undefined) expect(div(fromUInt(share), fromUInt(unit))).toBe(expected)
      }),
      RUNS,
    )
  })

  it('transferShare leaves odd leverages to the long way', () => {
    const half = div(fromUInt(1n), fromUInt(2n))
    for (const odd of [0n as Quad, half, quadFromBits(0x7fffn << 112n)])
      expect(transferShare(odd, 5n, 5n)).toBeUndefined()
  })
})
