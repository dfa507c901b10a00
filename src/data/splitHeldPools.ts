import type { Address } from 'viem'
import { MAX_HELD_POOLS } from '../protocol/bounds'

/**
 * Which of the pools that an account has something in are read: the oldest so many, beside the known ones, which are read anyway.
 *
 * @param pages How many times `MAX_HELD_POOLS` are wanted
 * @returns `left`: how many are not read
 */
export function splitHeldPools(
  held: readonly Address[],
  knownPools: readonly Address[],
  pages: number,
): { readonly read: readonly Address[]; readonly left: number } {
  const known = new Set(knownPools.map((pool) => pool.toLowerCase()))
  const others = held.filter((pool) => !known.has(pool.toLowerCase()))
  const read = others.slice(0, pages * MAX_HELD_POOLS)
  return { read, left: others.length - read.length }
}
