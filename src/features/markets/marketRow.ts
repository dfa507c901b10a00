import { gainLeverageWad, longShareWad, nextUpkeepSec, skewWad } from '../../analytics/poolFigures'
import { poolStatus } from '../../analytics/poolStatus'
import type { PoolAtBlock } from '../../chain/snapshot'
import { formatName } from '../../format/formatAddress'
import { formatPercent, formatPrice, formatWad } from '../../format/formatRatio'
import { formatInterval } from '../../format/formatTime'
import { toUInt } from '../../protocol/quad'
import { describePoolStatus } from '../../ui/describePoolStatus'

const WAD = 10n ** 18n

/** One market as the list shows it. */
export type MarketRow = ReturnType<typeof toMarketRow>

export function toMarketRow({ facts, snapshot, market }: PoolAtBlock, nowSec: number) {
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
    secondsToUpkeep: Number(nextUpkeepSec(snapshot)) - nowSec,
    status: describePoolStatus(poolStatus(snapshot, nowSec)),
  }
}

/** The rebalancing rate, and who pays it: longs when it is positive. */
function describeRate(skew: bigint): { rate: string; payer: string } {
  const rate = skew - WAD
  return {
    rate: formatPercent(rate, 2, { signed: true }),
    payer: rate === 0n ? 'even' : rate > 0n ? 'longs pay' : 'shorts pay',
  }
}
