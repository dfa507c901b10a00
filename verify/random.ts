/** A seeded generator (xoshiro128**), so that every failure can be repeated. */
export class Random {
  private s0: number
  private s1: number
  private s2: number
  private s3: number

  constructor(seed: number) {
    let state = seed >>> 0
    const next = () => {
      state = (state + 0x9e3779b9) >>> 0
      let z = state
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
      return (z ^ (z >>> 16)) >>> 0
    }
    this.s0 = next()
    this.s1 = next()
    this.s2 = next()
    this.s3 = next() | 1
  }

  /** Uniform in 0 … 2^32 − 1. */
  uint32(): number {
    const scrambled = Math.imul(rotate(Math.imul(this.s1, 5), 7), 9) >>> 0
    const t = this.s1 << 9
    this.s2 ^= this.s0
    this.s3 ^= this.s1
    this.s1 ^= this.s2
    this.s0 ^= this.s3
    this.s2 ^= t
    this.s3 = rotate(this.s3, 11)
    return scrambled
  }

  /** Uniform in [0, 1). */
  float(): number {
    return this.uint32() / 2 ** 32
  }

  /** Uniform integer in `min` … `max`. */
  int(min: number, max: number): number {
    return min + Math.floor(this.float() * (max - min + 1))
  }

  chance(probability: number): boolean {
    return this.float() < probability
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)] as T
  }

  /** Uniform in 0 … 2^bits − 1. */
  bits(bits: number): bigint {
    let value = 0n
    for (let i = 0; i < bits; i += 32) value = (value << 32n) | BigInt(this.uint32())
    return BigInt.asUintN(bits, value)
  }

  /** Uniform in 0 … max. */
  below(max: bigint): bigint {
    return this.bits(max.toString(2).length + 32) % (max + 1n)
  }

  /** Any size equally likely, up to `maxBits`; often just beside a power of two, or zero. */
  uint(maxBits: number): bigint {
    const bits = this.int(0, maxBits)
    if (this.chance(0.08)) return 0n
    if (this.chance(0.15)) {
      const edge = (1n << BigInt(bits)) + BigInt(this.int(-2, 2))
      return edge < 0n ? 0n : BigInt.asUintN(maxBits, edge)
    }
    return this.bits(bits)
  }

  /** Like `uint`, with both signs. */
  sint(maxBits: number): bigint {
    const value = this.uint(maxBits - 1)
    return this.chance(0.5) ? -value : value
  }
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by))
}

/** The seed from the environment variable `VERIFY_SEED`, or a new one. */
export function seedFromEnvironment(): number {
  const given = process.env.VERIFY_SEED
  return given === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(given) >>> 0
}
