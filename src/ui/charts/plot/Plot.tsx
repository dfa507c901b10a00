import { type ReactNode, useRef } from 'react'
import { PlotPointer } from './PlotPointer'
import { type PlotAxis, type PlotScale, plotScale } from './scale'
import { useSize } from './useSize'

/** Between the marks of an axis and their texts, pixels. */
const MARK = 6

/** What is around the lines, pixels. */
export interface PlotMargins {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * The frame of a chart: axes, and a readout beside the pointer or the arrow keys. Plain SVG, because the lab draws its charts again
 * while it computes: recharts takes over 50 ms for that in one piece, in which no click is handled.
 *
 * @param xAxis For so many pixels
 * @param places Values of the horizontal axis that have a readout, ascending
 * @param readout What is said of a place, by its index
 * @param onPick A click on a place of the horizontal axis, between the others as well
 */
export function Plot({
  xAxis,
  y,
  margins,
  places,
  readout,
  onPick,
  children,
}: {
  xAxis: (width: number) => PlotAxis
  y: PlotAxis
  margins: PlotMargins
  places: readonly number[]
  readout: (index: number) => ReactNode
  onPick?: ((x: number) => void) | undefined
  children: (scale: PlotScale) => ReactNode
}) {
  const place = useRef<HTMLDivElement>(null)
  const size = useSize(place)
  const { left, top, right, bottom } = margins
  const width = Math.max(0, (size?.width ?? 0) - left - right)
  const height = Math.max(0, (size?.height ?? 0) - top - bottom)
  const x = xAxis(width)
  const scale = plotScale({ left, top, width, height }, x, y)
  return (
    <div ref={place} className="relative h-full">
      {width > 0 && height > 0 && (
        <>
          <svg aria-hidden="true" className="absolute inset-0 h-full w-full">
            <Axes x={x} y={y} scale={scale} />
            {children(scale)}
          </svg>
          <PlotPointer
            scale={scale}
            domain={x.domain}
            places={places}
            readout={readout}
            onPick={onPick}
          />
        </>
      )}
    </div>
  )
}

function Axes({ x, y, scale: { area, toX, toY } }: { x: PlotAxis; y: PlotAxis; scale: PlotScale }) {
  const { left, top, width, height } = area
  const bottom = top + height
  return (
    <g fontSize={12} stroke="var(--line)">
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line x1={left - MARK} x2={left + width} y1={toY(tick)} y2={toY(tick)} />
          <AxisText x={left - MARK - 2} y={toY(tick)} anchor="end" text={y.format(tick)} />
        </g>
      ))}
      {x.ticks.map((tick) => (
        <g key={tick}>
          <line x1={toX(tick)} x2={toX(tick)} y1={bottom} y2={bottom + MARK} />
          <AxisText x={toX(tick)} y={bottom + MARK + 10} anchor="middle" text={x.format(tick)} />
        </g>
      ))}
      <polyline fill="none" points={`${left},${top} ${left},${bottom} ${left + width},${bottom}`} />
    </g>
  )
}

function AxisText({
  x,
  y,
  anchor,
  text,
}: {
  x: number
  y: number
  anchor: 'middle' | 'end'
  text: string
}) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      dominantBaseline="central"
      stroke="none"
      fill="var(--muted)"
    >
      {text}
    </text>
  )
}
