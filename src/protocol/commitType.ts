import type { CommitmentAmounts } from './snapshot'

/**
 * What a commit asks for. The numbers are the contract's; the first is 0, so never test for truth.
 *
 * @see IPoolCommitter.CommitType
 */
export const CommitType = {
  /** Settlement token in, short tokens out. */
  ShortMint: 0,
  /** Short tokens in, settlement token out. */
  ShortBurn: 1,
  /** Settlement token in, long tokens out. */
  LongMint: 2,
  /** Long tokens in, settlement token out. */
  LongBurn: 3,
  /** Flip: long tokens in, short tokens out, in one upkeep. */
  LongBurnShortMint: 4,
  /** Flip: short tokens in, long tokens out, in one upkeep. */
  ShortBurnLongMint: 5,
} as const

export type CommitType = (typeof CommitType)[keyof typeof CommitType]

/** The amount that a commit of each type adds to. */
export const AMOUNT_OF: Record<CommitType, keyof CommitmentAmounts> = {
  [CommitType.ShortMint]: 'shortMintSettlement',
  [CommitType.ShortBurn]: 'shortBurnPoolTokens',
  [CommitType.LongMint]: 'longMintSettlement',
  [CommitType.LongBurn]: 'longBurnPoolTokens',
  [CommitType.LongBurnShortMint]: 'longBurnShortMintPoolTokens',
  [CommitType.ShortBurnLongMint]: 'shortBurnLongMintPoolTokens',
}

/** Whether settlement tokens are put in. A flip is not a mint. @see PoolCommitter.isMint */
export function isMint(t: CommitType): boolean {
  return t === CommitType.LongMint || t === CommitType.ShortMint
}

/** Whether settlement tokens come out. A flip is not a burn. @see PoolCommitter.isBurn */
export function isBurn(t: CommitType): boolean {
  return t === CommitType.LongBurn || t === CommitType.ShortBurn
}

/** Whether it is a mint or burn of the long side. A flip is neither. @see PoolCommitter.isLong */
export function isLong(t: CommitType): boolean {
  return t === CommitType.LongMint || t === CommitType.LongBurn
}

/** Whether it is a mint or burn of the short side. A flip is neither. @see PoolCommitter.isShort */
export function isShort(t: CommitType): boolean {
  return t === CommitType.ShortMint || t === CommitType.ShortBurn
}
