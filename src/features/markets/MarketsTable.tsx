import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Amount } from '../../ui/Amount'
import { Skeleton } from '../../ui/Skeleton'
import { SkewBar } from '../../ui/SkewBar'
import { StatusBadge } from '../../ui/StatusBadge'
import { type MarketRow, timeOf } from './marketRow'

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e']

/** The markets for a wide screen. */
export function MarketsTable({
  rows,
  nowSec = 0,
}: {
  rows: readonly MarketRow[] | undefined
  nowSec: number | undefined
}) {
  return (
    <div className="overflow-x-auto rounded border border-line bg-surface">
      <table className="w-full" aria-busy={rows === undefined}>
        <thead className="text-xs text-muted">
          <tr className="border-b border-line">
            <Head>Market</Head>
            <Head right>Index price</Head>
            <Head right>Pool size</Head>
            <Head>Long / short</Head>
            <Head right hint="Long balance over short balance">
              Skew
            </Head>
            <Head right hint="Skew − 1. Positive: longs pay shorts.">
              Rebalancing rate
            </Head>
            <Head
              right
              hint="What a side gains when the index moves its way. Losses have the pool’s own leverage."
            >
              Leverage on gains
            </Head>
            <Head
              right
              hint="When it is due, and what it will do to both tokens if the index stays"
            >
              Next rebalance
            </Head>
            <Head>Status</Head>
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? SKELETON_ROWS.map((key) => <SkeletonRow key={key} />)
            : rows.map((row) => <Row key={row.address} row={row} nowSec={nowSec} />)}
        </tbody>
      </table>
    </div>
  )
}

function Head({ children, right, hint }: { children: ReactNode; right?: boolean; hint?: string }) {
  return (
    <th
      scope="col"
      title={hint}
      className={`px-3 py-2.5 font-medium whitespace-nowrap first:pl-4 last:pr-4 ${right ? 'text-right' : 'text-left'}`}
    >
      {children}
    </th>
  )
}

function Cell({ children, right }: { children: ReactNode; right?: boolean }) {
  return (
    <td className={`h-14 px-3 first:pl-4 last:pr-4 ${right ? 'text-right' : ''}`}>{children}</td>
  )
}

function Row({ row, nowSec }: { row: MarketRow; nowSec: number }) {
  const { countdown, status } = timeOf(row, nowSec)
  return (
    <tr className="relative border-b border-line last:border-0 hover:bg-raised">
      <Cell>
        {/* The link covers its row: the whole row is clickable, and still one link for the keyboard. */}
        <Link to={`/pool/${row.address}`} className="font-semibold after:absolute after:inset-0">
          {row.name}
        </Link>
        <span className="block text-xs text-muted">
          {row.leverage} · {row.oracle} · every {row.interval}
        </span>
      </Cell>
      <Cell right>
        <span className="whitespace-nowrap">
          {row.indexPrice} <span className="text-muted">{row.quote}</span>
        </span>
      </Cell>
      <Cell right>
        <Amount value={row.size} token={row.settlementToken} />
      </Cell>
      <Cell>
        {row.longShareWad === undefined ? '—' : <SkewBar longShareWad={row.longShareWad} />}
      </Cell>
      <Cell right>{row.skew ?? <NoCounterparty />}</Cell>
      <Cell right>
        {row.rebalancing === undefined ? (
          <NoCounterparty />
        ) : (
          <>
            {row.rebalancing.rate}
            <span className="block text-xs text-muted">{row.rebalancing.payer}</span>
          </>
        )}
      </Cell>
      <Cell right>
        {row.gain === undefined ? (
          <NoCounterparty />
        ) : (
          <span className="whitespace-nowrap">
            <span className="text-long">L {row.gain.long}</span>
            <span className="block text-short">S {row.gain.short}</span>
          </span>
        )}
      </Cell>
      <Cell right>
        <span className="whitespace-nowrap">{countdown}</span>
        {row.nextEffect !== undefined && (
          <span
            className="block text-xs whitespace-nowrap text-muted"
            title="Change of both tokens’ value at the next rebalance if the index stays; the keeper’s reward in it is an estimate"
          >
            L {row.nextEffect.long} · S {row.nextEffect.short}
          </span>
        )}
      </Cell>
      <Cell>
        <StatusBadge tone={status.tone}>{status.label}</StatusBadge>
      </Cell>
    </tr>
  )
}

function NoCounterparty() {
  return <span className="text-xs text-muted">no counterparty</span>
}

function SkeletonRow() {
  return (
    <tr className="border-b border-line last:border-0">
      <Cell>
        <Skeleton width="9rem" />
        <span className="block">
          <Skeleton width="7rem" />
        </span>
      </Cell>
      {['price', 'size'].map((key) => (
        <Cell key={key} right>
          <Skeleton />
        </Cell>
      ))}
      <Cell>
        <Skeleton width="9rem" />
      </Cell>
      {['skew', 'rate', 'gain', 'next'].map((key) => (
        <Cell key={key} right>
          <Skeleton width="3.5rem" />
        </Cell>
      ))}
      <Cell>
        <Skeleton width="4rem" />
      </Cell>
    </tr>
  )
}
