import { type Address, concatHex, getAddress, isAddressEqual, keccak256, numberToHex } from 'viem'
import { toUInt } from '../../protocol/quad'
import { type PoolBases, predictPool } from '../newMarket/predictPool'
import type { PoolFacts } from '../poolFacts'

/**
 * Tells whether a pool and its contracts stand where this factory's CREATE2 puts a pool with these facts. Nothing but hashes of
 * addresses goes into it, so that no node can make a stranger's contract pass for a pool.
 *
 * @param poolFactory One that is known to follow the rule of the published factory
 */
export function factoryChildCheck(poolFactory: Address): (facts: PoolFacts) => boolean {
  const bases = factoryBases(poolFactory)
  return (facts) => {
    try {
      return isChild(bases, facts)
    } catch {
      // A leverage that is no number, for example: the factory made no such pool.
      return false
    }
  }
}

function isChild(bases: PoolBases, facts: PoolFacts): boolean {
  const { updateIntervalSec, frontRunningIntervalSec, leverageAmount } = facts
  const leverage = toUInt(leverageAmount)
  if (updateIntervalSec > MOST_SEC || frontRunningIntervalSec > MOST_SEC) return false
  if (leverage > MOST_LEVERAGE) return false
  const { pool, committer, longToken, shortToken } = predictPool(bases, {
    frontRunningIntervalSec: Number(frontRunningIntervalSec),
    updateIntervalSec: Number(updateIntervalSec),
    leverage: Number(leverage),
    settlementToken: facts.settlementToken.address,
    oracleWrapper: facts.oracle.wrapper,
  })
  return (
    isAddressEqual(pool, facts.address) &&
    isAddressEqual(committer, facts.committer) &&
    isAddressEqual(longToken, facts.longToken.address) &&
    isAddressEqual(shortToken, facts.shortToken.address)
  )
}

/** What the factory holds an interval in, and leverage: 32 and 16 bits. */
const MOST_SEC = 2n ** 32n - 1n
const MOST_LEVERAGE = 2n ** 16n - 1n

/** What a factory clones: the first three contracts that it has created, in this order. @see PoolFactory.constructor */
export function factoryBases(poolFactory: Address): PoolBases {
  const nth = (nonce: number) =>
    // RLP of the address and a nonce below 128.
    getAddress(
      `0x${keccak256(concatHex(['0xd694', poolFactory, numberToHex(nonce, { size: 1 })])).slice(-40)}`,
    )
  return { poolFactory, token: nth(1), pool: nth(2), committer: nth(3) }
}
