import { Link } from 'react-router'
import { EDGE_DAY_MOVE, EDGE_DAYS, type SkewEdge } from '../../analytics/skewFarm'
import { formatGain, formatPercent } from '../../format/formatRatio'
import { Skeleton } from '../../ui/Skeleton'
import type { MarketRow } from './marketRow'

interface Candidate {
  readonly row: MarketRow
  readonly edge: SkewEdge
}

/** The height of its text at that width, so that the list below does not jump when it comes. */
const BOX = 'min-h-32 rounded-panel border border-line bg-surface px-4 py-3 sm:min-h-18 xl:min-h-12'

/** The side that the skew pays best, over all markets and net of fees. */
export function BestSkew({ rows }: { rows: readonly MarketRow[] | undefined }) {
  if (rows === undefined)
    return (
      <p className={BOX}>
        <Skeleton width="70%" />
      </p>
    )
  const best = bestCandidate(rows.filter(({ isHealthy }) => isHealthy))
  if (best === undefined)
    return (
      <p className={`${BOX} text-muted`}>
        {bestCandidate(rows) === undefined
          ? 'No skew to farm right now: on no side does it pay more than the fees.'
          : 'No skew to farm right now: the markets that have one are late, paused or otherwise in trouble.'}
      </p>
    )
  const { row, edge } = best
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
        <span className="tabular">≈ {formatGain(edge.netGain)} in a week, net of fees</span>
      </p>{' '}
      <p className="text-muted xl:inline">
        {EDGE_ASSUMPTION} In and out costs {formatPercent(edge.inAndOutWad, 2)}, which is in it.
      </p>
    </div>
  )
}

/** What the estimate of an edge supposes, in a sentence. */
const EDGE_ASSUMPTION = `An estimate: held for ${EDGE_DAYS} days, the index moving ${EDGE_DAY_MOVE * 100} % a day and up as often as down, nobody joining or leaving.`

/** The highest mean gain among the markets' sides; undefined when nobody is paid more than the fees. */
function bestCandidate(rows: readonly MarketRow[]): Candidate | undefined {
  const candidates = rows
    .flatMap((row) =>
      row.edges === undefined ? [] : Object.values(row.edges).map((edge) => ({ row, edge })),
    )
    .filter(({ edge }) => edge.netGain > 0)
  return candidates.reduce<Candidate | undefined>(
    (best, candidate) =>
      best === undefined || candidate.edge.netGain > best.edge.netGain ? candidate : best,
    undefined,
  )
}
