import { useMemo } from 'react'
import type { Fan } from '../../../analytics/lab/simulate/outcome'
import FanChart from '../../../ui/charts/FanChart'
import { labContent } from '../content'
import { fanRows, STAKE } from './fanRows'

const content = labContent.simulate

/** The range of outcomes over time. */
export function OutcomeFan({ fan }: { fan: Fan }) {
  const rows = useMemo(() => fanRows(fan), [fan])
  const isShort = (rows.at(-1)?.x ?? 0) < 2
  const formatX = (days: number) =>
    isShort ? content.hour(formatCount(days * 24)) : content.time(formatCount(days))
  return (
    <FanChart
      rows={rows}
      base={STAKE}
      formatX={formatX}
      readout={({ x, outer, inner, middle }) => (
        <>
          <p className="font-semibold">{formatX(x)}</p>
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

function rangeText([from, to]: readonly [number, number]): string {
  return `${from.toFixed(2)} – ${to.toFixed(2)}`
}

function formatCount(count: number): string {
  return count >= 10 ? count.toFixed(0) : count.toFixed(1).replace(/\.0$/, '')
}
