import { getUpdatedAggregateBalance } from '../../../protocol/aggregateUpdate'
import { performUpkeepSinglePool, type Upkeep } from '../../../protocol/poolKeeper'
import { toUInt } from '../../../protocol/quad'
import type { PoolSnapshot, TotalCommitment } from '../../../protocol/snapshot'
import { NO_AMOUNTS } from '../../../protocol/userBalance'
import { WAD } from '../../../protocol/wad'
import type { Side } from '../../poolFigures'

/** What holders moved from the larger side to the smaller one in one upkeep. */
export interface Flow {
  /** The side that they left; undefined when no one moved. */
  readonly from: Side | undefined
  /** What they burned, settlement units, before fees. */
  readonly amount: bigint
  /** Their burning and minting fees, settlement units: they stay with the holders of each side. */
  readonly fees: { readonly long: bigint; readonly short: bigint }
}

export const NO_FLOW: Flow = { from: undefined, amount: 0n, fees: { long: 0n, short: 0n } }

/** The pool with the flips queued that its next upkeep executes. */
interface QueuedFlow {
  readonly pool: PoolSnapshot
  readonly commits: TotalCommitment
  readonly from: Side
  readonly amount: bigint
}

/**
 * One upkeep in which holders of the larger side flip to the smaller one, at the prices of that same upkeep. The flips go
 * through the contract's queue, so the result is what the contract would do if exactly these had been committed before.
 *
 * @param closedWad Part of the difference between the sides that the flips take away, wad
 */
export function upkeepWithFlows(
  pool: PoolSnapshot,
  conditions: { readonly timestampSec: bigint; readonly spotPrice: bigint },
  closedWad: bigint,
): { readonly upkeep: Upkeep; readonly flow: Flow; readonly before: PoolSnapshot } {
  const plain = performUpkeepSinglePool(pool, conditions)
  const queued = closedWad === 0n ? undefined : queueFlow(pool, plain, closedWad)
  if (queued === undefined) return { upkeep: plain, flow: NO_FLOW, before: pool }
  const upkeep = performUpkeepSinglePool(queued.pool, conditions)
  if (upkeep.status !== 'done') return { upkeep: plain, flow: NO_FLOW, before: pool }
  const fees = feesOf(queued.commits, upkeep)
  const flow = { from: queued.from, amount: queued.amount, fees }
  return { upkeep, flow, before: queued.pool }
}

function queueFlow(
  pool: PoolSnapshot,
  { status, pool: after }: Upkeep,
  closedWad: bigint,
): QueuedFlow | undefined {
  const { longBalance, shortBalance, longTokenSupply, shortTokenSupply } = after
  if (status !== 'done' || longBalance === 0n || shortBalance === 0n) return undefined
  const from: Side = longBalance > shortBalance ? 'long' : 'short'
  const [balance, supply] =
    from === 'long' ? [longBalance, longTokenSupply] : [shortBalance, shortTokenSupply]
  const other = from === 'long' ? shortBalance : longBalance
  const amount = ((balance - other) * closedWad) / (2n * WAD)
  const tokens = (amount * supply) / balance
  if (tokens === 0n) return undefined
  const updateIntervalId = pool.updateIntervalId
  const commits: TotalCommitment = {
    ...NO_AMOUNTS,
    updateIntervalId,
    longBurnShortMintPoolTokens: from === 'long' ? tokens : 0n,
    shortBurnLongMintPoolTokens: from === 'short' ? tokens : 0n,
  }
  const ofLong = commits.longBurnShortMintPoolTokens
  const ofShort = commits.shortBurnLongMintPoolTokens
  return {
    pool: {
      ...pool,
      longTokenSupply: pool.longTokenSupply - ofLong,
      shortTokenSupply: pool.shortTokenSupply - ofShort,
      pendingLongBurnPoolTokens: ofLong,
      pendingShortBurnPoolTokens: ofShort,
      totalPoolCommitments: [commits],
    },
    commits,
    from,
    amount,
  }
}

/** The fees that come back to the sides when those who flipped are aggregated, right after the upkeep. */
function feesOf(commits: TotalCommitment, { executed, pool }: Upkeep): Flow['fees'] {
  const interval = executed[0]
  if (interval === undefined || (toUInt(pool.mintingFee) === 0n && toUInt(pool.burningFee) === 0n))
    return NO_FLOW.fees
  const result = getUpdatedAggregateBalance({
    ...commits,
    longPrice: interval.longPrice,
    shortPrice: interval.shortPrice,
    burnFee: interval.burnFee,
    mintingFeeRate: pool.mintingFee,
    currentUpdateIntervalId: pool.updateIntervalId,
  })
  return { long: result._longSettlementFee, short: result._shortSettlementFee }
}
