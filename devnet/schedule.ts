import type { DevnetOptions } from './devnetOptions'
import { firstMintDelaySec, MARKETS, type MarketSpec } from './markets'

export const DEFAULT_PAST_SEC = 2 * 86_400

/** When markets are deployed. */
export interface DeploymentPlan {
  readonly atSec: number
  readonly markets: readonly MarketSpec[]
}

/** The times of a devnet before hand-over, Unix seconds. */
export interface Schedule {
  readonly genesisSec: number
  /** Earliest first. */
  readonly plan: readonly DeploymentPlan[]
  /** From when on prices move and people trade. */
  readonly startSec: number
  /** When the past is over; asked again and again, since living it takes time. */
  readonly endSec: () => number
}

/** The protocol is deployed this long before the first market. */
const HEAD_START_SEC = 10

/** Lays the past out backwards from now, or from `endSec` of the options. */
export function planSchedule(options: DevnetOptions): Schedule {
  const { pastSec = DEFAULT_PAST_SEC, markets = MARKETS, endSec: fixedEndSec } = options
  const now = () => Math.floor(Date.now() / 1_000)
  const plannedEndSec = fixedEndSec ?? now()
  const plan = planDeployments(markets, plannedEndSec, pastSec)
  const firstSec = Math.min(plannedEndSec, ...plan.map(({ atSec }) => atSec))
  return {
    genesisSec: firstSec - HEAD_START_SEC,
    plan,
    startSec: plannedEndSec - pastSec,
    endSec: () => (pastSec === 0 ? plannedEndSec : (fixedEndSec ?? now())),
  }
}

/**
 * Deploys each market early enough to be as old as the past is long, and to have executed its
 * first mints by `endSec`: one market takes a minute for that and another nine hours.
 */
function planDeployments(
  markets: readonly MarketSpec[],
  endSec: number,
  pastSec: number,
): readonly DeploymentPlan[] {
  const ageOf = (market: MarketSpec) => {
    const delaySec = firstMintDelaySec(market)
    return pastSec === 0 ? delaySec : Math.max(pastSec, delaySec + market.updateIntervalSec)
  }
  const ages = [...new Set(markets.map(ageOf))].sort((a, b) => b - a)
  return ages.map((ageSec) => ({
    atSec: endSec - ageSec,
    markets: markets.filter((market) => ageOf(market) === ageSec),
  }))
}
