import { longShareWad, upkeepDueSec } from '../../analytics/poolFigures'
import { poolStatus } from '../../analytics/poolStatus'
import { skewEdges } from '../../analytics/skewFarm'
import type { PoolAccount } from '../../chain/accountReads'
import type { PoolAtBlock } from '../../chain/snapshot'
import { formatName } from '../../format/formatAddress'
import { formatPercent, formatPrice, formatWad } from '../../format/formatRatio'
import { formatDuration, formatInterval } from '../../format/formatTime'
import { computeEffectiveLeverage, computeSkewWad } from '../../protocol/poolMetrics'
import { toUInt } from '../../protocol/quad'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { describePoolStatus } from '../../ui/describePoolStatus'
import type { SortKey } from './marketList'

const WAD = 10n ** 18n

/** How the value of both tokens changes at the next upkeep; undefined when it cannot succeed. */
export type EffectOf = (pool: PoolSnapshot) => { long: string; short: string } | undefined

/** One market as the list shows it, but for what depends on the time of day. */
export type MarketRow = ReturnType<typeof toMarketRow>

export function toMarketRow(
  { facts, snapshot, market, account }: PoolAtBlock,
  effectOf: EffectOf | undefined,
) {
  const skew = computeSkewWad(snapshot)
  const gain = computeEffectiveLeverage(snapshot)
  const share = longShareWad(snapshot)
  return {
    address: facts.address,
    deprecated: facts.deprecated,
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
    settlementToken: {
      ...facts.settlementToken,
      symbol: formatName(facts.settlementToken.symbol),
    },
    longShareWad: share,
    skew: skew === undefined ? undefined : formatWad(skew, 3),
    rebalancing: skew === undefined ? undefined : describeRate(skew),
    gain:
      gain === undefined
        ? undefined
        : {
            long: `${formatWad(gain.longGainWad, 2)}x`,
            short: `${formatWad(gain.shortGainWad, 2)}x`,
          },
    feedUpdatedAtSec: market.feedUpdatedAtSec,
    nextEffect: effectOf?.(snapshot),
    edges: skewEdges(snapshot),
    underlying: facts.base ?? 'Other',
    oracleKind: facts.oracle.kind,
    searchText: [
      facts.name,
      facts.settlementToken.symbol,
      facts.address,
      facts.longToken.address,
      facts.shortToken.address,
    ]
      .join(' ')
      .toLowerCase(),
    isMine: account !== undefined && hasPart(account),
    isHealthy: isHealthy(snapshot, market.feedUpdatedAtSec, facts.deprecated),
    sortValues: {
      market: facts.name,
      price: Number(market.spotPriceWad),
      size:
        Number(snapshot.longBalance + snapshot.shortBalance) / 10 ** facts.settlementToken.decimals,
      split: share === undefined ? undefined : Number(share),
      skew: skew === undefined ? undefined : Number(skew),
      rate: skew === undefined ? undefined : Number(skew),
      gain:
        gain === undefined
          ? undefined
          : Math.max(Number(gain.longGainWad), Number(gain.shortGainWad)),
      next: Number(upkeepDueSec(snapshot)),
      status: describePoolStatus(
        poolStatus(snapshot, Number(snapshot.timestampSec), undefined, facts.deprecated),
      ).label,
    } satisfies Record<SortKey, number | string | undefined>,
    snapshot,
  }
}

/** What depends on the chain's time. */
export function timeOf({ snapshot, feedUpdatedAtSec, deprecated }: MarketRow, nowSec: number) {
  const secondsLeft = Number(upkeepDueSec(snapshot)) - nowSec
  return {
    countdown: secondsLeft > 0 ? formatDuration(secondsLeft) : 'due',
    status: describePoolStatus(poolStatus(snapshot, nowSec, feedUpdatedAtSec, deprecated)),
  }
}

/** Whether the account holds, has unclaimed, or has queued anything here. */
function hasPart({ longBalance, shortBalance, escrow, user }: PoolAccount): boolean {
  return (
    longBalance + shortBalance + escrow.longTokens + escrow.shortTokens + escrow.settlementTokens >
      0n || user.userCommitments.length > 0
  )
}

function isHealthy(
  snapshot: PoolSnapshot,
  feedUpdatedAtSec: bigint | undefined,
  deprecated: boolean,
): boolean {
  const nowSec = Number(snapshot.timestampSec)
  const { kind } = poolStatus(snapshot, nowSec, feedUpdatedAtSec, deprecated)
  return kind === 'live' || kind === 'due'
}

/** The rebalancing rate, and who pays it: longs when it is positive. */
function describeRate(skew: bigint): { rate: string; payer: string } {
  const rate = skew - WAD
  return {
    rate: formatPercent(rate, 2, { signed: true }),
    payer: rate === 0n ? 'even' : rate > 0n ? 'longs pay' : 'shorts pay',
  }
}
