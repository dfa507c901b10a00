import { type Address, getContractAddress } from 'viem'
import { type PoolAddresses, type PoolBases, type PoolIdentity, predictPool } from './predictPool'

/** Where a planned market's contracts will stand if the account sends nothing else meanwhile. */
export interface PlannedAddresses extends PoolAddresses {
  readonly spotWrapper: Address
  /** Undefined for a spot market. */
  readonly smaWrapper: Address | undefined
}

/** What is planned, and what of it is there already. */
export interface AddressPlan {
  readonly account: Address
  /** The account's next one. */
  readonly nonce: number
  readonly isSma: boolean
  readonly terms: Omit<PoolIdentity, 'oracleWrapper'>
  readonly spotWrapper?: Address | undefined
  readonly smaWrapper?: Address | undefined
}

/** Works out every address of a market that is being made: wrappers by the account's nonces, the rest by the factory. */
export function planAddresses(bases: PoolBases, plan: AddressPlan): PlannedAddresses {
  const { account, nonce, isSma, terms } = plan
  const at = (later: number) => getContractAddress({ from: account, nonce: BigInt(nonce + later) })
  const spotWrapper = plan.spotWrapper ?? at(0)
  const smaWrapper = isSma
    ? (plan.smaWrapper ?? at(plan.spotWrapper === undefined ? 1 : 0))
    : undefined
  const oracleWrapper = smaWrapper ?? spotWrapper
  return { spotWrapper, smaWrapper, ...predictPool(bases, { ...terms, oracleWrapper }) }
}
