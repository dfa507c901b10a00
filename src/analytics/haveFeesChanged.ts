/** A pool's fees on a commit, wads. */
export interface CommitFees {
  readonly mintingFeeWad: bigint
  readonly burningFeeWad: bigint
}

/**
 * Whether a fee is another than the one that someone has seen. A pool's fee controller may set both at any time, the minting
 * fee to nearly all of an order.
 */
export function haveFeesChanged(seen: CommitFees, now: CommitFees): boolean {
  return seen.mintingFeeWad !== now.mintingFeeWad || seen.burningFeeWad !== now.burningFeeWad
}
