import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WAD } from '../protocol/wad'
import { solveAmount } from './solveAmount'

describe('an amount for a target', () => {
  it('gives the target, and barely more, at any price and a fee, from a guess that is half wrong', () => {
    fc.assert(
      fc.property(
        fc.bigInt(10n ** 6n, 10n ** 26n),
        fc.bigInt(WAD / 100n, 100n * WAD),
        fc.bigInt(50n, 150n),
        (target, priceWad, percent) => {
          const gives = (amount: bigint) => ((amount - amount / 1_000n) * WAD) / priceWad
          const start = (((target * priceWad) / WAD) * percent) / 100n
          const amount = solveAmount(target, start, gives)
          if (amount === undefined) throw new Error('none')
          expect(gives(amount)).toBeGreaterThanOrEqual(target)
          expect(gives(amount - amount / 10_000n - 2n)).toBeLessThan(target)
        },
      ),
    )
  })

  it('is none where nothing comes of anything', () => {
    expect(solveAmount(5n, 3n, () => 0n)).toBeUndefined()
  })
})
