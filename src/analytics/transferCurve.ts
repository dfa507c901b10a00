import { calculateValueTransfer } from '../protocol/poolSwapLibrary'
import { POSITIVE_ZERO } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'
import { WAD } from '../protocol/wad'

/** How both tokens change when the index moves by `indexPercent` between two rebalances. For drawing. */
export interface TransferPoint {
  readonly indexPercent: number
  readonly longPercent: number
  readonly shortPercent: number
}

const REFERENCE_PRICE = WAD

/**
 * The value transfer over a range of index moves, by the contract's own arithmetic, without the management fee.
 *
 * @param rangePercent Largest move to either side
 * @returns Points from −range to +range, one per percent; none while a side is empty
 */
export function transferCurve(pool: PoolSnapshot, rangePercent = 20): TransferPoint[] {
  const { longBalance, shortBalance, leverageAmount } = pool
  if (longBalance === 0n || shortBalance === 0n) return []
  const points: TransferPoint[] = []
  for (let indexPercent = -rangePercent; indexPercent <= rangePercent; indexPercent++) {
    const price = (REFERENCE_PRICE * BigInt(100 + indexPercent)) / 100n
    const [newLong, newShort] = calculateValueTransfer(
      longBalance,
      shortBalance,
      leverageAmount,
      REFERENCE_PRICE,
      price,
      POSITIVE_ZERO,
    )
    points.push({
      indexPercent,
      longPercent: changePercent(longBalance, newLong),
      shortPercent: changePercent(shortBalance, newShort),
    })
  }
  return points
}

function changePercent(before: bigint, after: bigint): number {
  return Number(((after - before) * 1_000_000n) / before) / 10_000
}
