import {
  type Address,
  concatHex,
  encodeAbiParameters,
  getCreate2Address,
  type Hex,
  keccak256,
} from 'viem'

/** The contracts that a factory clones. */
export interface PoolBases {
  readonly poolFactory: Address
  readonly pool: Address
  readonly committer: Address
  readonly token: Address
}

/** What a pool's addresses follow from, besides its factory. */
export interface PoolIdentity {
  readonly frontRunningIntervalSec: number
  readonly updateIntervalSec: number
  readonly leverage: number
  readonly settlementToken: Address
  readonly oracleWrapper: Address
}

/** Where a pool and its parts will stand. */
export interface PoolAddresses {
  readonly pool: Address
  readonly committer: Address
  readonly longToken: Address
  readonly shortToken: Address
}

const POOL_SALT = [
  { type: 'uint32' },
  { type: 'uint32' },
  { type: 'uint16' },
  { type: 'address' },
  { type: 'address' },
] as const
const TOKEN_SALT = [
  { type: 'uint16' },
  { type: 'address' },
  { type: 'address' },
  { type: 'string' },
] as const

/**
 * Where `deployPool` puts a pool: clones (EIP-1167) by CREATE2, salted with what tells pools apart. Name and fees do not.
 *
 * @see PoolFactory.deployPool
 */
export function predictPool(bases: PoolBases, identity: PoolIdentity): PoolAddresses {
  const { frontRunningIntervalSec, updateIntervalSec, leverage } = identity
  const { settlementToken, oracleWrapper } = identity
  const salt = keccak256(
    encodeAbiParameters(POOL_SALT, [
      frontRunningIntervalSec,
      updateIntervalSec,
      leverage,
      settlementToken,
      oracleWrapper,
    ]),
  )
  const tokenOf = (side: 'L-' | 'S-') =>
    cloneAddress(
      bases,
      bases.token,
      keccak256(encodeAbiParameters(TOKEN_SALT, [leverage, settlementToken, oracleWrapper, side])),
    )
  return {
    pool: cloneAddress(bases, bases.pool, salt),
    committer: cloneAddress(bases, bases.committer, salt),
    longToken: tokenOf('L-'),
    shortToken: tokenOf('S-'),
  }
}

/** @see Clones.predictDeterministicAddress in OpenZeppelin's contracts */
function cloneAddress({ poolFactory }: PoolBases, original: Address, salt: Hex): Address {
  return getCreate2Address({ from: poolFactory, salt, bytecodeHash: cloneHash(original) })
}

const cloneHashes = new Map<Address, Hex>()

/** Hash of the code that creates a clone: one for all clones of a contract, and a third of the work for each address. */
function cloneHash(original: Address): Hex {
  const known = cloneHashes.get(original)
  if (known !== undefined) return known
  const hash = keccak256(
    concatHex([
      '0x3d602d80600a3d3981f3363d3d373d3d3d363d73',
      original,
      '0x5af43d82803e903d91602b57fd5bf3',
    ]),
  )
  cloneHashes.set(original, hash)
  return hash
}
