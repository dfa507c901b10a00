import { Link } from 'react-router'
import { useNamesakes } from '../../data/useNamesakes'
import { formatNameAt } from '../../format/formatAddress'
import { formatGain, formatPercent } from '../../format/formatRatio'
import { bestCandidate } from './bestCandidate'
import { EDGE_ASSUMPTION, EDGE_RULE } from './edgeWords'
import type { MarketRow } from './marketRow'

/** The side that the skew pays best, over all verified markets, net of fees and keepers' rewards. */
export default function BestSkew({ rows }: { rows: readonly MarketRow[] }) {
  const namesakes = useNamesakes()
  const best = bestCandidate(rows.filter(({ isHealthy }) => isHealthy))
  if (best === undefined)
    return (
      <p className="text-muted">
        {bestCandidate(rows) === undefined
          ? 'No skew to farm right now: on no side does it pay more than fees and keepers take. '
          : 'No skew to farm right now: the markets that have one are late, paused or otherwise in trouble. '}
        {EDGE_RULE}
      </p>
    )
  const { row, edge } = best
  const { address, name } = row.facts
  return (
    <div>
      <p>
        <span className="text-muted">Best skew to farm: </span>
        <Link
          to={`/pool/${address}?side=${edge.side}`}
          className="font-semibold underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {edge.side} {formatNameAt(name, namesakes.has(address) ? address : undefined)}
        </Link>{' '}
        <span className="tabular">
          ≈ {formatGain(edge.netGain)} in a week, net of fees and keepers
        </span>
      </p>
      <details className="text-sm text-muted">
        <summary className="cursor-pointer max-sm:py-2">What this estimate assumes</summary>
        <p>
          {EDGE_ASSUMPTION} Included: {formatPercent(edge.inAndOutWad, 2)} to get in and out
          {edge.keeperPart !== undefined && `, ${formatPart(edge.keeperPart)} for keepers`}.{' '}
          {EDGE_RULE}
        </p>
      </details>
    </div>
  )
}

/** A part of a pool, 0 to 1. */
function formatPart(part: number): string {
  return formatPercent(BigInt(Math.round(part * 1e9)) * 10n ** 9n, 2)
}
