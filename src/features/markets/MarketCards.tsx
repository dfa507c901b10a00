import { Link } from 'react-router'
import { Amount } from '../../ui/Amount'
import { Fact, Facts } from '../../ui/Facts'
import { Skeleton } from '../../ui/Skeleton'
import { SkewBar } from '../../ui/SkewBar'
import { StatusBadge } from '../../ui/StatusBadge'
import type { MarketGroup } from './marketList'
import { type MarketRow, timeOf } from './marketRow'

const SKELETON_CARDS = ['a', 'b', 'c', 'd', 'e']
const CARD = 'relative rounded border border-line bg-surface p-4'

/** The markets for a narrow screen. */
export default function MarketCards({
  groups,
  nowSec = 0,
}: {
  groups: readonly MarketGroup[] | undefined
  nowSec: number | undefined
}) {
  if (groups === undefined)
    return (
      <ul className="space-y-3" aria-busy="true">
        {SKELETON_CARDS.map((key) => (
          <li key={key} className={`${CARD} h-60`}>
            <Skeleton width="10rem" />
          </li>
        ))}
      </ul>
    )
  return groups.map((group) => (
    <section key={group.title ?? ''} aria-label={group.title ?? 'All markets'}>
      {group.title !== undefined && <h2 className="mb-2 text-xs text-muted">{group.title}</h2>}
      {group.note !== undefined && <p className="mb-2 text-xs text-muted">{group.note}</p>}
      <ul className="space-y-3">
        {group.rows.map((row) => (
          <Card key={row.address} row={row} nowSec={nowSec} />
        ))}
      </ul>
    </section>
  ))
}

function Card({ row, nowSec }: { row: MarketRow; nowSec: number }) {
  const { countdown, status } = timeOf(row, nowSec)
  return (
    <li className={`${CARD} hover:border-muted`}>
      <div className="flex items-start justify-between gap-3">
        <div>
          <Link
            data-market=""
            to={`/pool/${row.address}`}
            className="font-semibold wrap-anywhere after:absolute after:inset-0"
          >
            <bdi>{row.name}</bdi>
          </Link>
          <p className="text-xs text-muted">
            {row.leverage} · {row.oracle} · every {row.interval}
          </p>
        </div>
        <StatusBadge tone={status.tone}>{status.label}</StatusBadge>
      </div>
      <div className="mt-3">
        {row.longShareWad !== undefined && <SkewBar longShareWad={row.longShareWad} />}
      </div>
      <div className="mt-2 text-xs">
        <Facts>
          <Fact name="Index price">
            {row.indexPrice} <span className="text-muted">{row.quote}</span>
          </Fact>
          <Fact name="Pool size">
            <Amount value={row.size} token={row.settlementToken} />
          </Fact>
          <Fact name="Rebalancing rate">
            {row.rebalancing === undefined
              ? 'no counterparty'
              : `${row.rebalancing.rate}, ${row.rebalancing.payer}`}
          </Fact>
          <Fact name="Leverage on gains">
            {row.gain === undefined ? (
              'no counterparty'
            ) : (
              <>
                <span className="text-long">L {row.gain.long}</span>{' '}
                <span className="text-short">S {row.gain.short}</span>
              </>
            )}
          </Fact>
          {row.nextEffect !== undefined && (
            <Fact name="It would change, index staying">
              L {row.nextEffect.long} · S {row.nextEffect.short}
            </Fact>
          )}
          <Fact name="Next rebalance">{countdown}</Fact>
        </Facts>
      </div>
    </li>
  )
}
