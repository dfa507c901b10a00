import { processBurnInstantMintCommit } from './aggregateUpdate'
import { MAX_ITERATIONS } from './bounds'
import { checkedAdd, checkedSub } from './checkedMath'
import {
  addBytes,
  appropriateUpdateIntervalId,
  compareDecimals,
  getMintAmount,
  getPrice,
  getWithdrawAmountOnBurn,
  multiplyBytes,
  requireNonzeroPrice,
  subtractBytes,
} from './poolSwapLibrary'
import { SnapshotError } from './protocolError'
import { ONE, POSITIVE_ZERO, type Quad } from './quad'
import type { ExecutedInterval, PoolDraft, PoolSnapshot } from './snapshot'

/** 100%, wad-scaled. @see PoolCommitter.MAX_MINTING_FEE */
export const MAX_MINTING_FEE = 0x403abc16d674ec800000000000000000n as Quad
/** 10%, wad-scaled. @see PoolCommitter.MAX_BURNING_FEE */
export const MAX_BURNING_FEE = 0x40376345785d8a000000000000000000n as Quad
/** The largest step of the minting fee. @see PoolCommitter.MAX_CHANGE_INTERVAL */
export const MAX_CHANGE_INTERVAL = 0x403abc16d674ec800000000000000000n as Quad

/**
 * Which update interval a commit at `timestampSec` goes into.
 *
 * @throws RevertError `timestamp in the past`
 * @see PoolCommitter.getAppropriateUpdateIntervalId
 */
export function getAppropriateUpdateIntervalId(pool: PoolSnapshot, timestampSec: bigint): bigint {
  return appropriateUpdateIntervalId(
    timestampSec,
    pool.lastPriceTimestampSec,
    pool.frontRunningIntervalSec,
    pool.updateIntervalSec,
    pool.updateIntervalId,
  )
}

/**
 * The highest interval id that can hold commits at this moment: how far `totalPoolCommitments`
 * has to be read. A commit made before a late upkeep can lie one further than one made now.
 */
export function lastCommittableIntervalId(
  pool: Pick<
    PoolSnapshot,
    | 'timestampSec'
    | 'lastPriceTimestampSec'
    | 'frontRunningIntervalSec'
    | 'updateIntervalSec'
    | 'updateIntervalId'
  >,
): bigint {
  const id = appropriateUpdateIntervalId(
    pool.timestampSec,
    pool.lastPriceTimestampSec,
    pool.frontRunningIntervalSec,
    pool.updateIntervalSec,
    pool.updateIntervalId,
  )
  return id + 1n
}

/**
 * Executes the commits of every interval that has passed, 15 at most, and moves the minting fee
 * once. With more than 15 due, `lastPriceTimestamp` moves on by 15 intervals instead of to now.
 *
 * @param pool After the price change. Is changed
 * @param timestampSec Block time, Unix seconds
 * @returns what is remembered of the executed intervals, ascending
 * @throws RevertError `price == 0` when a side is worth nothing but has tokens; SnapshotError when it
 *   comes to an interval that has not been read
 * @see PoolCommitter.executeCommitments
 */
export function executeCommitments(pool: PoolDraft, timestampSec: bigint): ExecutedInterval[] {
  const interval = pool.updateIntervalSec
  const executed: ExecutedInterval[] = []
  let next = checkedAdd(pool.lastPriceTimestampSec, interval)
  while (executed.length < MAX_ITERATIONS && timestampSec >= next) {
    executed.push(executeGivenCommitments(pool))
    pool.updateIntervalId += 1n
    next = checkedAdd(next, interval)
  }
  pool.mintingFee = updateMintingFee(pool)
  const moreAreDue = executed.length === MAX_ITERATIONS && timestampSec >= next
  pool.lastPriceTimestampSec = moreAreDue ? next - interval : timestampSec
  pool.executedIntervals = pool.executedIntervals.concat(executed)
  return executed
}

/**
 * Executes one interval at the prices before it: mints and burns, and flips at once.
 * Burning fees leave with the burned balance here and come back when a user aggregates.
 *
 * @param pool Is changed, except for the interval's id
 * @see PoolCommitter.executeGivenCommitments (internal there)
 */
function executeGivenCommitments(pool: PoolDraft): ExecutedInterval {
  const { updateIntervalId, burningFee, mintingFee, totalPoolCommitments, queueReadBelow } = pool
  if (queueReadBelow !== undefined && updateIntervalId >= queueReadBelow)
    throw new SnapshotError('totalPoolCommitments', `is not known from ${queueReadBelow} on`)
  const { longBalance, longTokenSupply, pendingLongBurnPoolTokens } = pool
  const { shortBalance, shortTokenSupply, pendingShortBurnPoolTokens } = pool
  const longPrice = getPrice(longBalance, checkedAdd(longTokenSupply, pendingLongBurnPoolTokens))
  const shortPrice = getPrice(
    shortBalance,
    checkedAdd(shortTokenSupply, pendingShortBurnPoolTokens),
  )
  // The contract goes through the flips even when there are none.
  requireNonzeroPrice(longPrice)
  requireNonzeroPrice(shortPrice)
  const result = { updateIntervalId, longPrice, shortPrice, burnFee: burningFee }
  const commits = totalPoolCommitments[0]
  if (commits?.updateIntervalId !== updateIntervalId) return result
  pool.totalPoolCommitments = totalPoolCommitments.slice(1)

  const { longBurnShortMintPoolTokens, shortBurnLongMintPoolTokens } = commits
  const longBurn = checkedAdd(commits.longBurnPoolTokens, longBurnShortMintPoolTokens)
  const shortBurn = checkedAdd(commits.shortBurnPoolTokens, shortBurnLongMintPoolTokens)
  let longMint = commits.longMintSettlement
  let shortMint = commits.shortMintSettlement
  pool.pendingMintSettlementAmount = checkedSub(
    checkedSub(pool.pendingMintSettlementAmount, longMint),
    shortMint,
  )
  if (longBurnShortMintPoolTokens > 0n) {
    const amount = longBurnShortMintPoolTokens
    const [minted] = processBurnInstantMintCommit(amount, longPrice, burningFee, mintingFee)
    shortMint = checkedAdd(shortMint, minted)
  }
  if (shortBurnLongMintPoolTokens > 0n) {
    const amount = shortBurnLongMintPoolTokens
    const [minted] = processBurnInstantMintCommit(amount, shortPrice, burningFee, mintingFee)
    longMint = checkedAdd(longMint, minted)
  }
  const pendingLong = pendingLongBurnPoolTokens
  const pendingShort = pendingShortBurnPoolTokens
  pool.longTokenSupply = checkedAdd(
    longTokenSupply,
    getMintAmount(longTokenSupply, longMint, longBalance, pendingLong),
  )
  pool.shortTokenSupply = checkedAdd(
    shortTokenSupply,
    getMintAmount(shortTokenSupply, shortMint, shortBalance, pendingShort),
  )
  pool.longBalance = checkedSub(
    checkedAdd(longBalance, longMint),
    getWithdrawAmountOnBurn(longTokenSupply, longBurn, longBalance, pendingLong),
  )
  pool.shortBalance = checkedSub(
    checkedAdd(shortBalance, shortMint),
    getWithdrawAmountOnBurn(shortTokenSupply, shortBurn, shortBalance, pendingShort),
  )
  pool.pendingLongBurnPoolTokens = checkedSub(pendingLong, longBurn)
  pool.pendingShortBurnPoolTokens = checkedSub(pendingShort, shortBurn)
  return result
}

/**
 * The minting fee after an upkeep: down a step when both tokens together have gained, else up.
 * It stays between 0 and 100%.
 *
 * @param pool With the balances and supplies after the upkeep
 * @see PoolCommitter.updateMintingFee (private there)
 */
export function updateMintingFee(
  pool: Pick<
    PoolSnapshot,
    | 'mintingFee'
    | 'changeInterval'
    | 'longBalance'
    | 'longTokenSupply'
    | 'shortBalance'
    | 'shortTokenSupply'
  >,
): Quad {
  const { mintingFee, changeInterval } = pool
  // Fees are never negative, and such Quads compare as their bits do.
  if (haveTokensGained(pool))
    return mintingFee < changeInterval ? POSITIVE_ZERO : subtractBytes(mintingFee, changeInterval)
  const raised = addBytes(mintingFee, changeInterval)
  return raised > MAX_MINTING_FEE ? MAX_MINTING_FEE : raised
}

/** Whether long price · short price > 1. Doubles decide unless it is very close. */
function haveTokensGained(
  pool: Pick<PoolSnapshot, 'longBalance' | 'longTokenSupply' | 'shortBalance' | 'shortTokenSupply'>,
): boolean {
  const { longBalance, longTokenSupply, shortBalance, shortTokenSupply } = pool
  const long = longTokenSupply === 0n ? 1 : Number(longBalance) / Number(longTokenSupply)
  const short = shortTokenSupply === 0n ? 1 : Number(shortBalance) / Number(shortTokenSupply)
  const product = long * short
  if (product > 1 + 1e-12) return true
  if (product < 1 - 1e-12) return false
  const longPrice = getPrice(longBalance, longTokenSupply)
  const shortPrice = getPrice(shortBalance, shortTokenSupply)
  return compareDecimals(ONE, multiplyBytes(longPrice, shortPrice)) === -1
}
