/** Index prices at the upkeeps of a replay or a simulation. */
export interface PricePath {
  /** Time of the first price, Unix seconds. */
  readonly startSec: number
  /** Seconds between two prices: the update interval of the pool that runs on it. */
  readonly stepSec: number
  /** Wads above zero. The first is the price from which the pool starts, each further one that of an upkeep. */
  readonly pricesWad: readonly bigint[]
}
