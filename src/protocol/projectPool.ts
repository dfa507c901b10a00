import { nextUpkeepSec } from './nextUpkeepSec'
import { performUpkeepSinglePool, type Upkeep } from './poolKeeper'
import { SnapshotError } from './protocolError'
import type { PoolSnapshot } from './snapshot'
import { validateSnapshot } from './validateSnapshot'

/** One upkeep to come. */
export interface PathStep {
  /**
   * What the feed will say: wad for a spot oracle; for an SMA oracle the price of the wrapper it
   * samples, before scaling.
   */
  readonly spotPrice: bigint
  /** Block time, Unix seconds. Without it: as early as possible, but not before the snapshot. */
  readonly timestampSec?: bigint
  /** Settlement units; 0 without it. Depends on gas, so it is an estimate until it is paid. */
  readonly keeperReward?: bigint
}

/**
 * The pool after each upkeep of a path, to the wei, given the prices (and rewards).
 * A later upkeep may come out as `failed`: then the contract would do nothing but say so.
 *
 * @throws SnapshotError when the snapshot cannot be, also when its very next upkeep would revert
 *   because a side has tokens but no balance, or when an upkeep comes to an interval that was not read
 */
export function projectPool(snapshot: PoolSnapshot, path: readonly PathStep[]): readonly Upkeep[] {
  validateSnapshot(snapshot)
  const upkeeps = projectPath(snapshot, path)
  if (upkeeps[0]?.reason === 'price == 0') requireBalances(snapshot)
  return upkeeps
}

/** A side that is worth nothing but has tokens, if that is what stops the next upkeep. */
function requireBalances(pool: PoolSnapshot): void {
  const why = 'is zero while there are tokens of it: the next upkeep cannot succeed'
  if (pool.longBalance === 0n && pool.longTokenSupply + pool.pendingLongBurnPoolTokens > 0n)
    throw new SnapshotError('longBalance', why)
  if (pool.shortBalance === 0n && pool.shortTokenSupply + pool.pendingShortBurnPoolTokens > 0n)
    throw new SnapshotError('shortBalance', why)
}

/** The same without looking at the snapshot first: for one that has been looked at. */
export function projectPath(snapshot: PoolSnapshot, path: readonly PathStep[]): Upkeep[] {
  const upkeeps: Upkeep[] = []
  let pool = snapshot
  for (const step of path) {
    const timestampSec = step.timestampSec ?? nextUpkeepSec(pool)
    if (timestampSec < pool.timestampSec)
      throw new SnapshotError(
        'path.timestampSec',
        `${timestampSec} lies before ${pool.timestampSec}`,
      )
    const { spotPrice, keeperReward = 0n } = step
    const upkeep = performUpkeepSinglePool(pool, { timestampSec, spotPrice, keeperReward })
    upkeeps.push(upkeep)
    pool = upkeep.pool
  }
  return upkeeps
}
