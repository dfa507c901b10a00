import type { Estimate } from '../estimate'
import type { SimulatedPool } from '../simulate/simulatedPool'

/** What holding a token costs, as parts of what is put in. Estimates. */
export interface HoldingCosts {
  readonly mintingFee: Estimate
  readonly burningFee: Estimate
  readonly managementFee: Estimate
  /** Keepers are paid by both sides by their balances. */
  readonly keeperRewards: Estimate
  /** All of them together, each taken of what the others leave. */
  readonly total: Estimate
}

/**
 * What it costs to mint a token, hold it and burn it, apart from what the index does.
 *
 * @param heldSec Seconds
 */
export function holdingCosts(pool: SimulatedPool, heldSec: number): HoldingCosts {
  const upkeeps = heldSec / pool.updateIntervalSec
  const keptOf = (part: number) => (1 - Math.min(1, part)) ** upkeeps
  const managementFee = 1 - keptOf(pool.fee)
  const balance = pool.longBalance + pool.shortBalance
  // The reward stays the same while the pool shrinks.
  const keeperRewards = Math.min(1, (pool.keeperReward * upkeeps) / balance)
  const { mintingFee, burningFee } = pool
  const kept = (1 - mintingFee) * (1 - burningFee) * (1 - managementFee) * (1 - keeperRewards)
  return { mintingFee, burningFee, managementFee, keeperRewards, total: 1 - kept }
}
