import type { ReactNode } from 'react'
import { longShareWad, upkeepDueSec } from '../../analytics/poolFigures'
import { isToldByClock, poolStatuses } from '../../analytics/poolStatus'
import { currentBrand } from '../../brand/currentBrand'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useDollars } from '../../data/useDollars'
import { useNamesakes } from '../../data/useNamesakes'
import { useChainNowSec } from '../../data/useNow'
import { useStaleness } from '../../data/useStaleness'
import { Explain } from '../../explain/Explain'
import type { TopicName } from '../../explain/topics'
import { formatNameAt } from '../../format/formatAddress'
import { formatPercent, formatPrice, formatWad } from '../../format/formatRatio'
import { formatDuration, formatInterval } from '../../format/formatTime'
import { computeEffectiveLeverage, computeSkewWad } from '../../protocol/poolMetrics'
import { toUInt } from '../../protocol/quad'
import { WAD } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { describePoolStatus } from '../../ui/describePoolStatus'
import { explainPoolStatus } from '../../ui/explainPoolStatus'
import { Flash } from '../../ui/Flash'
import { Name } from '../../ui/Name'
import { Notice } from '../../ui/Notice'
import { StatusBadge } from '../../ui/StatusBadge'
import { poolContent } from './content'
import { ShareBar } from './ShareBar'
import { UnverifiedNotice } from './UnverifiedNotice'

const content = poolContent.header

/** The pool's name and status, and the figures that one trades by. */
export function PoolHeader({ pool }: { pool: PoolAtBlock }) {
  const { facts, snapshot, market } = pool
  const live = useSnapshot()
  const nowSec = useChainNowSec(live.snapshot) ?? Number(snapshot.timestampSec)
  const isStale = useStaleness() !== undefined
  const statuses = poolStatuses(snapshot, nowSec, market.feedUpdatedAtSec, facts.deprecated).filter(
    (status) => !isStale || !isToldByClock(status),
  )
  // A stranger's market is not called live.
  const isShown = ({ kind }: { kind: string }) => isVerified(pool) || kind !== 'live'
  const secondsLeft = Number(upkeepDueSec(snapshot)) - nowSec
  const at = useNamesakes().has(facts.address) ? facts.address : undefined
  return (
    <div className="space-y-3">
      <title>{`${formatNameAt(facts.name, at)} · ${currentBrand.name}`}</title>
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="min-w-0 text-lg leading-7 font-semibold sm:text-xl">
          <Name of={facts.name} at={at} />
        </h1>
        <span className="text-muted max-sm:text-xs">
          {content.leverage(toUInt(facts.leverageAmount).toString())}
        </span>
        {!isVerified(pool) && <StatusBadge tone="bad">{content.unverified}</StatusBadge>}
        {isStale && <StatusBadge tone="neutral">{content.lastKnown}</StatusBadge>}
        {statuses
          .filter(isShown)
          .map(describePoolStatus)
          .map(({ kind, tone, label }) => (
            <StatusBadge key={kind} tone={tone}>
              {label}
            </StatusBadge>
          ))}
      </div>
      <UnverifiedNotice pool={pool} />
      {statuses.map((status) => {
        const meaning = explainPoolStatus(status)
        return (
          meaning !== undefined && (
            <Notice key={status.kind} tone="warn" standing>
              {meaning}
            </Notice>
          )
        )
      })}
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line sm:grid-cols-3 xl:grid-cols-6">
        <Figure
          name={content.indexPrice}
          note={facts.oracle.kind === 'sma' ? content.isNotSma : content.isSpot}
        >
          {market.spotPriceWad === undefined ? (
            content.noPrice
          ) : (
            <>
              <Flash>{formatPrice(market.spotPriceWad)}</Flash>{' '}
              <span className="font-normal text-muted">{facts.quote}</span>
            </>
          )}
        </Figure>
        <Figure
          name={content.nextRebalance}
          note={content.every(formatInterval(facts.updateIntervalSec))}
        >
          {snapshot.paused
            ? content.isPaused
            : snapshot.oracle.kind === 'unavailable'
              ? content.hasNoPrice
              : isStale
                ? content.unknown
                : secondsLeft > 0
                  ? formatDuration(secondsLeft)
                  : statuses.some(({ kind }) => kind === 'late')
                    ? content.isOverdue
                    : content.isDue}
        </Figure>
        <Balance pool={pool} />
      </dl>
    </div>
  )
}

/** What both sides hold makes these figures. */
function Balance({ pool: { facts, snapshot } }: { pool: PoolAtBlock }) {
  const share = longShareWad(snapshot)
  const size = snapshot.longBalance + snapshot.shortBalance
  const dollars = useDollars()(size, facts.settlementToken)
  const skew = computeSkewWad(snapshot)
  const gain = computeEffectiveLeverage(snapshot)
  return (
    <>
      <Figure
        name={content.skew}
        topic="skew"
        note={share === undefined ? undefined : <ShareBar longShareWad={share} />}
      >
        {skew === undefined ? content.noCounterparty : <Flash>{formatWad(skew, 3)}</Flash>}
      </Figure>
      <Figure
        name={content.rate}
        topic="rebalancingRate"
        note={
          skew === undefined
            ? content.noCounterparty
            : skew > WAD
              ? content.longsPay
              : skew < WAD
                ? content.shortsPay
                : content.isEven
        }
      >
        {skew === undefined ? '—' : <Flash>{formatPercent(skew - WAD, 2, { signed: true })}</Flash>}
      </Figure>
      <Figure name={content.size} note={content.sizeNote}>
        <span className="max-[24rem]:[&_bdi]:block">
          <Flash>
            <Amount value={size} token={facts.settlementToken} />
          </Flash>
        </span>{' '}
        <span className="max-sm:hidden">
          <Dollars wad={dollars} />
        </span>
      </Figure>
      <Figure
        topic="effectiveLeverage"
        name={content.gain}
        note={content.losses(toUInt(facts.leverageAmount).toString())}
      >
        {gain === undefined ? (
          content.noCounterparty
        ) : (
          <>
            <Gain side="long" wad={gain.longGainWad} />{' '}
            <Gain side="short" wad={gain.shortGainWad} />
          </>
        )}
      </Figure>
    </>
  )
}

function Gain({ side, wad }: { side: 'long' | 'short'; wad: bigint }) {
  const text = `${side === 'long' ? 'L' : 'S'} ${formatWad(wad, 2)}x`
  return (
    <Flash>
      <span className={side === 'long' ? 'text-long' : 'text-short'}>{text}</span>
    </Flash>
  )
}

function Figure({
  name,
  note,
  topic,
  children,
}: {
  name: string
  note?: ReactNode
  topic?: TopicName
  children: ReactNode
}) {
  return (
    <div className="min-h-15 bg-surface px-3 py-1 sm:min-h-17.5 sm:px-4 sm:py-1.5">
      <dt className="text-xs text-muted">
        {name} {topic !== undefined && <Explain topic={topic} />}
      </dt>
      <dd className="tabular font-semibold">{children}</dd>
      {note !== undefined && <dd className="text-xs text-muted">{note}</dd>}
    </div>
  )
}
