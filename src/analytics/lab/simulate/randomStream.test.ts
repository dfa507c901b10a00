import { describe, expect, it } from 'vitest'
import { fillUint32, nextUint32, type RandomState, seedStream, splitMix64 } from './randomStream'

describe('the random stream', () => {
  it('gives SplitMix64’s published numbers of the seed 1234567', () => {
    expect([0n, 1n, 2n, 3n, 4n].map((index) => splitMix64(1_234_567n, index))).toEqual([
      6_457_827_717_110_365_317n,
      3_203_168_211_198_807_973n,
      9_817_491_932_198_370_423n,
      4_593_380_528_125_082_431n,
      16_408_922_859_458_223_821n,
    ])
  })

  it('gives xoshiro128**’s published numbers of the state 1, 2, 3, 4', () => {
    const state: RandomState = Int32Array.of(1, 2, 3, 4)
    expect(Array.from({ length: 10 }, () => nextUint32(state))).toEqual([
      11_520, 0, 5_927_040, 70_819_200, 2_031_721_883, 1_637_235_492, 1_287_239_034, 3_734_860_849,
      3_729_100_597, 4_258_142_804,
    ])
  })

  it('is the same in one go', () => {
    const [one, other]: RandomState[] = [Int32Array.of(1, 2, 3, 4), Int32Array.of(1, 2, 3, 4)]
    const numbers = new Uint32Array(100)
    fillUint32(numbers, one as RandomState)
    for (const number of numbers) expect(number).toBe(nextUint32(other as RandomState))
    expect(one).toEqual(other)
  })

  it('is another one for each path and each seed, and the same each time', () => {
    const firstOf = (seed: number, path: number) => {
      const state: RandomState = new Int32Array(4)
      seedStream(state, seed, path)
      return nextUint32(state)
    }
    const numbers = [0, 1, 2 ** 53 - 1].flatMap((seed) =>
      [0, 1, 9_999].map((p) => firstOf(seed, p)),
    )
    expect(new Set(numbers).size).toBe(9)
    expect(firstOf(1, 2)).toBe(firstOf(1, 2))
  })
})
