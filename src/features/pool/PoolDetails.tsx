import { Suspense } from 'react'
import { zeroAddress } from 'viem'
import { tokenPrice } from '../../analytics/poolFigures'
import { yearlyFeeWad } from '../../analytics/secondaryFees'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { knownParts } from '../../chain/verification/knownParts'
import { useNetwork } from '../../data/NetworkContext'
import { useLiveHistory } from '../../data/PoolHistoryProvider'
import { useExplorerUrl } from '../../data/useExplorerUrl'
import { Explain } from '../../explain/Explain'
import { formatName } from '../../format/formatAddress'
import { formatPlain } from '../../format/formatAmount'
import { formatPercent, formatPrice, formatTokenPrice } from '../../format/formatRatio'
import { formatClock, formatInterval } from '../../format/formatTime'
import { computeSkewWad } from '../../protocol/poolMetrics'
import { POSITIVE_ZERO, toUInt } from '../../protocol/quad'
import { WAD_DECIMALS } from '../../protocol/wad'
import { AddressLink } from '../../ui/AddressLink'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { ChartSkeleton } from '../../ui/ChartSkeleton'
import { Fact, Facts } from '../../ui/Facts'
import { Flash } from '../../ui/Flash'
import { lazyPart } from '../../ui/lazyPart'
import { Name } from '../../ui/Name'
import { PartBoundary } from '../../ui/PartBoundary'
import { WhenVisible } from '../../ui/WhenVisible'
import { HistoryCard } from './history/HistoryCard'
import { PastUpkeeps } from './history/PastUpkeeps'
import { NextRebalance } from './NextRebalance'
import { PoolQueue } from './PoolQueue'

const TransferChart = lazyPart(() => import('./TransferChart'))

/** What the pool is and holds, in full. */
export function PoolDetails({ pool }: { pool: PoolAtBlock }) {
  const live = useLiveHistory()
  return (
    <div className="space-y-5">
      <PartBoundary what="The history">
        <HistoryCard pool={pool} live={live} />
      </PartBoundary>
      <PartBoundary what="The next rebalance">
        <NextRebalance pool={pool} />
      </PartBoundary>
      <Card title="What one rebalance does" aside={<Explain topic="powerLeverage" />}>
        <p className="mb-3 max-w-prose text-muted">
          The change of each side’s token when the index moves between two rebalances, from this
          pool’s balances of now. The losing side’s curve is the same for everybody; what the other
          side gains depends on the skew.
        </p>
        {computeSkewWad(pool.snapshot) === undefined ? (
          <p className="text-muted">
            One side is empty: the other gains nothing when the index moves its way, and still pays
            the empty side when it moves against it.
          </p>
        ) : (
          <div className="h-72">
            <WhenVisible fallback={<ChartSkeleton />}>
              <PartBoundary what="The chart">
                <Suspense fallback={<ChartSkeleton />}>
                  <TransferChart snapshot={pool.snapshot} />
                </Suspense>
              </PartBoundary>
            </WhenVisible>
          </div>
        )}
      </Card>
      <div className="grid gap-5 md:grid-cols-2">
        <PartBoundary what="The long side">
          <SideCard pool={pool} side="long" />
        </PartBoundary>
        <PartBoundary what="The short side">
          <SideCard pool={pool} side="short" />
        </PartBoundary>
      </div>
      <PartBoundary what="The queue">
        <PoolQueue pool={pool} />
      </PartBoundary>
      <PartBoundary what="The list of past rebalances">
        <PastUpkeeps
          facts={pool.facts}
          history={live.history}
          nowSec={Number(pool.snapshot.timestampSec)}
        />
      </PartBoundary>
      <PartBoundary what="The list of parameters">
        <Parameters pool={pool} />
      </PartBoundary>
    </div>
  )
}

function SideCard({ pool, side }: { pool: PoolAtBlock; side: 'long' | 'short' }) {
  const { facts, snapshot } = pool
  const token = side === 'long' ? facts.longToken : facts.shortToken
  const balance = side === 'long' ? snapshot.longBalance : snapshot.shortBalance
  const supply = side === 'long' ? snapshot.longTokenSupply : snapshot.shortTokenSupply
  const queuedBurns =
    side === 'long' ? snapshot.pendingLongBurnPoolTokens : snapshot.pendingShortBurnPoolTokens
  const value = formatTokenPrice(tokenPrice(snapshot, side).wad)
  return (
    <Card title={side === 'long' ? 'Long side' : 'Short side'}>
      <Facts>
        <Fact name="Holds">
          <Flash>
            <Amount value={balance} token={facts.settlementToken} />
          </Flash>
        </Fact>
        <Fact name="Token">
          <Name of={token.symbol} />
        </Fact>
        <Fact name="Supply">
          <Amount value={supply} token={{ ...token, symbol: side }} />
        </Fact>
        <Fact
          name="Burns in the queue"
          hint="They have left the supply, and still count in the price"
        >
          <Amount value={queuedBurns} token={{ ...token, symbol: side }} />
        </Fact>
        <Fact name="Value of one token now">
          <Flash>{value}</Flash>{' '}
          <span className="text-muted">
            <Name of={facts.settlementToken.symbol} />
          </span>
        </Fact>
      </Facts>
    </Card>
  )
}

function Parameters({ pool }: { pool: PoolAtBlock }) {
  const { facts, snapshot, market, levers } = pool
  const feed = knownParts(useNetwork()).feeds.find(
    ({ address }) => address.toLowerCase() === facts.oracle.feed.toLowerCase(),
  )
  const explorerUrl = useExplorerUrl()
  const { oracle } = facts
  const yearlyFee = yearlyFeeWad(facts)
  const addresses = [
    ['Pool', facts.address],
    ['Committer', facts.committer],
    [`Long token ${formatName(facts.longToken.symbol)}`, facts.longToken.address],
    [`Short token ${formatName(facts.shortToken.symbol)}`, facts.shortToken.address],
    [`Settlement token ${formatName(facts.settlementToken.symbol)}`, facts.settlementToken.address],
    ['Oracle wrapper', oracle.wrapper],
    ['Price feed', oracle.feed],
    ['Keeper', levers.keeper],
    ['ETH price for keepers', facts.settlementEthOracle],
    ...(levers.feeController === zeroAddress
      ? []
      : [['Fee controller', levers.feeController] as const]),
    ...(levers.oracleGovernance === undefined
      ? []
      : [['Oracle’s governance', levers.oracleGovernance] as const]),
  ] as const
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <Card title="Parameters">
        <Facts>
          <Fact name="Oracle" explain={<Explain topic="sma" />}>
            {oracle.kind === 'sma'
              ? `Average of ${oracle.numPeriods} samples, one per ${formatInterval(oracle.sampleIntervalSec)}`
              : { spot: 'Spot price', unavailable: 'does not answer' }[oracle.kind]}
          </Fact>
          {feed?.heartbeatSec !== undefined && (
            <Fact name="Feed is written">
              at least every {formatInterval(BigInt(feed.heartbeatSec))}
              {feed.deviationPercent !== undefined && `, or at a move of ${feed.deviationPercent}%`}
            </Fact>
          )}
          <Fact name="Price at the last rebalance">{formatPrice(snapshot.executionPriceWad)}</Fact>
          <Fact name="Oracle’s price now">
            {market.oraclePriceWad === undefined ? 'none' : formatPrice(market.oraclePriceWad)}
          </Fact>
          <Fact name="Rebalances every">{formatInterval(facts.updateIntervalSec)}</Fact>
          <Fact
            name="Front-running interval"
            hint="A commit has to be made at least this long before the rebalance it goes into"
          >
            {formatInterval(facts.frontRunningIntervalSec)}
          </Fact>
          <Fact name="Last rebalance">
            {formatClock(Number(snapshot.lastPriceTimestampSec), Number(snapshot.timestampSec))}
          </Fact>
          <Fact name="Management fee">{formatPercent(yearlyFee)} a year</Fact>
          <Fact name="Minting fee">{formatPercent(toUInt(snapshot.mintingFee), 3)}</Fact>
          {snapshot.changeInterval !== POSITIVE_ZERO && (
            <Fact
              name="Minting fee moves by"
              hint="Up when the tokens together have lost, down when they have gained; also for flips that have executed and are not claimed yet"
            >
              {formatPlain(toUInt(snapshot.changeInterval) * 100n, WAD_DECIMALS)}% at each rebalance
            </Fact>
          )}
          <Fact name="Burning fee">{formatPercent(toUInt(snapshot.burningFee), 3)}</Fact>
        </Facts>
      </Card>
      <Card title="Contracts">
        <Facts>
          {addresses.map(([name, address]) => (
            <Fact key={name} name={name}>
              <AddressLink address={address} label={name} explorerUrl={explorerUrl} />
            </Fact>
          ))}
        </Facts>
      </Card>
    </div>
  )
}
