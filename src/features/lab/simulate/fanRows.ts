import type { Fan } from '../../../analytics/lab/simulate/outcome'
import { toCsvText } from '../../../format/toCsvText'
import type { FanRow } from '../../../ui/charts/FanChart'
import { labContent } from '../content'

/** What everything is worth at the start. */
export const STAKE = 100
const DAY_SEC = 86_400

/** The percentiles over time as a chart draws them. */
export function fanRows({ timesSec, percentiles }: Fan): FanRow[] {
  const at = (row: number, index: number) => (percentiles[row]?.[index] ?? Number.NaN) * STAKE
  return timesSec.map((timeSec, index) => ({
    x: timeSec / DAY_SEC,
    outer: [at(0, index), at(4, index)],
    inner: [at(1, index), at(3, index)],
    middle: at(2, index),
  }))
}

/** The same as CSV. */
export function fanCsv(fan: Fan): string {
  const rows = fanRows(fan).map(({ x, outer, inner, middle }) =>
    [x, outer[0], inner[0], middle, inner[1], outer[1]].map(String),
  )
  return toCsvText([labContent.simulate.fanColumns, ...rows])
}
