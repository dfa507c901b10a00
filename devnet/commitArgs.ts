import { type Hex, toHex } from 'viem'

/** Commit types of `PoolCommitter.commit`, by their numbers in the contract. */
export const CommitType = {
  ShortMint: 0,
  ShortBurn: 1,
  LongMint: 2,
  LongBurn: 3,
  LongBurnShortMint: 4,
  ShortBurnLongMint: 5,
} as const

export type CommitType = (typeof CommitType)[keyof typeof CommitType]

/** Packs the argument of `PoolCommitter.commit` as L2Encoder does; nobody is paid to claim. */
export function commitArgs(type: CommitType, amountWei: bigint, fromEscrow = false): Hex {
  const packed = amountWei | (BigInt(type) << 128n) | ((fromEscrow ? 1n : 0n) << 136n)
  return toHex(packed, { size: 32 })
}
