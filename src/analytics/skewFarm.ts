import { ProtocolError } from '../protocol/protocolError'
import { toUInt } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'
import { WAD } from '../protocol/wad'
import { EDGE_DAY_MOVE, EDGE_DAYS, EDGE_MIN_REWARDS, EDGE_MIN_SIDE } from './edgeTerms'
import { estimateKeeperReward } from './outlook'
import type { Side } from './poolFigures'
import { wadToNumber } from './wadToNumber'

/** What the skew is worth to one side. */
export interface SkewEdge {
  readonly side: Side
  /**
   * An estimate: what is gained on average by holding this side for {@link EDGE_DAYS} days, all fees and the keepers' rewards
   * taken, as a part of what is put in. The index goes up as often as down, {@link EDGE_DAY_MOVE} on a usual day, no one joins
   * or leaves, and every rebalance comes on time, at the keeper's gas price of this block.
   */
  readonly netGain: number
  /** What keepers are paid in that time, of both sides together, 0 to 1; undefined where no one knows, and it is not in the gain. */
  readonly keeperShare: number | undefined
  /**
   * Whether both sides hold so much that the estimate is of use: {@link EDGE_MIN_REWARDS} times one keeper's reward at the least,
   * and this one {@link EDGE_MIN_SIDE} of the pool. In less the next mint takes the skew away, and rewards eat the rest.
   */
  readonly isLargeEnough: boolean
  /** Minting and burning fee together, of what is put in; a wad. */
  readonly inAndOutWad: bigint
}

export type SkewEdges = Readonly<Record<Side, SkewEdge>>

const DAY_SEC = 86_400

/**
 * What the skew is worth to both sides.
 *
 * A move of the price by m takes the share s = tanh(leverage · (1 − lower / higher)) of the side that loses. With up as likely
 * as down, s · (larger − smaller) / 2 goes from the larger side to the smaller one on average, so that the difference shrinks
 * by the factor 1 − s each time. How often the price moves, and how far, is the oracle's matter: an average of n samples
 * moves with each sample, by about 1 / √n of what the index does in that time.
 *
 * Each upkeep pays its keeper the same amount out of both sides, by their balances.
 *
 * @returns Undefined while a side is empty
 */
export function skewEdges(pool: PoolSnapshot): SkewEdges | undefined {
  const long = Number(pool.longBalance)
  const short = Number(pool.shortBalance)
  if (long === 0 || short === 0) return undefined
  const { moveSec, stepPart } = priceSteps(pool)
  const step = EDGE_DAY_MOVE * Math.sqrt(moveSec / DAY_SEC) * stepPart
  const leverage = Number(toUInt(pool.leverageAmount))
  const share = (Math.tanh((leverage * step) / (1 + step)) + Math.tanh(leverage * step)) / 2
  const heldSec = EDGE_DAYS * DAY_SEC
  const moved = 1 - (1 - share) ** (heldSec / moveSec)
  const keptOfFee = (1 - toNumber(pool.fee)) ** (heldSec / Number(pool.updateIntervalSec))
  const inAndOutWad = inAndOut(pool)
  const reward = rewardOnTime(pool)
  const upkeeps = heldSec / Number(pool.updateIntervalSec)
  const keeperShare =
    reward === undefined ? undefined : Math.min(1, (upkeeps * reward) / (long + short))
  const coversRewards = reward !== undefined && Math.min(long, short) >= EDGE_MIN_REWARDS * reward
  const edgeOf = (side: Side, balance: number): SkewEdge => {
    const gain = ((long + short) / 2 / balance - 1) * moved
    const kept = keptOfFee * (1 - wadToNumber(inAndOutWad)) * (1 - (keeperShare ?? 0))
    const isLargeEnough = coversRewards && balance >= EDGE_MIN_SIDE * (long + short)
    return { side, netGain: (1 + gain) * kept - 1, keeperShare, isLargeEnough, inAndOutWad }
  }
  return { long: edgeOf('long', long), short: edgeOf('short', short) }
}

/** What a keeper is paid for an upkeep that comes when it is due, settlement units; undefined where that cannot be known. */
function rewardOnTime(pool: PoolSnapshot): number | undefined {
  try {
    const reward = estimateKeeperReward({ ...pool, timestampSec: pool.lastPriceTimestampSec })
    return reward === undefined ? undefined : Number(reward)
  } catch (error) {
    // A price of ETH that no contract could reckon with.
    if (error instanceof ProtocolError) return undefined
    throw error
  }
}

/** How often the price that the pool uses changes, in seconds, and by which part of the index's own step meanwhile. */
function priceSteps({ oracle, updateIntervalSec }: PoolSnapshot) {
  const upkeepSec = Number(updateIntervalSec)
  if (oracle.kind !== 'sma') return { moveSec: upkeepSec, stepPart: 1 }
  // Samples are taken by upkeeps, once their own interval has passed.
  const moveSec = Math.max(upkeepSec, Number(oracle.updateIntervalSec))
  const samples = Number(oracle.numPeriods)
  return { moveSec, stepPart: meanDistance(samples) / samples }
}

/** How far from the start one is after so many steps of one, each a coin's toss, on average. */
function meanDistance(steps: number): number {
  // E|S(n)| = n · C(n − 1, ⌊(n − 1) / 2⌋) / 2^(n − 1)
  let distance = steps
  const half = Math.floor((steps - 1) / 2)
  for (let i = 1; i <= half; i++) distance *= (steps - 1 - half + i) / i
  return distance / 2 ** (steps - 1)
}

/** What is left after the minting fee pays the burning fee. */
function inAndOut({ mintingFee, burningFee }: PoolSnapshot): bigint {
  const minting = toUInt(mintingFee)
  return minting + (toUInt(burningFee) * (WAD - minting)) / WAD
}

/** A wad-scaled rate. */
function toNumber(rate: PoolSnapshot['fee']): number {
  return wadToNumber(toUInt(rate))
}
