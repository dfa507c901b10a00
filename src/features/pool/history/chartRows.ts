import type { TimeSpan } from '../../../ui/charts/timeSpan'
import { poolContent } from '../content'
import type { HistoryPoint } from './historyPoints'
import type { PoolProjection } from './projection'
import type { Chart, Line } from './series'

const content = poolContent.history

/** One state of the pool that a row tells of. */
export interface Told {
  readonly point: HistoryPoint
  /** What it is, where it is not simply what an upkeep left behind. */
  readonly note: string | undefined
}

/** One time of a chart: a number for each line that is drawn there, and the exact states behind them. */
export interface ChartRow {
  readonly timeSec: number
  readonly drawn: Readonly<Record<string, number | undefined>>
  readonly told: readonly Told[]
  /** The one state that all overdue upkeeps lead to at once. */
  readonly isCatchUp: boolean
}

/** The key of what a line will be if the index stays. */
export function projectedKey({ key }: Pick<Line, 'key'>): string {
  return `${key} projected`
}

/** The key of what a line has been since the last upkeep of a pool that is behind. */
export function standingKey({ key }: Pick<Line, 'key'>): string {
  return `${key} standing`
}

/**
 * From the beginning of the range, not of the data, to the last projected upkeep.
 *
 * @param sinceSec 0 for all there is
 */
export function spanOf(
  past: readonly HistoryPoint[],
  projection: PoolProjection,
  sinceSec: number,
): TimeSpan {
  const { now, next } = projection
  return {
    fromSec: sinceSec > 0 ? sinceSec : (past[0]?.timeSec ?? now.timeSec),
    toSec: next.at(-1)?.timeSec ?? now.timeSec,
  }
}

/**
 * The lines of a chart. A pool on time goes from its last upkeep to the projected ones. One that is behind has had none
 * since, up to now; what it would be if all that is due were done now is another state at the same
 * moment, from which the projection goes on: no line joins the two, for no time passes between them.
 *
 * @param isWhole Nothing is missing since the span begins
 */
export function chartRows(
  chart: Chart,
  past: readonly HistoryPoint[],
  projection: PoolProjection,
  { fromSec }: TimeSpan,
  isWhole: boolean,
): readonly ChartRow[] {
  const { now, catchUp, next, isUntouched } = projection
  const isBehind = catchUp !== undefined
  const onward = isBehind ? standingKey : projectedKey
  const rows = past.map((point, index) =>
    row(chart, point.timeSec, [
      [point, ({ key }) => key, undefined],
      ...(index === past.length - 1 ? [[point, onward, undefined] as const] : []),
    ]),
  )
  if (isBehind) {
    const stood = content.unchanged
    // Had there been an upkeep since, it would be among those that were read; a mint's fee goes to its side at once.
    const isAsBefore = isUntouched || chart.lines.every(({ madeOf }) => madeOf === 'index')
    if (past.length === 0 && isWhole && isAsBefore && fromSec < now.timeSec)
      rows.push(row(chart, fromSec, [[now, standingKey, stood]]))
    rows.push({
      ...row(chart, now.timeSec, [
        [now, standingKey, stood],
        [catchUp.point, projectedKey, content.catchUp(catchUp.upkeeps)],
      ]),
      isCatchUp: true,
    })
  } else if (past.length === 0)
    rows.push(row(chart, now.timeSec, [[now, projectedKey, content.now]]))
  for (const point of next)
    rows.push(row(chart, point.timeSec, [[point, projectedKey, content.projected]]))
  return rows
}

type Series = readonly [
  point: HistoryPoint,
  keyOf: (line: Pick<Line, 'key'>) => string,
  note: string | undefined,
]

function row(chart: Chart, timeSec: number, series: readonly Series[]): ChartRow {
  const drawn: Record<string, number | undefined> = {}
  for (const [point, keyOf] of series)
    for (const line of chart.lines) {
      const value = line.valueOf(point)
      drawn[keyOf(line)] = value === undefined ? undefined : Number(value) / line.scale
    }
  const told = series
    .filter(([point], index) => series.findIndex(([other]) => other === point) === index)
    .map(([point, , note]) => ({ point, note }))
  return { timeSec, drawn, told, isCatchUp: false }
}
