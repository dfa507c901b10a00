import { type KeyboardEvent, memo, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { Explain } from '../../explain/Explain'
import type { TopicName } from '../../explain/topics'
import { Amount } from '../../ui/Amount'
import { Flash } from '../../ui/Flash'
import { Skeleton } from '../../ui/Skeleton'
import { SkewBar } from '../../ui/SkewBar'
import { StatusBadge } from '../../ui/StatusBadge'
import type { MarketGroup, MarketView, SortKey } from './marketList'
import { type MarketRow, timeOf } from './marketRow'

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e']

interface Column {
  readonly key: SortKey
  readonly title: string
  readonly right?: boolean
  readonly hint?: string
  readonly topic?: TopicName
}

const COLUMNS: readonly Column[] = [
  { key: 'market', title: 'Market' },
  { key: 'price', title: 'Index price', right: true },
  { key: 'size', title: 'Pool size', right: true },
  { key: 'split', title: 'Long / short' },
  {
    key: 'skew',
    title: 'Skew',
    right: true,
    hint: 'Long balance over short balance',
    topic: 'skew',
  },
  {
    key: 'rate',
    title: 'Rebalancing rate',
    right: true,
    hint: 'Skew − 1. Positive: longs pay shorts.',
    topic: 'rebalancingRate',
  },
  {
    key: 'gain',
    title: 'Leverage on gains',
    right: true,
    hint: 'What a side gains when the index moves its way. Losses have the pool’s own leverage.',
    topic: 'effectiveLeverage',
  },
  {
    key: 'next',
    title: 'Next rebalance',
    right: true,
    hint: 'When it is due, and what it will do to both tokens if the index stays',
  },
  { key: 'status', title: 'Status' },
]

/** The markets for a wide screen; each column sorts. Arrow keys go from market to market. */
export function MarketsTable({
  groups,
  view,
  onSort,
}: {
  groups: readonly MarketGroup[] | undefined
  view: Pick<MarketView, 'sort' | 'descending'>
  onSort: (change: Pick<MarketView, 'sort' | 'descending'>) => void
}) {
  return (
    <div className="overflow-x-auto rounded border border-line bg-surface">
      <table className="w-full" aria-busy={groups === undefined} onKeyDown={moveBetweenMarkets}>
        <thead className="text-xs text-muted">
          <tr className="border-b border-line">
            {COLUMNS.map((column) => (
              <Head key={column.key} column={column} view={view} onSort={onSort} />
            ))}
          </tr>
        </thead>
        {groups === undefined ? (
          <tbody>
            {SKELETON_ROWS.map((key) => (
              <SkeletonRow key={key} />
            ))}
          </tbody>
        ) : (
          groups.map((group) => (
            <tbody key={group.title ?? ''}>
              {group.title !== undefined && (
                <tr className="border-b border-line bg-canvas">
                  <th
                    scope="rowgroup"
                    colSpan={COLUMNS.length}
                    className="px-4 py-1.5 text-left text-xs font-medium text-muted"
                  >
                    {group.title}
                    {group.note !== undefined && (
                      <span className="block font-normal">{group.note}</span>
                    )}
                  </th>
                </tr>
              )}
              {group.rows.map((row) => (
                <Row key={row.address} row={row} />
              ))}
            </tbody>
          ))
        )}
      </table>
    </div>
  )
}

/** Arrow up and down move the focus from one market to the next. */
function moveBetweenMarkets(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-market]')]
  const current = links.indexOf(document.activeElement as HTMLElement)
  const next = links[current + (event.key === 'ArrowDown' ? 1 : -1)]
  if (current === -1 || next === undefined) return
  event.preventDefault()
  next.focus()
}

function Head({
  column: { key, title, right = false, hint, topic },
  view,
  onSort,
}: {
  column: Column
  view: Pick<MarketView, 'sort' | 'descending'>
  onSort: (change: Pick<MarketView, 'sort' | 'descending'>) => void
}) {
  const isSorted = view.sort === key
  // First the usual direction, then the other, then the factory's own order again.
  const sort = () => {
    if (!isSorted) onSort({ sort: key, descending: right })
    else if (view.descending === right) onSort({ sort: key, descending: !right })
    else onSort({ sort: undefined, descending: false })
  }
  const arrow = (
    <span
      aria-hidden="true"
      className={`absolute ${right ? '-left-1.5' : '-right-1.5'} ${isSorted ? 'text-ink' : 'invisible'}`}
    >
      {view.descending ? '↓' : '↑'}
    </span>
  )
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (view.descending ? 'descending' : 'ascending') : undefined}
      className={`px-0.5 py-1 font-medium whitespace-nowrap first:pl-2.5 last:pr-2.5 ${right ? 'text-right' : 'text-left'}`}
    >
      <button
        type="button"
        title={hint}
        className="relative min-h-8 rounded px-1.5 hover:bg-raised hover:text-ink"
        onClick={sort}
      >
        {right && arrow}
        {title}
        {!right && arrow}
      </button>
      {topic !== undefined && <Explain topic={topic} />}
    </th>
  )
}

/** The last column keeps its width whatever the status says, where there is room for it. */
function Cell({ children, right }: { children: ReactNode; right?: boolean }) {
  return (
    <td
      className={`h-14 px-2 first:pl-4 last:w-32 last:min-w-24 last:pr-4 ${right ? 'text-right' : ''}`}
    >
      {children}
    </td>
  )
}

/** Drawn again when its market has changed; the clock only concerns two of its cells. */
const Row = memo(function Row({ row }: { row: MarketRow }) {
  return (
    <tr className="relative border-b border-line last:border-0 hover:bg-raised">
      <Cell>
        {/* The link covers its row: the whole row is clickable, and still one link for the keyboard. */}
        <Link
          to={`/pool/${row.address}`}
          data-market=""
          className="font-semibold whitespace-nowrap after:absolute after:inset-0"
        >
          <bdi className="inline-block max-w-56 truncate align-bottom">{row.name}</bdi>
        </Link>
        <span className="block text-xs whitespace-nowrap text-muted">
          {row.leverage} · {row.oracle} · every {row.interval}
        </span>
      </Cell>
      <Cell right>
        <span className="whitespace-nowrap">
          <Flash value={row.indexPrice}>{row.indexPrice}</Flash>{' '}
          <span className="text-muted">{row.quote}</span>
        </span>
      </Cell>
      <Cell right>
        <Amount value={row.size} token={row.settlementToken} />
      </Cell>
      <Cell>
        {row.longShareWad === undefined ? '—' : <SkewBar longShareWad={row.longShareWad} />}
      </Cell>
      <Cell right>
        {row.skew === undefined ? <NoCounterparty /> : <Flash value={row.skew}>{row.skew}</Flash>}
      </Cell>
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
        <Countdown row={row} />
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
        <Status row={row} />
      </Cell>
    </tr>
  )
})

function Countdown({ row }: { row: MarketRow }) {
  return <span className="whitespace-nowrap">{useTimeOf(row).countdown}</span>
}

function Status({ row }: { row: MarketRow }) {
  const { status } = useTimeOf(row)
  return <StatusBadge tone={status.tone}>{status.label}</StatusBadge>
}

function useTimeOf(row: MarketRow) {
  return timeOf(row, useChainNowSec(useSnapshot().snapshot) ?? 0)
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
