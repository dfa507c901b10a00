import { currentSpotPrice, OutlookError, poolOutlook } from '../../analytics/outlook'
import {
  gainLeverageWad,
  longShareWad,
  nextUpkeepSec,
  type Side,
  skewWad,
  tokenPrice,
} from '../../analytics/poolFigures'
import { poolStatus } from '../../analytics/poolStatus'
import type { PoolAtBlock } from '../../chain/snapshot'
import { formatName } from '../../format/formatAddress'
import { formatPercent, formatPrice, formatWad } from '../../format/formatRatio'
import { formatDuration, formatInterval } from '../../format/formatTime'
import { toUInt } from '../../protocol/quad'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { describePoolStatus } from '../../ui/describePoolStatus'

const WAD = 10n ** 18n

/** One market as the list shows it, but for what depends on the time of day. */
export type MarketRow = ReturnType<typeof toMarketRow>

export function toMarketRow({ facts, snapshot, market }: PoolAtBlock) {
  const skew = skewWad(snapshot)
  const gain = gainLeverageWad(snapshot)
  return {
    address: facts.address,
    name: formatName(facts.name),
    leverage: `${toUInt(facts.leverageAmount)}x`,
    oracle:
      facts.oracle.kind === 'spot'
        ? 'Spot'
        : `SMA ${formatInterval(facts.oracle.sampleIntervalSec * BigInt(facts.oracle.numPeriods))}`,
    interval: formatInterval(facts.updateIntervalSec),
    indexPrice: formatPrice(market.spotPriceWad),
    quote: facts.quote,
    size: snapshot.longBalance + snapshot.shortBalance,
    settlementToken: facts.settlementToken,
    longShareWad: longShareWad(snapshot),
    skew: skew === undefined ? undefined : formatWad(skew, 3),
    rebalancing: skew === undefined ? undefined : describeRate(skew),
    gain:
      gain === undefined
        ? undefined
        : { long: `${formatWad(gain.long, 2)}x`, short: `${formatWad(gain.short, 2)}x` },
    nextEffect: nextEffect(snapshot),
    snapshot,
  }
}

/** What depends on the chain's time. */
export function timeOf({ snapshot }: MarketRow, nowSec: number) {
  const secondsLeft = Number(nextUpkeepSec(snapshot)) - nowSec
  return {
    countdown: secondsLeft > 0 ? formatDuration(secondsLeft) : 'due',
    status: describePoolStatus(poolStatus(snapshot, nowSec)),
  }
}

/** How the value of both tokens changes at the next upkeep if the index stays; the keeper's reward is an estimate. */
function nextEffect(snapshot: PoolSnapshot): { long: string; short: string } | undefined {
  try {
    const after = poolOutlook(snapshot, currentSpotPrice(snapshot), 1).upkeeps[0]
    if (after?.status !== 'done') return undefined
    return {
      long: changeOf(snapshot, after.pool, 'long'),
      short: changeOf(snapshot, after.pool, 'short'),
    }
  } catch (error) {
    if (error instanceof OutlookError) return undefined
    throw error
  }
}

function changeOf(before: PoolSnapshot, after: PoolSnapshot, side: Side): string {
  const old = tokenPrice(before, side).wad
  if (old === 0n) return '—'
  return formatPercent(((tokenPrice(after, side).wad - old) * WAD) / old, 2, { signed: true })
}

/** The rebalancing rate, and who pays it: longs when it is positive. */
function describeRate(skew: bigint): { rate: string; payer: string } {
  const rate = skew - WAD
  return {
    rate: formatPercent(rate, 2, { signed: true }),
    payer: rate === 0n ? 'even' : rate > 0n ? 'longs pay' : 'shorts pay',
  }
}
