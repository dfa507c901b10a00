const MASK_64 = (1n << 64n) - 1n
/** Increment of SplitMix64: 2^64 divided by the golden ratio, made odd. */
const GOLDEN_GAMMA = 0x9e3779b97f4a7c15n

/**
 * Output number `index` (from 0) of SplitMix64, 64 bits.
 *
 * @see Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014
 */
export function splitMix64(seed: bigint, index: bigint): bigint {
  let z = (seed + (index + 1n) * GOLDEN_GAMMA) & MASK_64
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK_64
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK_64
  return z ^ (z >> 31n)
}

/** State of xoshiro128**: four 32-bit words, not all zero. */
export type RandomState = Int32Array<ArrayBuffer>

/**
 * Puts a generator at the start of the stream of one path. Each path has a stream of its own, so a result does not depend on
 * how the paths are shared out among workers.
 *
 * @param seed A whole number from 0 to 2^53 − 1
 */
export function seedStream(state: RandomState, seed: number, path: number): void {
  const first = splitMix64(BigInt(seed), BigInt(path) * 2n)
  const second = splitMix64(BigInt(seed), BigInt(path) * 2n + 1n)
  state[0] = Number(BigInt.asIntN(32, first))
  state[1] = Number(BigInt.asIntN(32, first >> 32n))
  state[2] = Number(BigInt.asIntN(32, second))
  // All four words zero would be a fixed point; an odd bit rules it out.
  state[3] = Number(BigInt.asIntN(32, second >> 32n)) | 1
}

/**
 * The next number of xoshiro128** 1.1, uniform in 0 … 2^32 − 1. Whole numbers only, so it is the same on every machine.
 *
 * @see Blackman, Vigna: Scrambled Linear Pseudorandom Number Generators, ACM TOMS 2021
 */
export function nextUint32(state: RandomState): number {
  const s1 = state[1] as number
  const scrambled = Math.imul(rotate(Math.imul(s1, 5), 7), 9)
  const s2 = (state[2] as number) ^ (state[0] as number)
  const s3 = (state[3] as number) ^ s1
  state[1] = s1 ^ s2
  state[0] = (state[0] as number) ^ s3
  state[2] = s2 ^ (s1 << 9)
  state[3] = rotate(s3, 11)
  return scrambled >>> 0
}

/** Fills an array with the next numbers of {@link nextUint32}, several times faster than one by one. */
export function fillUint32(numbers: Uint32Array, state: RandomState): void {
  let [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = state
  for (let i = 0; i < numbers.length; i++) {
    numbers[i] = Math.imul(rotate(Math.imul(s1, 5), 7), 9)
    const shifted = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = rotate(s3, 11)
  }
  state[0] = s0
  state[1] = s1
  state[2] = s2
  state[3] = s3
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
