import { useMemo } from 'react'
import type { Fan } from '../../../analytics/lab/simulate/outcome'
import { toCsvText } from '../../../format/toCsvText'
import FanChart, { type FanRow } from '../../../ui/charts/FanChart'
import { labContent } from '../content'

const content = labContent.simulate
const STAKE = 100
const DAY_SEC = 86_400

/** The range of outcomes over time. */
export function OutcomeFan({ fan }: { fan: Fan }) {
  const rows = useMemo(() => fanRows(fan), [fan])
  return (
    <FanChart
      rows={rows}
      base={STAKE}
      formatX={(days) => content.time(formatDays(days))}
      readout={({ x, outer, inner, middle }) => (
        <>
          <p className="font-semibold">{content.time(formatDays(x))}</p>
          <Line name={content.median} text={middle.toFixed(2)} />
          <Line name={content.inner} text={rangeText(inner)} />
          <Line name={content.outer} text={rangeText(outer)} />
        </>
      )}
    />
  )
}

function Line({ name, text }: { name: string; text: string }) {
  return (
    <p className="flex justify-between gap-4">
      <span>{name}</span>
      <span className="tabular">{text}</span>
    </p>
  )
}

function fanRows({ timesSec, percentiles }: Fan): FanRow[] {
  const at = (row: number, index: number) => (percentiles[row]?.[index] ?? Number.NaN) * STAKE
  return timesSec.map((timeSec, index) => ({
    x: timeSec / DAY_SEC,
    outer: [at(0, index), at(4, index)],
    inner: [at(1, index), at(3, index)],
    middle: at(2, index),
  }))
}

/** The percentiles over time as CSV. */
export function fanCsv(fan: Fan): string {
  const rows = fanRows(fan).map(({ x, outer, inner, middle }) =>
    [x, outer[0], inner[0], middle, inner[1], outer[1]].map(String),
  )
  return toCsvText([content.fanColumns, ...rows])
}

function rangeText([from, to]: readonly [number, number]): string {
  return `${from.toFixed(2)} – ${to.toFixed(2)}`
}

function formatDays(days: number): string {
  return days >= 10 ? days.toFixed(0) : days.toFixed(1).replace(/\.0$/, '')
}
