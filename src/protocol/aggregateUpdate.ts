import { checkedAdd, checkedSub } from './checkedMath'
import { getBurn, getMint, mintingOrBurningFee } from './poolSwapLibrary'
import type { Quad } from './quad'
import type { CommitmentAmounts } from './snapshot'

/** @see PoolSwapLibrary.UpdateData */
export interface UpdateData extends CommitmentAmounts {
  readonly longPrice: Quad
  readonly shortPrice: Quad
  /** Wad-scaled rate at the time of aggregation, not of execution. */
  readonly mintingFeeRate: Quad
  readonly currentUpdateIntervalId: bigint
  readonly updateIntervalId: bigint
  /** Wad-scaled rate at the time of execution. */
  readonly burnFee: Quad
}

/** @see PoolSwapLibrary.UpdateResult */
export interface UpdateResult {
  /** Long pool tokens minted. */
  readonly _newLongTokens: bigint
  /** Short pool tokens minted. */
  readonly _newShortTokens: bigint
  /** Fees that go to the long side, settlement units. */
  readonly _longSettlementFee: bigint
  /** Fees that go to the short side, settlement units. */
  readonly _shortSettlementFee: bigint
  /** Settlement units out of burns, after the burning fee. */
  readonly _newSettlementTokens: bigint
}

/** What comes of a commit that has not been executed, or of none. */
export const NOTHING: UpdateResult = {
  _newLongTokens: 0n,
  _newShortTokens: 0n,
  _longSettlementFee: 0n,
  _shortSettlementFee: 0n,
  _newSettlementTokens: 0n,
}

/**
 * A flip: burns at `burnPrice`, then pays the burning fee, then the minting fee.
 *
 * @returns (settlement units left to mint with, burning fee, minting fee)
 * @throws RevertError `price == 0`, even for a zero amount
 * @see PoolSwapLibrary.processBurnInstantMintCommit
 */
export function processBurnInstantMintCommit(
  amount: bigint,
  burnPrice: Quad,
  burningFee: Quad,
  mintingFee: Quad,
): [bigint, bigint, bigint] {
  const burned = getBurn(burnPrice, amount)
  const burnFee = mintingOrBurningFee(burningFee, burned)
  const afterBurnFee = checkedSub(burned, burnFee)
  const mintFee = mintingOrBurningFee(mintingFee, afterBurnFee)
  return [checkedSub(afterBurnFee, mintFee), burnFee, mintFee]
}

/**
 * What one user's commits of one executed interval turn into; nothing when it has not executed.
 *
 * @throws RevertError `price == 0` when something was committed to a side worth nothing
 * @see PoolSwapLibrary.getUpdatedAggregateBalance
 */
export function getUpdatedAggregateBalance(data: UpdateData): UpdateResult {
  if (data.updateIntervalId >= data.currentUpdateIntervalId) return NOTHING
  let longFee = 0n
  let shortFee = 0n
  let intoLong = 0n
  let intoShort = 0n
  if (data.shortBurnLongMintPoolTokens > 0n) {
    const [settlement, burnFee, mintFee] = processBurnInstantMintCommit(
      data.shortBurnLongMintPoolTokens,
      data.shortPrice,
      data.burnFee,
      data.mintingFeeRate,
    )
    intoLong = settlement
    shortFee = burnFee
    longFee = mintFee
  }
  if (data.longBurnShortMintPoolTokens > 0n) {
    const [settlement, burnFee, mintFee] = processBurnInstantMintCommit(
      data.longBurnShortMintPoolTokens,
      data.longPrice,
      data.burnFee,
      data.mintingFeeRate,
    )
    intoShort = settlement
    longFee = checkedAdd(longFee, burnFee)
    shortFee = checkedAdd(shortFee, mintFee)
  }

  let newLong = 0n
  let newShort = 0n
  if (data.longMintSettlement > 0n || intoLong > 0n)
    newLong = getMint(data.longPrice, checkedAdd(data.longMintSettlement, intoLong))
  if (data.shortMintSettlement > 0n || intoShort > 0n)
    newShort = getMint(data.shortPrice, checkedAdd(data.shortMintSettlement, intoShort))

  let settlementTokens = 0n
  if (data.longBurnPoolTokens > 0n) {
    const burned = getBurn(data.longPrice, data.longBurnPoolTokens)
    const fee = mintingOrBurningFee(data.burnFee, burned)
    longFee = checkedAdd(longFee, fee)
    settlementTokens = checkedSub(burned, fee)
  }
  if (data.shortBurnPoolTokens > 0n) {
    const burned = getBurn(data.shortPrice, data.shortBurnPoolTokens)
    const fee = mintingOrBurningFee(data.burnFee, burned)
    shortFee = checkedAdd(shortFee, fee)
    settlementTokens = checkedAdd(settlementTokens, checkedSub(burned, fee))
  }
  return {
    _newLongTokens: newLong,
    _newShortTokens: newShort,
    _longSettlementFee: longFee,
    _shortSettlementFee: shortFee,
    _newSettlementTokens: settlementTokens,
  }
}
