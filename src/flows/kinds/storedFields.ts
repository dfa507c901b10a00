import * as v from 'valibot'
import { type Address, type Hash, type Hex, isAddress } from 'viem'
import { isHash, isHex } from 'viem/utils'

/** Fields of what a browser has kept: anyone who can write into its storage can have written them. */

export const storedAddress = v.custom<Address>(
  (value) => typeof value === 'string' && isAddress(value, { strict: false }),
)

export const storedHash = v.custom<Hash>((value) => typeof value === 'string' && isHash(value))

export const storedHex = v.custom<Hex>((value) => isHex(value))

/** Of a pool on Balancer: its address, and 12 bytes more. */
export const storedPoolId = v.custom<Hex>((value) => isHex(value) && value.length === 66)

/** Base units, as the contracts count them. */
export const storedUnits = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(2n ** 256n - 1n))

export const storedCount = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A whole number within these, both included. */
export function storedNumber(min: number, max: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
}

/** What every intent of a pool has. */
export const poolFields = { pool: storedAddress, title: v.string() }
