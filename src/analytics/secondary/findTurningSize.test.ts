import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTurningSize } from './findTurningSize'

/** Better below a size. */
function below(size: bigint) {
  const rounds: (readonly bigint[])[] = []
  const compare = async (amounts: readonly bigint[]) => {
    rounds.push(amounts)
    return amounts.map((amount) => amount < size)
  }
  return { rounds, compare }
}

describe('the size at which it turns', () => {
  it('is found within a few rounds, and lies between the two ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 10n, max: 10n ** 12n }), async (size) => {
        const { rounds, compare } = below(size)
        const found = await findTurningSize(1n, 10n ** 12n, compare)
        if (found.kind !== 'turns') throw new Error(found.kind)
        expect(found.upTo).toBeLessThan(size)
        expect(found.from).toBeGreaterThanOrEqual(size)
        expect(found.from - found.upTo).toBeLessThanOrEqual(found.upTo / 100n + 1n)
        expect(rounds.length).toBeLessThanOrEqual(5)
        expect(Math.max(...rounds.map((amounts) => amounts.length))).toBeLessThanOrEqual(10)
      }),
      { numRuns: 200 },
    )
  })

  it('is none where one way is always better', async () => {
    expect(await findTurningSize(10n, 1_000n, below(5n).compare)).toEqual({ kind: 'never' })
    expect(await findTurningSize(10n, 1_000n, below(2_000n).compare)).toEqual({ kind: 'always' })
  })

  it('is unclear without quotes, and where larger swaps are better', async () => {
    expect(await findTurningSize(10n, 1_000n, async () => [])).toEqual({ kind: 'unclear' })
    const above = async (amounts: readonly bigint[]) => amounts.map((amount) => amount > 100n)
    expect(await findTurningSize(10n, 1_000n, above)).toEqual({ kind: 'unclear' })
  })

  it('counts a size that the pool does not take as worse', async () => {
    const compare = async (amounts: readonly bigint[]) =>
      amounts.map((amount) => (amount < 500n ? true : undefined))
    const found = await findTurningSize(10n, 100_000n, compare)
    expect(found).toMatchObject({ kind: 'turns', from: 500n })
  })

  it('needs a range', async () => {
    await expect(findTurningSize(0n, 5n, below(1n).compare)).rejects.toThrow(RangeError)
    await expect(findTurningSize(5n, 5n, below(1n).compare)).rejects.toThrow(RangeError)
  })
})
