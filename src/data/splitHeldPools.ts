import type { Address } from 'viem'
import { MAX_HELD_POOLS } from '../protocol/bounds'

/**
 * Which of the pools that an account has something in are read: the oldest so many, beside those that are read anyway.
 *
 * @param pages How many times `MAX_HELD_POOLS` are wanted
 * @returns `left`: how many are not read
 */
export function splitHeldPools(
  held: readonly Address[],
  readAnyway: readonly Address[],
  pages: number,
): { readonly read: readonly Address[]; readonly left: number } {
  const anyway = new Set(readAnyway.map((pool) => pool.toLowerCase()))
  const others = held.filter((pool) => !anyway.has(pool.toLowerCase()))
  const read = others.slice(0, pages * MAX_HELD_POOLS)
  return { read, left: others.length - read.length }
}
