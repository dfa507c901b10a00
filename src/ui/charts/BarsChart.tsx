import { memo, type ReactNode } from 'react'
import { axisText } from './axisText'
import { Plot } from './plot/Plot'
import type { PlotScale } from './plot/scale'
import { roundTicks, valueAxis } from './valueAxis'

const MARGINS = { top: 20, right: 16, bottom: 48, left: 64 }
/** Of the axis, left of the last bar's mark. */
const LAST_TICK_ROOM = 0.12
/** Between two bars, pixels. */
const GAP = 1
/** Above the highest bar. */
const HEADROOM = 1.06

/** A bar of a histogram, from one value to another. */
export interface HistogramBar {
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * How often what came out.
 *
 * @param base A value to compare with, marked by a line with a name
 * @param axes What is counted along which axis
 * @param lastTick Names the last bar, which has all that is beyond its beginning
 * @param readout What is said of a bar
 */
export default memo(function BarsChart({
  bars,
  base,
  axes,
  lastTick,
  readout,
}: {
  bars: readonly HistogramBar[]
  base: { readonly value: number; readonly label: string }
  axes: { readonly x: string; readonly y: string }
  lastTick: (from: string) => string
  readout: (bar: HistogramBar) => ReactNode
}) {
  const [from, to] = [bars[0]?.from ?? 0, bars.at(-1)?.to ?? 1]
  const last = bars.at(-1)
  const lastMiddle = last === undefined ? to : middleOf(last)
  // A mark beside the last bar's would be written over it.
  const room = (to - from) * LAST_TICK_ROOM
  const ticks = valueAxis([from, to]).ticks.filter(
    (value) => value >= from && value < lastMiddle - room,
  )
  const tickText = (value: number) =>
    value === lastMiddle && last !== undefined
      ? lastTick(axisText(Number(last.from.toPrecision(3))))
      : axisText(value)
  const most = Math.max(1, ...bars.map(({ count }) => count)) * HEADROOM
  const y = {
    domain: [0, most],
    ticks: roundTicks(0, most, 5).filter(Number.isInteger),
    format: axisText,
  } as const
  return (
    <Plot
      xAxis={() => ({ domain: [from, to], ticks: [...ticks, lastMiddle], format: tickText })}
      y={y}
      margins={MARGINS}
      places={bars.map(middleOf)}
      readout={(index) => bars[index] && readout(bars[index])}
    >
      {(scale) => (
        <>
          {bars.map((bar) => (
            <Bar key={bar.from} bar={bar} scale={scale} />
          ))}
          <AxisNames axes={axes} scale={scale} />
          <Base {...base} scale={scale} />
        </>
      )}
    </Plot>
  )
})

function middleOf({ from, to }: HistogramBar): number {
  return (from + to) / 2
}

function Bar({
  bar: { from, to, count },
  scale: { toX, toY },
}: {
  bar: HistogramBar
  scale: PlotScale
}) {
  return (
    <rect
      x={toX(from) + GAP / 2}
      width={Math.max(GAP, toX(to) - toX(from) - GAP)}
      y={toY(count)}
      height={toY(0) - toY(count)}
      fill="var(--accent)"
    />
  )
}

/** The value to compare with, by name. */
function Base({
  value,
  label,
  scale: { area, toX },
}: {
  value: number
  label: string
  scale: PlotScale
}) {
  return (
    <>
      <line
        x1={toX(value)}
        x2={toX(value)}
        y1={area.top}
        y2={area.top + area.height}
        stroke="var(--muted)"
      />
      <text x={toX(value)} y={area.top - 6} textAnchor="middle" fill="var(--muted)" fontSize={12}>
        {label}
      </text>
    </>
  )
}

function AxisNames({
  axes,
  scale: { area },
}: {
  axes: { readonly x: string; readonly y: string }
  scale: PlotScale
}) {
  const middleX = area.left + area.width / 2
  const middleY = area.top + area.height / 2
  return (
    <g fill="var(--muted)" fontSize={12} textAnchor="middle">
      <text x={middleX} y={area.top + area.height + MARGINS.bottom - 6}>
        {axes.x}
      </text>
      <text x={12} y={middleY} transform={`rotate(-90 12 ${middleY})`}>
        {axes.y}
      </text>
    </g>
  )
}
