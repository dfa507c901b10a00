import { type Address, getAddress, type Hex, slice } from 'viem'

/** The address of a pool on Balancer: its id begins with it. */
export function poolOfId(poolId: Hex): Address {
  return getAddress(slice(poolId, 0, 20))
}
