import { Link } from 'react-router'
import { EDGE_MOVE_BASIS_POINTS, type SkewEdge } from '../../analytics/skewFarm'
import { formatPercent } from '../../format/formatRatio'
import { Skeleton } from '../../ui/Skeleton'
import type { MarketRow } from './marketRow'

interface Candidate {
  readonly row: MarketRow
  readonly edge: SkewEdge
}

/** The height of its text at that width, so that the list below does not jump when it comes. */
const BOX = 'min-h-32 rounded-panel border border-line bg-surface px-4 py-3 sm:min-h-18 xl:min-h-12'

/** The side that the skew pays best, over all markets, with what it costs to get in and out. */
export function BestSkew({ rows }: { rows: readonly MarketRow[] | undefined }) {
  if (rows === undefined)
    return (
      <p className={BOX}>
        <Skeleton width="70%" />
      </p>
    )
  const best = bestCandidate(rows)
  if (best === undefined)
    return <p className={`${BOX} text-muted`}>No skew to farm right now: nobody is paid for it.</p>
  const { row, edge } = best
  const move = `${EDGE_MOVE_BASIS_POINTS / 100} %`
  return (
    <div className={BOX}>
      <p className="xl:inline">
        <span className="text-muted">Best skew to farm: </span>
        <Link
          to={`/pool/${row.facts.address}?side=${edge.side}`}
          className="font-semibold underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {edge.side} {row.name}
        </Link>{' '}
        <span className="tabular">
          {formatPercent(edge.perRebalanceWad, 4, { signed: true })} per rebalance
        </span>
      </p>{' '}
      <p className="text-muted xl:inline">
        on average, if the index moves {move} up as often as {move} down. In and out costs{' '}
        {formatPercent(edge.inAndOutWad, 3)}
        {edge.rebalancesToEarnFees !== undefined && edge.rebalancesToEarnFees > 0n
          ? `, earned after ${edge.rebalancesToEarnFees} such ${edge.rebalancesToEarnFees === 1n ? 'rebalance' : 'rebalances'}.`
          : '.'}
      </p>
    </div>
  )
}

/** The highest mean gain among the healthy markets' sides; undefined when nobody is paid. */
function bestCandidate(rows: readonly MarketRow[]): Candidate | undefined {
  const candidates = rows
    .filter((row) => row.isHealthy)
    .flatMap((row) =>
      row.edges === undefined ? [] : Object.values(row.edges).map((edge) => ({ row, edge })),
    )
    .filter(({ edge }) => edge.perRebalanceWad > 0n)
  return candidates.reduce<Candidate | undefined>(
    (best, candidate) =>
      best === undefined || candidate.edge.perRebalanceWad > best.edge.perRebalanceWad
        ? candidate
        : best,
    undefined,
  )
}
