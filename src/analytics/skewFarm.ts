import { calculateValueTransfer } from '../protocol/poolSwapLibrary'
import { toUInt } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'
import type { Side } from './poolFigures'

/** What the skew is worth to one side. All wads. */
export interface SkewEdge {
  readonly side: Side
  /**
   * Mean change of the side's token over one rebalance with the index up and one with it down by the same move, management
   * fee included: what is left when the direction is a coin's toss. Above zero on the side that is paid.
   */
  readonly perRebalanceWad: bigint
  /** Minting and burning fee together, of what is put in. */
  readonly inAndOutWad: bigint
  /** Such rebalances until the fees are earned; undefined when they never are. */
  readonly rebalancesToEarnFees: bigint | undefined
}

const WAD = 10n ** 18n
const BASIS_POINTS = 10_000n

/** The move, in hundredths of a percent, that edges are quoted for. */
export const EDGE_MOVE_BASIS_POINTS = 100

/**
 * What the skew is worth to both sides, by the contract's own transfer.
 *
 * @param moveBasisPoints How far the index moves up or down between two rebalances
 * @returns Undefined while a side is empty
 */
export function skewEdges(
  pool: PoolSnapshot,
  moveBasisPoints = EDGE_MOVE_BASIS_POINTS,
): Readonly<Record<Side, SkewEdge>> | undefined {
  const { longBalance, shortBalance, leverageAmount, fee } = pool
  if (longBalance === 0n || shortBalance === 0n) return undefined
  const after = (move: bigint) =>
    calculateValueTransfer(
      longBalance,
      shortBalance,
      leverageAmount,
      BASIS_POINTS,
      BASIS_POINTS + move,
      fee,
    )
  const [longUp, shortUp] = after(BigInt(moveBasisPoints))
  const [longDown, shortDown] = after(-BigInt(moveBasisPoints))
  return {
    long: edgeOf(pool, 'long', meanChangeWad(longBalance, longUp, longDown)),
    short: edgeOf(pool, 'short', meanChangeWad(shortBalance, shortUp, shortDown)),
  }
}

function meanChangeWad(before: bigint, up: bigint, down: bigint): bigint {
  return ((up + down - 2n * before) * WAD) / (2n * before)
}

function edgeOf(pool: PoolSnapshot, side: Side, perRebalanceWad: bigint): SkewEdge {
  const minting = toUInt(pool.mintingFee)
  const burning = toUInt(pool.burningFee)
  // What is left after the minting fee pays the burning fee.
  const inAndOutWad = minting + (burning * (WAD - minting)) / WAD
  return {
    side,
    perRebalanceWad,
    inAndOutWad,
    rebalancesToEarnFees:
      perRebalanceWad > 0n ? (inAndOutWad + perRebalanceWad - 1n) / perRebalanceWad : undefined,
  }
}
