import {
  divInt,
  getLossAmount,
  getLossMultiplier,
  mintingOrBurningFee,
} from '../../../protocol/poolSwapLibrary'
import type { PoolSnapshot } from '../../../protocol/snapshot'

/** Both sides of a pool, settlement units. */
export interface SideBalances {
  readonly longBalance: bigint
  readonly shortBalance: bigint
}

/**
 * One upkeep as V1 and the articles have it: the management fee, then the losing side pays 1 − r^leverage of what is left, r
 * being the lower over the higher price. Exact: by the library's functions that V2 still carries.
 *
 * @param pool Its leverage and its fee per upkeep
 * @see PoolSwapLibrary.getLossMultiplier
 */
export function powerLeverageUpkeep(
  { longBalance, shortBalance }: SideBalances,
  pool: Pick<PoolSnapshot, 'leverageAmount' | 'fee'>,
  oldPrice: bigint,
  newPrice: bigint,
): SideBalances {
  const long = longBalance - mintingOrBurningFee(pool.fee, longBalance)
  const short = shortBalance - mintingOrBurningFee(pool.fee, shortBalance)
  if (oldPrice <= 0n || newPrice <= 0n) return { longBalance: long, shortBalance: short }
  const direction = newPrice >= oldPrice ? 1n : -1n
  const multiplier = getLossMultiplier(divInt(newPrice, oldPrice), direction, pool.leverageAmount)
  const lost = getLossAmount(multiplier, direction > 0n ? short : long)
  return direction > 0n
    ? { longBalance: long + lost, shortBalance: short - lost }
    : { longBalance: long - lost, shortBalance: short + lost }
}
