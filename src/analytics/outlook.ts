import { MAX_ITERATIONS, MAX_UPKEEPS } from '../protocol/bounds'
import { keeperReward } from '../protocol/keeperRewards'
import { nextUpkeepSec } from '../protocol/nextUpkeepSec'
import type { Upkeep } from '../protocol/poolKeeper'
import { type PathStep, projectPool } from '../protocol/projectPool'
import { ProtocolError, SnapshotError } from '../protocol/protocolError'
import type { PoolSnapshot } from '../protocol/snapshot'

/**
 * Gas that the keeper contract measures for an upkeep with an empty queue, on the published bytecode: an SMA takes a
 * sample besides. Each kind of queued commit adds some. This is the one part of a projection that is an estimate.
 */
const UPKEEP_GAS = { spot: 235_000n, sma: 295_000n } as const
/** What each further interval adds to an upkeep that catches up, measured the same way. */
const INTERVAL_GAS = { spot: 62_500n, sma: 82_400n } as const

/** So many intervals one upkeep catches up with. @see PoolCommitter.MAX_ITERATIONS */
export const INTERVALS_PER_UPKEEP = BigInt(MAX_ITERATIONS)

const BASIS_POINTS = 10_000n

const NO_PRICE = 'the pool’s oracle isn’t responding, so rebalances fail'

/** What the next upkeeps do if the index goes where it is assumed to go. Exact but for the keepers' rewards. */
export interface Outlook {
  readonly upkeeps: readonly Upkeep[]
  /**
   * What the keeper of the first upkeep is paid, settlement units, estimated: nothing where the pool holds less than the reward.
   * Undefined when the keeper's oracle does not answer.
   */
  readonly keeperRewardEstimate: bigint | undefined
}

/** Why there is no projection. */
export class OutlookError extends Error {
  override readonly name = 'OutlookError'
  readonly code = 'NO_OUTLOOK'
  /** Only the computing ends here: what it is about happens anyway, in its interval. */
  readonly isOutOfReach: boolean

  constructor(message: string, options: ErrorOptions & { readonly isOutOfReach?: boolean } = {}) {
    super(message, options)
    this.isOutOfReach = options.isOutOfReach ?? false
  }
}

/**
 * What the feed says now, in the unit the oracle samples: the price from which a path starts.
 *
 * @throws OutlookError for an oracle that does not answer
 */
export function currentSpotPrice({ oracle }: PoolSnapshot): bigint {
  if (oracle.kind === 'unavailable') throw new OutlookError(NO_PRICE)
  return oracle.kind === 'spot' ? oracle.priceWad : oracle.spotPrice
}

/** The current spot price, moved by so many hundredths of a percent. @throws as {@link currentSpotPrice} */
export function movedSpotPrice(pool: PoolSnapshot, moveBasisPoints: number): bigint {
  return (currentSpotPrice(pool) * (BASIS_POINTS + BigInt(moveBasisPoints))) / BASIS_POINTS
}

/** The keeper's reward for an upkeep performed as soon as it is due, settlement units. An estimate: it depends on gas. */
export function estimateKeeperReward(pool: PoolSnapshot): bigint | undefined {
  if (pool.keeper === undefined || pool.oracle.kind === 'unavailable') return undefined
  const { lastPriceTimestampSec, updateIntervalSec, oracle } = pool
  const atSec = nextUpkeepSec(pool)
  const passed = updateIntervalSec === 0n ? 1n : (atSec - lastPriceTimestampSec) / updateIntervalSec
  const executed = passed < INTERVALS_PER_UPKEEP ? passed : INTERVALS_PER_UPKEEP
  const gas = UPKEEP_GAS[oracle.kind] + (executed - 1n) * INTERVAL_GAS[oracle.kind]
  return keeperReward(pool.keeper, gas, atSec, lastPriceTimestampSec, updateIntervalSec)
}

/** Upkeeps on time, all at one spot price. */
export function constantPricePath(
  pool: PoolSnapshot,
  spotPrice: bigint,
  upkeeps: number,
): PathStep[] {
  const reward = estimateKeeperReward(pool)
  const step: PathStep = reward === undefined ? { spotPrice } : { spotPrice, keeperReward: reward }
  return Array.from({ length: Math.min(upkeeps, MAX_UPKEEPS) }, () => step)
}

/**
 * The pool after each of its next upkeeps.
 *
 * @param spotPrice As {@link currentSpotPrice}
 * @throws OutlookError with the reason, for a paused pool or a snapshot that cannot be
 */
export function poolOutlook(pool: PoolSnapshot, spotPrice: bigint, upkeeps: number): Outlook {
  return toOutlookError(() => {
    const path = constantPricePath(pool, spotPrice, upkeeps)
    const projected = projectPool(pool, path)
    const isKnown = path[0]?.keeperReward !== undefined
    return {
      upkeeps: projected,
      keeperRewardEstimate: isKnown ? projected[0]?.keeperPayment : undefined,
    }
  })
}

/** How many upkeeps from now execute an interval. */
export function upkeepsUntil(pool: PoolSnapshot, intervalId: bigint): number {
  return Math.max(1, Number(intervalId - pool.updateIntervalId) + 1)
}

/** The engine's reason in words, where it is one that a sound pool can come to. */
function reasonOf(cause: ProtocolError): string {
  if (!(cause instanceof SnapshotError)) return cause.message
  switch (cause.field) {
    case 'longBalance':
    case 'shortBalance':
      return `the ${cause.field === 'longBalance' ? 'long' : 'short'} side has tokens but no balance, so a rebalance would fail`
    case 'oracle':
      return NO_PRICE
    case 'totalPoolCommitments':
      return 'other traders’ commits in distant intervals are unknown'
    default:
      return cause.message
  }
}

/** Gives the engine's own errors as an OutlookError. */
export function toOutlookError<value>(compute: () => value): value {
  try {
    return compute()
  } catch (cause) {
    throw asOutlookError(cause)
  }
}

/** The same of a computation that is made step by step. */
export function* toOutlookErrorStepwise<value>(
  steps: Generator<void, value>,
): Generator<void, value> {
  try {
    return yield* steps
  } catch (cause) {
    throw asOutlookError(cause)
  }
}

function asOutlookError(cause: unknown): unknown {
  if (!(cause instanceof ProtocolError)) return cause
  const isOutOfReach = cause instanceof SnapshotError && cause.field === 'totalPoolCommitments'
  return new OutlookError(reasonOf(cause), { cause, isOutOfReach })
}
