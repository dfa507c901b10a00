import { quadToWad } from '../analytics/poolFigures'
import {
  calculateValueTransfer,
  getLossAmount,
  getLossMultiplier,
  getRatio,
  sigmoid,
} from '../protocol/poolSwapLibrary'
import { fromUInt, POSITIVE_ZERO } from '../protocol/quad'
import { WAD } from '../protocol/wad'

/** What the losing side holds in the figure; large enough that the contracts' rounding does not show. */
const BALANCE = 1_000_000n * WAD

/** Shares of the losing side that one index move takes, wads. */
export interface LossShares {
  /** The deployed contracts' transfer. */
  readonly deployed: bigint
  /** Power leverage of the first version and of the articles. */
  readonly power: bigint
  /** An ordinary leveraged position; at one it has been liquidated. */
  readonly plain: bigint
}

/** @param movePercent Whole percents the index moves between two rebalances, above −100 */
export function lossShares(leverage: bigint, movePercent: number): LossShares {
  const [oldPrice, newPrice] = [100n * WAD, BigInt(100 + movePercent) * WAD]
  const leverageAmount = fromUInt(leverage)
  const [long, short] = calculateValueTransfer(
    BALANCE,
    BALANCE,
    leverageAmount,
    oldPrice,
    newPrice,
    POSITIVE_ZERO,
  )
  const left = getLossMultiplier(
    getRatio(newPrice, oldPrice),
    BigInt(Math.sign(movePercent)),
    leverageAmount,
  )
  const plain = (leverage * BigInt(Math.abs(movePercent)) * WAD) / 100n
  return {
    deployed: shareOf(BALANCE - (long < short ? long : short)),
    power: shareOf(getLossAmount(left, BALANCE)),
    plain: plain < WAD ? plain : WAD,
  }
}

/** The most that one rebalance can take from the losing side, wad: the deployed transfer at a price ratio of zero. */
export function largestShareWad(leverage: bigint): bigint {
  return quadToWad(sigmoid(fromUInt(leverage), POSITIVE_ZERO))
}

function shareOf(loss: bigint): bigint {
  return (loss * WAD) / BALANCE
}
