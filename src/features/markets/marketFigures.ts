import { longShareWad, upkeepDueSec } from '../../analytics/poolFigures'
import { isToldByClock, poolStatuses } from '../../analytics/poolStatus'
import type { SkewEdges } from '../../analytics/skewFarm'
import { currentBrand } from '../../brand/currentBrand'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import type { PoolFacts } from '../../chain/poolFacts'
import { formatGain, formatPercent, formatPrice, formatWad } from '../../format/formatRatio'
import { formatDuration, formatInterval } from '../../format/formatTime'
import { computeEffectiveLeverage, computeSkewWad } from '../../protocol/poolMetrics'
import { toUInt } from '../../protocol/quad'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { WAD } from '../../protocol/wad'
import { describePoolStatus } from '../../ui/describePoolStatus'
import type { explainPoolStatus } from '../../ui/explainPoolStatus'
import type { compareSizes } from './compareSizes'
import { marketsContent as content } from './content'
import type { laterContent } from './laterContent'
import { MOST_GAIN } from './mostGain'

/** What the next upkeep does with all that is queued for it, in texts. */
export interface NextEffect {
  /** Changes of the tokens' values. */
  readonly long: string
  readonly short: string
  /** Undefined when a side is then empty. */
  readonly skew: string | undefined
}

/** What projects upkeeps, which comes after the first paint. */
export interface MarketEngine {
  /** Undefined when the next upkeep cannot succeed. */
  readonly nextEffect: (pool: PoolSnapshot) => NextEffect | undefined
  /** Undefined while a side is empty. */
  readonly skewEdges: (pool: PoolSnapshot) => SkewEdges | undefined
  /** How pools are ordered by size. */
  readonly compareSizes: typeof compareSizes
  readonly explainStatus: typeof explainPoolStatus
  /** What the figures mean, for tooltips. */
  readonly hints: typeof laterContent.hints
}

/** What the list draws a market from. */
export interface MarketProps {
  readonly facts: PoolFacts
  /** Whether another market could be taken for it by its name; undefined until that is known. */
  readonly isNamesake: boolean | undefined
  /** Whether to leave out the figures away from the screen. */
  readonly isLazy: boolean
  readonly engine: MarketEngine | undefined
}

/** What a market is: leverage, interval and oracle in a line, and how long orders wait where that is longer than the interval. */
export function describeKind(facts: PoolFacts): {
  readonly kind: string
  readonly wait: string | undefined
} {
  const { leverageAmount, oracle, updateIntervalSec, frontRunningIntervalSec } = facts
  const price =
    oracle.kind === 'sma'
      ? `SMA ${formatInterval(oracle.sampleIntervalSec * BigInt(oracle.numPeriods))}`
      : { spot: content.spot, unavailable: content.noPrice }[oracle.kind]
  const interval = content.every(formatInterval(updateIntervalSec))
  return {
    kind: [`${toUInt(leverageAmount)}x`, interval, price].join(' · '),
    wait:
      frontRunningIntervalSec > updateIntervalSec
        ? content.orderWait(formatWait(frontRunningIntervalSec))
        : undefined,
  }
}

/** A round span as it is set; a long odd one, which only strangers' pools have, in its two largest units. */
function formatWait(seconds: bigint): string {
  const isOdd = seconds > 3_600n && seconds % 60n !== 0n
  return isOdd ? formatDuration(Number(seconds)) : formatInterval(seconds)
}

/** A market's figures as the list shows them, but for what depends on the time of day. */
export function describeMarket(pool: PoolAtBlock, engine: MarketEngine | undefined) {
  const { snapshot, market } = pool
  const skew = computeSkewWad(snapshot)
  const gain = computeEffectiveLeverage(snapshot)
  // Of a stranger's price no one can say what it will pay.
  const hasEdges =
    currentBrand.features.bestSkew && isVerified(pool) && market.spotPriceWad !== undefined
  const edges = hasEdges ? engine?.skewEdges(snapshot) : undefined
  return {
    indexPrice: market.spotPriceWad === undefined ? undefined : formatPrice(market.spotPriceWad),
    sinceRebalance: describeChange(snapshot, market.spotPriceWad, engine),
    size: snapshot.longBalance + snapshot.shortBalance,
    longShareWad: longShareWad(snapshot),
    skew: skew === undefined ? undefined : formatWad(skew, 3),
    rebalancing: skew === undefined ? undefined : describeRate(skew),
    gain:
      gain === undefined
        ? undefined
        : {
            long: `${formatWad(gain.longGainWad, 2)}x`,
            short: `${formatWad(gain.shortGainWad, 2)}x`,
          },
    pays: edges && {
      long: describeGain(edges.long.netGain),
      short: describeGain(edges.short.netGain),
    },
    nextEffect: engine?.nextEffect(snapshot),
  }
}

/** What a cell has room for. */
function describeGain(gain: number): string {
  if (Number.isNaN(gain)) return '—'
  return gain >= MOST_GAIN ? '> 9,999%' : formatGain(gain)
}

/** How far the index is from the price that the last rebalance used, and what that price was; undefined without one. */
function describeChange(
  { executionPriceWad, oracle }: PoolSnapshot,
  spotPriceWad: bigint | undefined,
  engine: MarketEngine | undefined,
) {
  if (spotPriceWad === undefined || executionPriceWad <= 0n) return undefined
  const change = ((spotPriceWad - executionPriceWad) * WAD) / executionPriceWad
  return {
    text: formatPercent(change, 2, { signed: true }),
    title: engine?.hints.sinceRebalance(formatPrice(executionPriceWad), oracle.kind === 'sma'),
  }
}

/** How long it is until the next rebalance is due. */
export function describeCountdown({ snapshot }: PoolAtBlock, nowSec: number): string {
  if (snapshot.paused || snapshot.oracle.kind === 'unavailable') return '—'
  const secondsLeft = Number(upkeepDueSec(snapshot)) - nowSec
  return secondsLeft > 0 ? formatDuration(secondsLeft) : content.isDue
}

const LAST_KNOWN = {
  kind: 'lastKnown',
  tone: 'neutral',
  label: content.lastKnown,
  brief: undefined,
  meaning: undefined,
} as const

/** All that hold of a market, the most pressing first, each with what it means once the engine is there. A stranger's is never called live. */
export function describeStatuses(
  pool: PoolAtBlock,
  nowSec: number,
  engine?: Pick<MarketEngine, 'explainStatus'>,
  isStale = false,
) {
  const { facts, snapshot, market } = pool
  const statuses = poolStatuses(snapshot, nowSec, market.feedUpdatedAtSec, facts.deprecated)
  const shown = isVerified(pool)
    ? statuses
    : [{ kind: 'unverified' } as const, ...statuses.filter(({ kind }) => kind !== 'live')]
  const known = isStale ? shown.filter((status) => !isToldByClock(status)) : shown
  const said = known.map((status) => ({
    ...describePoolStatus(status),
    // A list has no room for more; what it means says it all.
    brief: status.kind === 'late' ? content.late(formatUnit(status.bySec)) : undefined,
    meaning: engine?.explainStatus(status),
  }))
  return isStale ? [...said, LAST_KNOWN] : said
}

/** A span's largest unit alone. */
function formatUnit(seconds: number): string {
  return formatDuration(seconds).split('\u00a0', 2).join('\u00a0')
}

/** The rebalancing rate, and who pays it: longs when it is positive. */
function describeRate(skew: bigint): { rate: string; payer: string } {
  const rate = skew - WAD
  return {
    rate: formatPercent(rate, 2, { signed: true }),
    payer: rate === 0n ? content.isEven : rate > 0n ? content.longsPay : content.shortsPay,
  }
}
