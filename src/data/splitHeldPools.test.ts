import type { Address } from 'viem'
import { expect, it } from 'vitest'
import { MAX_HELD_POOLS } from '../protocol/bounds'
import { splitHeldPools } from './splitHeldPools'

const pool = (number: number): Address => `0x${number.toString(16).padStart(40, '0')}`
const KNOWN = [pool(3), pool(1_000)]

it('of thousands of markets that strangers have sent tokens of, a page is read', () => {
  const held = Array.from({ length: 3_000 }, (_, number) => pool(number))
  const { read, left } = splitHeldPools(held, KNOWN, 1)
  expect(read).toHaveLength(MAX_HELD_POOLS)
  expect(read.slice(0, 4)).toEqual([pool(0), pool(1), pool(2), pool(4)])
  expect(left).toBe(3_000 - KNOWN.length - MAX_HELD_POOLS)
  expect(splitHeldPools(held, KNOWN, 2).read).toHaveLength(2 * MAX_HELD_POOLS)
})

it('few are read all, and known ones take no one’s place', () => {
  const held = [...KNOWN, pool(7)]
  expect(splitHeldPools(held, KNOWN, 1)).toEqual({ read: [pool(7)], left: 0 })
})
