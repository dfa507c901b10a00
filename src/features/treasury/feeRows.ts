import { type Address, isAddressEqual, zeroAddress } from 'viem'
import { nextSecondaryFee, yearlyFeeWad } from '../../analytics/secondaryFees'
import type { FeeShare, FeesSoFar, PaidFees } from '../../chain/fees/getPaidFees'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import type { PoolFacts, TokenFacts } from '../../chain/poolFacts'

/** One pool's secondary fees, settlement units. */
export interface FeeRow {
  readonly facts: PoolFacts
  readonly isVerified: boolean
  /** Who is paid: the one who deployed the pool, or whom they have named since. */
  readonly receiver: Address
  /** `noOne`: the pool has no secondary fee address, and all of its fee goes to the primary one. */
  readonly whose: 'treasury' | 'other' | 'noOne'
  /** The management fee of a year, a wad. */
  readonly yearlyFeeWad: bigint
  readonly sharePercent: bigint
  /** What a claim would pay; nothing where no one is named to be paid. */
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
  /** Since the pools were made; undefined where the events of one of them are not known. */
  readonly soFar: FeeSum | undefined
}

/** Settlement units, both at the same block. */
export interface FeeSum {
  readonly paid: bigint
  /** Paid, and still to be claimed. */
  readonly accrued: bigint
}

/** @param treasury Undefined where the edition has none: then every address is someone else's */
export function toFeeRow(pool: PoolAtBlock, treasury: Address | undefined): FeeRow {
  const { facts, snapshot, market } = pool
  const receiver = market.secondaryFeeAddress
  const whose = whoseIs(receiver, treasury)
  return {
    facts,
    isVerified: isVerified(pool),
    receiver,
    whose,
    yearlyFeeWad: yearlyFeeWad(facts),
    sharePercent: snapshot.secondaryFeeSplitPercent,
    claimable: whose === 'noOne' ? 0n : snapshot.secondaryFees,
    next: nextSecondaryFee(snapshot),
  }
}

function whoseIs(receiver: Address, treasury: Address | undefined): FeeRow['whose'] {
  if (isAddressEqual(receiver, zeroAddress)) return 'noOne'
  return treasury !== undefined && isAddressEqual(receiver, treasury) ? 'treasury' : 'other'
}

/**
 * What the rows come to for one address, or for everybody, by settlement token: added up only where it is the same money.
 * A pool may have paid someone else before, so that what an address got is looked for in all of them.
 *
 * @param receiver Undefined for the one who it goes to
 */
export function toFeeTotals(
  rows: readonly FeeRow[],
  byPool: PaidFees['byPool'],
  receiver?: Address,
): readonly FeeTotal[] {
  const totals = new Map<Address, FeeTotal>()
  for (const row of rows) {
    const token = row.facts.settlementToken
    const { claimable, next, soFar } = totals.get(token.address) ?? NOTHING
    const isTheirs = receiver === undefined || isAddressEqual(row.receiver, receiver)
    totals.set(token.address, {
      token,
      claimable: claimable + (isTheirs ? row.claimable : 0n),
      next: next + (isTheirs ? (row.next ?? 0n) : 0n),
      soFar: addFees(soFar, sumFees(byPool?.get(row.facts.address), receiver)),
    })
  }
  return [...totals.values()]
}

const NOTHING: Omit<FeeTotal, 'token'> = {
  claimable: 0n,
  next: 0n,
  soFar: { paid: 0n, accrued: 0n },
}

/**
 * One pool's fees since it was made; undefined where they are not known.
 *
 * @param receiver Whose; undefined for the one who they went to
 */
export function sumFees(soFar: FeesSoFar | undefined, receiver?: Address): FeeSum | undefined {
  if (soFar === undefined) return undefined
  const sum = (shares: readonly FeeShare[]) =>
    shares
      .filter((share) => receiver === undefined || isAddressEqual(share.receiver, receiver))
      .reduce((total, { amount }) => total + amount, 0n)
  const paid = sum(soFar.paid)
  return { paid, accrued: paid + sum([soFar.owed]) }
}

/** One that is not known makes the sum unknown. */
function addFees(a: FeeSum | undefined, b: FeeSum | undefined): FeeSum | undefined {
  if (a === undefined || b === undefined) return undefined
  return { paid: a.paid + b.paid, accrued: a.accrued + b.accrued }
}
