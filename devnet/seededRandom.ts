/** Random numbers that a seed repeats. */
export interface SeededRandom {
  /** In [0, 1). */
  uniform(): number
  /** Normally distributed, mean 0, deviation 1. */
  gaussian(): number
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly T[]): T
}

/** A generator of its own for each purpose (`stream`), so that one use does not disturb another. */
export function createRandom(seed: number, stream: string): SeededRandom {
  let state = hash(`${seed}:${stream}`)
  const uniform = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    uniform,
    gaussian: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    pick<T>(items: readonly T[]): T {
      const item = items[Math.floor(uniform() * items.length)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
  }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 0x01000193)
  return value >>> 0
}
