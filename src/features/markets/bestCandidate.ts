import type { SkewEdge } from '../../analytics/skewFarm'
import type { MarketRow } from './marketRow'
import { MOST_GAIN } from './mostGain'

/** A side of a market, and what the skew is worth to it. */
interface Candidate<row> {
  readonly row: row
  readonly edge: SkewEdge
}

/**
 * The highest mean gain among the sides of verified markets that are large enough; undefined when no one is paid more than
 * fees and keepers take. Next to nothing on a side makes its gain absurd on paper, and the smallest mint takes it away.
 */
export function bestCandidate<row extends Pick<MarketRow, 'edges' | 'isVerified'>>(
  rows: readonly row[],
): Candidate<row> | undefined {
  return rows
    .filter(({ isVerified }) => isVerified)
    .flatMap((row) =>
      row.edges === undefined ? [] : Object.values(row.edges).map((edge) => ({ row, edge })),
    )
    .filter(
      ({ edge: { netGain, isLargeEnough } }) => isLargeEnough && netGain > 0 && netGain < MOST_GAIN,
    )
    .reduce<Candidate<row> | undefined>(
      (best, candidate) =>
        best === undefined || candidate.edge.netGain > best.edge.netGain ? candidate : best,
      undefined,
    )
}
