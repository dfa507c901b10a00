import type { EndOutcome } from '../../../analytics/lab/simulate/outcome'
import { toCsvText } from '../../../format/toCsvText'
import { labContent } from '../content'

/** The outcomes as CSV, in full precision: values as multiples of the start, the chance as a part of one. */
export function outcomesCsv(
  rows: readonly { readonly name: string; readonly end: EndOutcome }[],
): string {
  const lines = rows.map(({ name, end }) => [
    name,
    ...[
      end.mean,
      end.standardError,
      end.median,
      end.percentiles[0],
      end.percentiles.at(-1),
      end.chanceOfLoss,
      end.worst5,
    ].map(String),
  ])
  return toCsvText([labContent.simulate.outcomeColumns, ...lines])
}
