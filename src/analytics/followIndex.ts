import { MAX_FOLLOWED_UPKEEPS } from '../protocol/bounds'
import { nextUpkeepSec } from '../protocol/nextUpkeepSec'
import { performUpkeepSinglePool } from '../protocol/poolKeeper'
import type { PoolSnapshot } from '../protocol/snapshot'
import { estimateKeeperReward, OutlookError, toOutlookError } from './outlook'

/**
 * The pool once a move of the index shows fully in the price that it uses: after the next upkeep, or, where the price is an
 * average, after the one by which all samples are newer than the move. Each upkeep on the way is computed as the contracts do it,
 * on time, with what is queued and nothing else happening.
 *
 * @param spotPrice The index from the next upkeep on, as `currentSpotPrice` has it
 * @throws OutlookError where that takes too many upkeeps, and where the contract would refuse one
 */
export function followIndex(pool: PoolSnapshot, spotPrice: bigint): PoolSnapshot {
  return toOutlookError(() => follow(pool, spotPrice))
}

function follow(pool: PoolSnapshot, spotPrice: bigint): PoolSnapshot {
  if (fewestUpkeeps(pool) > MAX_FOLLOWED_UPKEEPS) throw tooSlow()
  const reward = estimateKeeperReward(pool)
  const conditions = reward === undefined ? { spotPrice } : { spotPrice, keeperReward: reward }
  const goal = samplesTaken(pool) + samplesNeeded(pool)
  let followed = pool
  for (let upkeeps = 0; upkeeps < MAX_FOLLOWED_UPKEEPS; upkeeps++) {
    const timestampSec = nextUpkeepSec(followed)
    const upkeep = performUpkeepSinglePool(followed, { ...conditions, timestampSec })
    if (upkeep.status !== 'done')
      throw new OutlookError(`a rebalance before then would fail: ${upkeep.reason}`)
    followed = upkeep.pool
    if (samplesTaken(followed) >= goal) return followed
  }
  throw tooSlow()
}

function samplesTaken({ oracle }: PoolSnapshot): bigint {
  return oracle.kind === 'sma' ? oracle.periodCount : 0n
}

function samplesNeeded({ oracle }: PoolSnapshot): bigint {
  return oracle.kind === 'sma' ? oracle.numPeriods : 0n
}

/** Between two samples lie at least so many upkeeps as the time between them takes. */
function fewestUpkeeps({ oracle, updateIntervalSec }: PoolSnapshot): bigint {
  if (oracle.kind !== 'sma') return 1n
  const each = (oracle.updateIntervalSec + updateIntervalSec - 1n) / updateIntervalSec
  return (oracle.numPeriods - 1n) * (each > 1n ? each : 1n) + 1n
}

function tooSlow(): OutlookError {
  return new OutlookError(
    `the SMA needs more than ${MAX_FOLLOWED_UPKEEPS} rebalances to follow an index move`,
  )
}
