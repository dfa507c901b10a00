import { Link } from 'react-router'
import { useNamesakes } from '../../data/useNamesakes'
import { formatNameAt } from '../../format/formatAddress'
import { formatGain, formatPercent } from '../../format/formatRatio'
import { bestCandidate } from './bestCandidate'
import { EDGE_ASSUMPTION, EDGE_MOVE, EDGE_RULE } from './edgeWords'
import { laterContent } from './laterContent'
import type { MarketRow } from './marketRow'

const content = laterContent.best

/** The side that the skew pays best, over all verified markets without issues, net of fees and keepers' rewards. */
export default function BestSkew({ rows }: { rows: readonly MarketRow[] }) {
  const namesakes = useNamesakes()
  const best = bestCandidate(rows.filter(({ isHealthy }) => isHealthy))
  const highest = bestCandidate(rows)
  if (best === undefined)
    return (
      <p>
        {highest === undefined ? content.none : content.onlyTroubled}
        {EDGE_RULE}
      </p>
    )
  const { row, edge } = best
  const { address, name } = row.facts
  return (
    <div className="flex flex-wrap items-baseline gap-x-4">
      <p>
        {highest?.row === best.row ? content.title : content.titleWithoutIssues}
        <Link
          to={`/pool/${address}?side=${edge.side}`}
          className="text-ink underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {edge.side} {formatNameAt(name, namesakes.has(address) ? address : undefined)}
        </Link>{' '}
        <span className="tabular">{content.perWeek(formatGain(edge.netGain), EDGE_MOVE)}</span>
      </p>
      <details className="open:w-full">
        <summary className="hit w-fit cursor-pointer">{content.assumptions}</summary>
        <p>
          {EDGE_ASSUMPTION}{' '}
          {content.costs(
            formatPercent(edge.inAndOutWad, 2),
            edge.keeperShare === undefined ? undefined : formatShare(edge.keeperShare),
          )}{' '}
          {EDGE_RULE} {content.leftOut}
        </p>
      </details>
    </div>
  )
}

/** A part of a pool, 0 to 1. */
function formatShare(part: number): string {
  return formatPercent(BigInt(Math.round(part * 1e9)) * 10n ** 9n, 2)
}
