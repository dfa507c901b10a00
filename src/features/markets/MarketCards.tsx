import { Link } from 'react-router'
import { Amount } from '../../ui/Amount'
import { Fact, Facts } from '../../ui/Facts'
import { Skeleton } from '../../ui/Skeleton'
import { SkewBar } from '../../ui/SkewBar'
import { StatusBadge } from '../../ui/StatusBadge'
import { type MarketRow, timeOf } from './marketRow'

const SKELETON_CARDS = ['a', 'b', 'c', 'd', 'e']
const CARD = 'relative rounded border border-line bg-surface p-4'

/** The markets for a narrow screen. */
export function MarketCards({
  rows,
  nowSec = 0,
}: {
  rows: readonly MarketRow[] | undefined
  nowSec: number | undefined
}) {
  return (
    <ul className="space-y-3" aria-busy={rows === undefined}>
      {rows === undefined
        ? SKELETON_CARDS.map((key) => (
            <li key={key} className={`${CARD} h-60`}>
              <Skeleton width="10rem" />
            </li>
          ))
        : rows.map((row) => <Card key={row.address} row={row} nowSec={nowSec} />)}
    </ul>
  )
}

function Card({ row, nowSec }: { row: MarketRow; nowSec: number }) {
  const { countdown, status } = timeOf(row, nowSec)
  return (
    <li className={`${CARD} hover:border-muted`}>
      <div className="flex items-start justify-between gap-3">
        <div>
          <Link to={`/pool/${row.address}`} className="font-semibold after:absolute after:inset-0">
            {row.name}
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
