import { processBurnInstantMintCommit } from './aggregateUpdate'
import { checkedAdd, checkedMul, checkedSub } from './checkedMath'
import {
  addBytes,
  appropriateUpdateIntervalId,
  compareDecimals,
  getMintAmount,
  getPrice,
  getWithdrawAmountOnBurn,
  multiplyBytes,
  subtractBytes,
} from './poolSwapLibrary'
import { ONE, POSITIVE_ZERO, type Quad } from './quad'
import type { ExecutedInterval, PoolSnapshot, TotalCommitment } from './snapshot'

/** Intervals that one upkeep can execute, and ids that one aggregation folds. */
export const MAX_ITERATIONS = 15
/** 100 %, wad-scaled. @see PoolCommitter.MAX_MINTING_FEE */
export const MAX_MINTING_FEE = 0x403abc16d674ec800000000000000000n as Quad
/** 10 %, wad-scaled. @see PoolCommitter.MAX_BURNING_FEE */
export const MAX_BURNING_FEE = 0x40376345785d8a000000000000000000n as Quad
/** The largest step of the minting fee. @see PoolCommitter.MAX_CHANGE_INTERVAL */
export const MAX_CHANGE_INTERVAL = MAX_MINTING_FEE

/** Supplies and balances while one upkeep executes interval after interval. */
interface Execution {
  longTotalSupply: bigint
  shortTotalSupply: bigint
  longBalance: bigint
  shortBalance: bigint
  pendingMintSettlementAmount: bigint
  pendingLongBurnPoolTokens: bigint
  pendingShortBurnPoolTokens: bigint
}

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
 * @param pool After the price change
 * @param timestampSec Block time, Unix seconds
 * @throws RevertError `price == 0` when a side is worth nothing but has tokens
 * @see PoolCommitter.executeCommitments
 */
export function executeCommitments(
  pool: PoolSnapshot,
  timestampSec: bigint,
): { pool: PoolSnapshot; executed: ExecutedInterval[] } {
  const last = pool.lastPriceTimestampSec
  const interval = pool.updateIntervalSec
  const execution: Execution = {
    longTotalSupply: pool.longTokenSupply,
    shortTotalSupply: pool.shortTokenSupply,
    longBalance: pool.longBalance,
    shortBalance: pool.shortBalance,
    pendingMintSettlementAmount: pool.pendingMintSettlementAmount,
    pendingLongBurnPoolTokens: pool.pendingLongBurnPoolTokens,
    pendingShortBurnPoolTokens: pool.pendingShortBurnPoolTokens,
  }
  const executed: ExecutedInterval[] = []
  let id = pool.updateIntervalId
  while (executed.length < MAX_ITERATIONS) {
    const count = BigInt(executed.length + 1)
    if (timestampSec < checkedAdd(last, checkedMul(interval, count))) break
    executed.push(executeGivenCommitments(pool, execution, id))
    id += 1n
  }

  const mintingFee = updateMintingFee(
    pool,
    getPrice(execution.longBalance, execution.longTotalSupply),
    getPrice(execution.shortBalance, execution.shortTotalSupply),
  )
  const caughtUp = last + interval * BigInt(executed.length)
  const moreAreDue = executed.length === MAX_ITERATIONS && timestampSec - caughtUp >= interval
  return {
    executed,
    pool: {
      ...pool,
      longBalance: execution.longBalance,
      shortBalance: execution.shortBalance,
      longTokenSupply: execution.longTotalSupply,
      shortTokenSupply: execution.shortTotalSupply,
      lastPriceTimestampSec: moreAreDue ? caughtUp : timestampSec,
      updateIntervalId: id,
      mintingFee,
      pendingMintSettlementAmount: execution.pendingMintSettlementAmount,
      pendingLongBurnPoolTokens: execution.pendingLongBurnPoolTokens,
      pendingShortBurnPoolTokens: execution.pendingShortBurnPoolTokens,
      totalPoolCommitments: withoutExecuted(pool.totalPoolCommitments, id),
      executedIntervals: [...pool.executedIntervals, ...executed],
    },
  }
}

function withoutExecuted(
  commitments: readonly TotalCommitment[],
  updateIntervalId: bigint,
): readonly TotalCommitment[] {
  const isDone = (commit: TotalCommitment) => commit.updateIntervalId < updateIntervalId
  return commitments.some(isDone) ? commitments.filter((commit) => !isDone(commit)) : commitments
}

/**
 * Executes one interval at the prices before it: mints and burns, and flips at once.
 * Burning fees leave with the burned balance here and come back when a user aggregates.
 *
 * @see PoolCommitter.executeGivenCommitments (internal there)
 */
function executeGivenCommitments(
  pool: PoolSnapshot,
  execution: Execution,
  updateIntervalId: bigint,
): ExecutedInterval {
  const { longBalance, shortBalance, longTotalSupply, shortTotalSupply } = execution
  const pendingLong = execution.pendingLongBurnPoolTokens
  const pendingShort = execution.pendingShortBurnPoolTokens
  const longPrice = getPrice(longBalance, checkedAdd(longTotalSupply, pendingLong))
  const shortPrice = getPrice(shortBalance, checkedAdd(shortTotalSupply, pendingShort))
  const commits = pool.totalPoolCommitments.find((c) => c.updateIntervalId === updateIntervalId)
  const { burningFee, mintingFee } = pool

  // The contract goes through the flips even when there are none, and so reverts at a price of 0.
  const longFlipped = commits?.longBurnShortMintPoolTokens ?? 0n
  const shortFlipped = commits?.shortBurnLongMintPoolTokens ?? 0n
  const [intoShort] = processBurnInstantMintCommit(longFlipped, longPrice, burningFee, mintingFee)
  const [intoLong] = processBurnInstantMintCommit(shortFlipped, shortPrice, burningFee, mintingFee)
  const result = { updateIntervalId, longPrice, shortPrice, burnFee: burningFee }
  if (commits === undefined) return result

  const longBurn = checkedAdd(commits.longBurnPoolTokens, longFlipped)
  const shortBurn = checkedAdd(commits.shortBurnPoolTokens, shortFlipped)
  const longMint = checkedAdd(commits.longMintSettlement, intoLong)
  const shortMint = checkedAdd(commits.shortMintSettlement, intoShort)
  execution.pendingMintSettlementAmount = checkedSub(
    checkedSub(execution.pendingMintSettlementAmount, commits.longMintSettlement),
    commits.shortMintSettlement,
  )
  execution.longTotalSupply = checkedAdd(
    longTotalSupply,
    getMintAmount(longTotalSupply, longMint, longBalance, pendingLong),
  )
  execution.shortTotalSupply = checkedAdd(
    shortTotalSupply,
    getMintAmount(shortTotalSupply, shortMint, shortBalance, pendingShort),
  )
  execution.longBalance = checkedSub(
    checkedAdd(longBalance, longMint),
    getWithdrawAmountOnBurn(longTotalSupply, longBurn, longBalance, pendingLong),
  )
  execution.shortBalance = checkedSub(
    checkedAdd(shortBalance, shortMint),
    getWithdrawAmountOnBurn(shortTotalSupply, shortBurn, shortBalance, pendingShort),
  )
  execution.pendingLongBurnPoolTokens = checkedSub(pendingLong, longBurn)
  execution.pendingShortBurnPoolTokens = checkedSub(pendingShort, shortBurn)
  return result
}

/**
 * The minting fee after an upkeep: down a step when both tokens together have gained, else up.
 * It stays between 0 and 100 %.
 *
 * @see PoolCommitter.updateMintingFee (private there)
 */
export function updateMintingFee(
  pool: Pick<PoolSnapshot, 'mintingFee' | 'changeInterval'>,
  longTokenPrice: Quad,
  shortTokenPrice: Quad,
): Quad {
  const { mintingFee, changeInterval } = pool
  if (compareDecimals(ONE, multiplyBytes(longTokenPrice, shortTokenPrice)) === -1) {
    if (compareDecimals(mintingFee, changeInterval) === -1) return POSITIVE_ZERO
    return subtractBytes(mintingFee, changeInterval)
  }
  const raised = addBytes(mintingFee, changeInterval)
  return compareDecimals(raised, MAX_MINTING_FEE) === 1 ? MAX_MINTING_FEE : raised
}
