import { type Hex, toHex } from 'viem'
import { AMOUNT_BITS } from '../protocol/bounds'
import type { CommitType } from '../protocol/commitType'

/** The largest amount that fits `commit(bytes32)`. */
export const MAX_COMMIT_AMOUNT = (1n << AMOUNT_BITS) - 1n

/**
 * Packs the single argument of `PoolCommitter.commit`.
 *
 * @param amount Base units: of the settlement token for mints, of the burned pool token for burns and flips
 * @throws RangeError when the amount is not in 1 … 2^128 − 1: the contract would silently cut it
 * @see L2Encoder.encodeCommitParams
 */
export function encodeCommitArgs(
  amount: bigint,
  commitType: CommitType,
  fromAggregateBalance: boolean,
  payForClaim: boolean,
): Hex {
  if (amount <= 0n || amount > MAX_COMMIT_AMOUNT)
    throw new RangeError(`The amount ${amount} does not fit a commit`)
  const packed =
    amount |
    (BigInt(commitType) << 128n) |
    (BigInt(fromAggregateBalance) << 136n) |
    (BigInt(payForClaim) << 144n)
  return toHex(packed, { size: 32 })
}
