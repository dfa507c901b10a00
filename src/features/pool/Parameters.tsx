import { yearlyFeeWad } from '../../analytics/secondaryFees'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { verifiedComponents } from '../../chain/verification/verifiedComponents'
import { useNetwork } from '../../data/NetworkContext'
import { Explain } from '../../explain/Explain'
import { formatPlain } from '../../format/formatAmount'
import { formatPercent, formatPrice } from '../../format/formatRatio'
import { formatClock, formatInterval } from '../../format/formatTime'
import { POSITIVE_ZERO, toUInt } from '../../protocol/quad'
import { WAD_DECIMALS } from '../../protocol/wad'
import { Fact, Facts } from '../../ui/Facts'
import { poolContent } from './content'

const content = poolContent.parameters

/** What a pool was created with, and what its governance has set. */
export function Parameters({ pool: { facts, snapshot, market } }: { pool: PoolAtBlock }) {
  const feed = verifiedComponents(useNetwork()).feeds.find(
    ({ address }) => address.toLowerCase() === facts.oracle.feed.toLowerCase(),
  )
  const { oracle } = facts
  return (
    <Facts>
      <Fact name={content.oracle} explain={<Explain topic="sma" />}>
        {oracle.kind === 'sma'
          ? content.sma(oracle.numPeriods, formatInterval(oracle.sampleIntervalSec))
          : { spot: content.spot, unavailable: content.oracleSilent }[oracle.kind]}
      </Fact>
      {feed?.heartbeatSec !== undefined && (
        <Fact name={content.feedUpdates}>
          {content.feedHeartbeat(formatInterval(BigInt(feed.heartbeatSec)))}
          {feed.deviationPercent !== undefined &&
            content.feedDeviation(`${feed.deviationPercent}%`)}
        </Fact>
      )}
      <Fact name={content.lastPrice}>{formatPrice(snapshot.executionPriceWad)}</Fact>
      <Fact name={content.oraclePrice}>
        {market.oraclePriceWad === undefined ? content.none : formatPrice(market.oraclePriceWad)}
      </Fact>
      <Fact name={content.updateInterval}>{formatInterval(facts.updateIntervalSec)}</Fact>
      <Fact name={content.frontRunningInterval} hint={content.frontRunningHint}>
        {formatInterval(facts.frontRunningIntervalSec)}
      </Fact>
      <Fact name={content.interval}>{snapshot.updateIntervalId.toString()}</Fact>
      <Fact name={content.lastRebalance}>
        {formatClock(Number(snapshot.lastPriceTimestampSec), Number(snapshot.timestampSec))}
      </Fact>
      <Fact name={content.managementFee}>
        {content.perYear(formatPercent(yearlyFeeWad(facts)))}
      </Fact>
      <Fact name={content.mintingFee}>{formatPercent(toUInt(snapshot.mintingFee), 3)}</Fact>
      {snapshot.changeInterval !== POSITIVE_ZERO && (
        <Fact name={content.mintingFeeChange} hint={content.mintingFeeHint}>
          {content.perRebalance(
            `${formatPlain(toUInt(snapshot.changeInterval) * 100n, WAD_DECIMALS)}%`,
          )}
        </Fact>
      )}
      <Fact name={content.burningFee}>{formatPercent(toUInt(snapshot.burningFee), 3)}</Fact>
    </Facts>
  )
}
