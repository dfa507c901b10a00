import { nextUpkeepSec } from '../protocol/nextUpkeepSec'
import { getPrice, poll } from '../protocol/smaOracle'
import type { PoolSnapshot } from '../protocol/snapshot'
import type { Side } from './poolFigures'

/**
 * The side because of which the next upkeep would be refused at the current index: it has tokens and no money, and nothing
 * comes to it unless the index moves its way. What the engine comes to as well, without the engine.
 *
 * @param nowSec The chain's time, Unix seconds
 * @see PoolCommitter.executeCommitments, which requires a price above zero of both sides
 */
export function revertingSide(pool: PoolSnapshot, nowSec: bigint): Side | undefined {
  if (isWorthless(pool, 'long') && !isGain(pool, 'long', nowSec)) return 'long'
  if (isWorthless(pool, 'short') && !isGain(pool, 'short', nowSec)) return 'short'
  return undefined
}

function isWorthless(pool: PoolSnapshot, side: Side): boolean {
  return side === 'long'
    ? pool.longBalance === 0n && pool.longTokenSupply + pool.pendingLongBurnPoolTokens > 0n
    : pool.shortBalance === 0n && pool.shortTokenSupply + pool.pendingShortBurnPoolTokens > 0n
}

/** Whether the next upkeep brings a side at least one unit. */
function isGain(pool: PoolSnapshot, side: Side, nowSec: bigint): boolean {
  const { executionPriceWad: before, longBalance, shortBalance } = pool
  const after = nextPriceWad(pool, nowSec)
  if (after === undefined || before <= 0n || after <= 0n) return false
  return side === 'long' ? after > before && shortBalance > 0n : after < before && longBalance > 0n
}

/** The price of the next upkeep if the index stays, wad; undefined where the oracle does not answer. */
function nextPriceWad({ oracle, ...pool }: PoolSnapshot, nowSec: bigint): bigint | undefined {
  if (oracle.kind === 'unavailable') return undefined
  if (oracle.kind === 'spot') return oracle.priceWad
  return getPrice(poll(oracle, nextUpkeepSec({ ...pool, timestampSec: nowSec })))
}
