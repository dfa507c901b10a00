import { Link } from 'react-router'
import { formatGain, formatPercent } from '../../format/formatRatio'
import { Skeleton } from '../../ui/Skeleton'
import { bestCandidate } from './bestCandidate'
import { EDGE_ASSUMPTION, EDGE_RULE } from './figureWords'
import type { MarketRow } from './marketRow'

/** The height of its text at that width, so that the list below does not jump when it comes. */
const BOX = 'min-h-37 rounded-panel border border-line bg-surface px-4 py-3 sm:min-h-22 lg:min-h-17'

/** The side that the skew pays best, over all verified markets, net of fees and keepers' rewards. */
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
          ? 'No skew to farm right now: on no side does it pay more than fees and keepers take. '
          : 'No skew to farm right now: the markets that have one are late, paused or otherwise in trouble. '}
        {EDGE_RULE}
      </p>
    )
  const { row, edge } = best
  return (
    <div className={BOX}>
      <p>
        <span className="text-muted">Best skew to farm: </span>
        <Link
          to={`/pool/${row.facts.address}?side=${edge.side}`}
          className="font-semibold underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {edge.side} {row.name}
        </Link>{' '}
        <span className="tabular">≈ {formatGain(edge.netGain)} in a week, net of fees</span>
      </p>
      <p className="text-muted">
        {EDGE_ASSUMPTION} Included: {formatPercent(edge.inAndOutWad, 2)} to get in and out
        {edge.keeperPart !== undefined && `, ${formatPart(edge.keeperPart)} for keepers`}.{' '}
        {EDGE_RULE}
      </p>
    </div>
  )
}

/** A part of a pool, 0 to 1. */
function formatPart(part: number): string {
  return formatPercent(BigInt(Math.round(part * 1e9)) * 10n ** 9n, 2)
}
