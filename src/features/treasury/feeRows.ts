import { type Address, isAddressEqual, zeroAddress } from 'viem'
import { nextSecondaryFee, yearlyFeeWad } from '../../analytics/secondaryFees'
import type { FeesSoFar, PaidFees } from '../../chain/fees/getPaidFees'
import type { PoolFacts, TokenFacts } from '../../chain/poolRegistry'
import type { PoolAtBlock } from '../../chain/snapshot'

/** One pool's secondary fees, settlement units. */
export interface FeeRow {
  readonly facts: PoolFacts
  /** Who is paid: whoever deployed the pool, or whom they have named since. */
  readonly receiver: Address
  /** `nobody`: the pool has no secondary fee address, and all of its fee goes to the primary one. */
  readonly whose: 'treasury' | 'other' | 'nobody'
  /** The management fee of a year, a wad. */
  readonly yearlyFeeWad: bigint
  readonly sharePercent: bigint
  readonly claimable: bigint
  /** What the next rebalance adds; undefined when it cannot succeed. */
  readonly next: bigint | undefined
}

/** Amounts of one settlement token, added up. */
export interface FeeTotal {
  readonly token: TokenFacts
  readonly claimable: bigint
  /** Without the pools that have no projection. */
  readonly next: bigint
  /** Since the pools were made; undefined where the events cannot be had. */
  readonly soFar: FeesSoFar | undefined
}

/** @param treasury Undefined where the edition has none: then every address is somebody else's */
export function toFeeRow(
  { facts, snapshot, market }: PoolAtBlock,
  treasury: Address | undefined,
): FeeRow {
  const receiver = market.secondaryFeeAddress
  return {
    facts,
    receiver,
    whose: whoseIs(receiver, treasury),
    yearlyFeeWad: yearlyFeeWad(facts),
    sharePercent: snapshot.secondaryFeeSplitPercent,
    claimable: snapshot.secondaryFees,
    next: nextSecondaryFee(snapshot),
  }
}

function whoseIs(receiver: Address, treasury: Address | undefined): FeeRow['whose'] {
  if (isAddressEqual(receiver, zeroAddress)) return 'nobody'
  return treasury !== undefined && isAddressEqual(receiver, treasury) ? 'treasury' : 'other'
}

/** What the rows come to: added up only where it is the same money. */
export function toFeeTotals(
  rows: readonly FeeRow[],
  byPool: PaidFees['byPool'],
): readonly FeeTotal[] {
  const totals = new Map<Address, FeeTotal>()
  for (const { facts, claimable, next = 0n } of rows) {
    const token = facts.settlementToken
    const before = totals.get(token.address)
    const paid = byPool?.get(facts.address)
    totals.set(token.address, {
      token,
      claimable: (before?.claimable ?? 0n) + claimable,
      next: (before?.next ?? 0n) + next,
      soFar: before === undefined ? paid : addFees(before.soFar, paid),
    })
  }
  return [...totals.values()]
}

/** One that is not known makes the sum unknown. */
function addFees(a: FeesSoFar | undefined, b: FeesSoFar | undefined): FeesSoFar | undefined {
  if (a === undefined || b === undefined) return undefined
  return { paid: a.paid + b.paid, accrued: a.accrued + b.accrued }
}
