/** A pool's fees on a commit, wads. */
export interface CommitFees {
  readonly mintingFeeWad: bigint
  readonly burningFeeWad: bigint
}

/**
 * Whether a fee is higher than the one that someone has seen. A pool's fee controller may set both at any time, the minting
 * fee to nearly all of an order.
 */
export function haveFeesRisen(seen: CommitFees, now: CommitFees): boolean {
  return now.mintingFeeWad > seen.mintingFeeWad || now.burningFeeWad > seen.burningFeeWad
}
