import { toUInt } from './quad'
import type { PoolSnapshot } from './snapshot'
import { WAD } from './wad'

/**
 * Skew: long balance / short balance, wad, cut off. Undefined when a side is empty: no counterparty.
 */
export function computeSkewWad(
  pool: Pick<PoolSnapshot, 'longBalance' | 'shortBalance'>,
): bigint | undefined {
  if (pool.longBalance === 0n || pool.shortBalance === 0n) return undefined
  return (pool.longBalance * WAD) / pool.shortBalance
}

/** Effective leverage on gains of both sides, wad. On losses it is the pool's leverage. */
export interface EffectiveLeverage {
  /** leverage / skew. */
  readonly longGainWad: bigint
  /** leverage · skew. */
  readonly shortGainWad: bigint
}

/** Effective leverage on gains; undefined when a side is empty. */
export function computeEffectiveLeverage(
  pool: Pick<PoolSnapshot, 'longBalance' | 'shortBalance' | 'leverageAmount'>,
): EffectiveLeverage | undefined {
  const { longBalance, shortBalance } = pool
  if (longBalance === 0n || shortBalance === 0n) return undefined
  const leverageWad = toUInt(pool.leverageAmount) * WAD
  return {
    longGainWad: (leverageWad * shortBalance) / longBalance,
    shortGainWad: (leverageWad * longBalance) / shortBalance,
  }
}
