import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { longShareWad, upkeepDueSec } from '../../analytics/poolFigures'
import { poolStatuses } from '../../analytics/poolStatus'
import { currentBrand } from '../../brand/currentBrand'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useDollars } from '../../data/useDollars'
import { useNamesakes } from '../../data/useNamesakes'
import { useChainNowSec } from '../../data/useNow'
import { Explain } from '../../explain/Explain'
import type { TopicName } from '../../explain/topics'
import { formatNameAt } from '../../format/formatAddress'
import { formatPercent, formatPrice, formatWad } from '../../format/formatRatio'
import { formatDuration } from '../../format/formatTime'
import { computeEffectiveLeverage, computeSkewWad } from '../../protocol/poolMetrics'
import { toUInt } from '../../protocol/quad'
import { WAD } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { describePoolStatus } from '../../ui/describePoolStatus'
import { Flash } from '../../ui/Flash'
import { Name } from '../../ui/Name'
import { Notice } from '../../ui/Notice'
import { SkewBar } from '../../ui/SkewBar'
import { StatusBadge } from '../../ui/StatusBadge'
import { WhatPoolsDo } from '../../ui/WhatPoolsDo'
import { UnverifiedNotice } from './UnverifiedNotice'

/** The pool's name, its state of now, and what a holder has to know first. */
export function PoolHeader({ pool }: { pool: PoolAtBlock }) {
  const { facts, snapshot, market } = pool
  const live = useSnapshot()
  const nowSec = useChainNowSec(live.snapshot) ?? Number(snapshot.timestampSec)
  const statuses = poolStatuses(snapshot, nowSec, market.feedUpdatedAtSec, facts.deprecated).map(
    describePoolStatus,
  )
  // A stranger's market is not called live.
  const isSaid = ({ kind }: { kind: string }) => isVerified(pool) || kind !== 'live'
  const share = longShareWad(snapshot)
  const size = snapshot.longBalance + snapshot.shortBalance
  const dollars = useDollars()(size, facts.settlementToken)
  const skew = computeSkewWad(snapshot)
  const rate = skew === undefined ? undefined : formatPercent(skew - WAD, 2, { signed: true })
  const gain = computeEffectiveLeverage(snapshot)
  const secondsLeft = Number(upkeepDueSec(snapshot)) - nowSec
  const at = useNamesakes().has(facts.address) ? facts.address : undefined
  return (
    <div className="space-y-4">
      <title>{`${formatNameAt(facts.name, at)} · ${currentBrand.name}`}</title>
      <div>
        <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 sm:min-h-7">
          <h1 className="min-w-0 text-xl font-semibold">
            <Name of={facts.name} at={at} />
          </h1>
          <span className="text-muted">{toUInt(facts.leverageAmount).toString()}x leverage</span>
          {!isVerified(pool) && <StatusBadge tone="bad">Unverified</StatusBadge>}
          {statuses.filter(isSaid).map(({ kind, tone, label }) => (
            <StatusBadge key={kind} tone={tone}>
              {label}
            </StatusBadge>
          ))}
          <Link
            to="/"
            className="ml-auto text-muted underline underline-offset-4 hover:text-ink max-sm:-my-2.5 max-sm:py-2.5"
          >
            All markets
          </Link>
        </div>
        <WhatPoolsDo />
      </div>
      <UnverifiedNotice pool={pool} />
      {statuses.map(
        ({ kind, meaning }) =>
          meaning !== undefined && (
            <Notice key={kind} tone="warn" standing>
              {meaning}
            </Notice>
          ),
      )}
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line sm:grid-cols-3 xl:grid-cols-6">
        <Figure
          name="Index price"
          note={facts.oracle.kind === 'sma' ? 'spot, before averaging' : 'spot'}
        >
          {market.spotPriceWad === undefined ? (
            'not available'
          ) : (
            <>
              <Flash>{formatPrice(market.spotPriceWad)}</Flash>{' '}
              <span className="text-muted">{facts.quote}</span>
            </>
          )}
        </Figure>
        <Figure name="Pool size" note="long and short together">
          <Flash>
            <Amount value={size} token={facts.settlementToken} />
          </Flash>{' '}
          <Dollars wad={dollars} />
        </Figure>
        <Figure name="Long / short" topic="skew">
          {share === undefined ? 'empty' : <SkewBar longShareWad={share} />}
        </Figure>
        <Figure
          name="Rebalancing rate"
          topic="rebalancingRate"
          note={
            skew === undefined
              ? 'no counterparty'
              : skew > WAD
                ? 'longs pay shorts'
                : skew < WAD
                  ? 'shorts pay longs'
                  : 'even'
          }
        >
          {rate === undefined ? '—' : <Flash>{rate}</Flash>}
        </Figure>
        <Figure
          topic="effectiveLeverage"
          name="Leverage on gains"
          note={`on losses ${toUInt(facts.leverageAmount)}x for both`}
        >
          {gain === undefined ? (
            'no counterparty'
          ) : (
            <>
              <Gain side="long" wad={gain.longGainWad} />{' '}
              <Gain side="short" wad={gain.shortGainWad} />
            </>
          )}
        </Figure>
        <Figure name="Next rebalance" note={`interval ${snapshot.updateIntervalId}`}>
          {snapshot.paused
            ? 'none while paused'
            : snapshot.oracle.kind === 'unavailable'
              ? 'none without a price'
              : secondsLeft > 0
                ? formatDuration(secondsLeft)
                : 'due now'}
        </Figure>
      </dl>
    </div>
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
  note?: string
  topic?: TopicName
  children: ReactNode
}) {
  return (
    <div className="bg-surface px-4 py-3">
      <dt className="text-xs text-muted">
        {name} {topic !== undefined && <Explain topic={topic} />}
      </dt>
      <dd className="tabular mt-1 font-semibold">{children}</dd>
      {note !== undefined && <dd className="mt-0.5 text-xs text-muted">{note}</dd>}
    </div>
  )
}
