import type { Pace } from './live'
import type { MarketSpec } from './markets'
import type { PriceRows } from './priceReplay'

/** What a devnet is started with; what is left out takes its default. */
export interface DevnetOptions extends Pace {
  /** TCP port on the loopback address; 0, the default, takes a free one. */
  readonly port?: number
  readonly chainId?: number
  /** Repeats prices and trades. Default 1. */
  readonly seed?: number
  /** How much the chain has lived through at hand-over. 0: markets are only funded. Default 2 days. */
  readonly pastSec?: number
  /** Ends the past at this time instead of now; the clock goes on from there. For repeatable tests. */
  readonly endSec?: number
  /** Prices move by themselves after hand-over. Default true. */
  readonly walk?: boolean
  readonly markets?: readonly MarketSpec[]
  /** Leaves both sides of every market without funds; only with `pastSec: 0`. */
  readonly empty?: boolean
  /** Also deploys a factory as of an earlier version, with one market. Default false. */
  readonly deprecated?: boolean
  /** Also deploys markets that attack a page with their names and tokens; only with `pastSec: 0`. Default false. */
  readonly hostile?: boolean
  /** Also deploys pools whose contracts attack their readers; only with `pastSec: 0`. Default false. */
  readonly hostileContracts?: boolean
  /** Also deploys a stranger's market that looks like one of the others; only with `pastSec: 0`. Default false. */
  readonly impostor?: boolean
  /** Also starts an Ethereum, with Arbitrum's bridge between the two. Default false. */
  readonly ethereum?: boolean
  /** Also deploys Balancer, with a pool of each market's tokens. Default false. */
  readonly balancer?: boolean
  /** Also deploys farms that pay rewards for staked tokens. Default false. */
  readonly staking?: boolean
  /** Recorded prices instead of the walk, from the start of the past on. */
  readonly prices?: PriceRows
  /** How long one recorded row lasts. Default 60. */
  readonly rowSec?: number
  /** Where to write the addresses; null, the default, writes none. */
  readonly deploymentFile?: string | null
  readonly log?: (line: string) => void
  /** Told the lived part of the past, from 0 to 1. */
  readonly progress?: (part: number) => void
  /** Gives up and cleans up when aborted before hand-over. */
  readonly signal?: AbortSignal
}
