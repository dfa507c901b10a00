import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { Button } from '../../../ui/Button'
import { labContent } from '../content'
import {
  fromPointRows,
  type PointRow,
  toPointRows,
  withMovedPoint,
  withNewPoint,
} from './pointRows'

const content = labContent.path
const [WIDTH, HEIGHT, MARGIN] = [280, 120, 10]
const MOST_POINTS = 24
/** Radius of what takes hold of a point. */
const FINGER = 12
/** What an arrow key moves a point by, percent. */
const NUDGE = 1

const NUDGES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-NUDGE, 0],
  ArrowRight: [NUDGE, 0],
  ArrowUp: [0, NUDGE],
  ArrowDown: [0, -NUDGE],
}

/** A path of the index through points: dragged in a picture, moved by the arrow keys, or typed in a table. */
export function PointsEditor({
  text,
  problem,
  onChange,
}: {
  text: string
  problem: string | undefined
  onChange: (text: string) => void
}) {
  const rows = toPointRows(text)
  const change = (next: readonly PointRow[]) => onChange(fromPointRows(next))
  return (
    <div className="space-y-2">
      <fieldset aria-label={content.pointsPicture} className="min-w-0">
        <Picture rows={rows} onChange={change} />
      </fieldset>
      <table className="w-full text-left">
        <thead className="text-xs text-muted">
          <tr>
            {content.pointColumns.map((column) => (
              <th key={column} scope="col" className="font-normal">
                {column}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={index}>
              {(['at', 'move'] as const).map((key) => (
                <td key={key} className="pr-1 pb-1">
                  <input
                    aria-label={content.pointCell(index + 1, key)}
                    className="w-full rounded border border-line bg-canvas px-2 py-1 max-sm:py-2"
                    value={row[key]}
                    onChange={(event) =>
                      change(
                        rows.map((one, i) =>
                          i === index ? { ...one, [key]: event.target.value } : one,
                        ),
                      )
                    }
                  />
                </td>
              ))}
              <td className="w-8 pb-1">
                <Button
                  look="quiet"
                  className="px-2"
                  aria-label={content.removePoint(index + 1)}
                  onClick={() => change(rows.filter((_, i) => i !== index))}
                >
                  ×
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" className="text-xs text-short empty:hidden">
        {problem}
      </p>
      {rows.length < MOST_POINTS && (
        <Button onClick={() => change(withNewPoint(rows))}>{content.addPoint}</Button>
      )}
    </div>
  )
}

function Picture({
  rows,
  onChange,
}: {
  rows: readonly PointRow[]
  onChange: (rows: readonly PointRow[]) => void
}) {
  const picture = useRef<SVGSVGElement>(null)
  const dragged = useRef<number>(undefined)
  const points = rows.map(({ at, move }) => ({ at: Number(at), move: Number(move) }))
  const moves = points.map(({ move }) => (Number.isFinite(move) ? move : 0))
  const most = Math.max(20, ...moves) * 1.2
  const least = Math.max(-99, Math.min(-20, ...moves) * 1.2)
  const x = (at: number) => MARGIN + (at / 100) * (WIDTH - 2 * MARGIN)
  const y = (move: number) => MARGIN + ((most - move) / (most - least)) * (HEIGHT - 2 * MARGIN)
  const drag = (event: PointerEvent) => {
    const box = picture.current?.getBoundingClientRect()
    const index = dragged.current
    if (box === undefined || index === undefined) return
    const left = ((event.clientX - box.left) / box.width) * WIDTH
    const top = ((event.clientY - box.top) / box.height) * HEIGHT
    const at = ((left - MARGIN) / (WIDTH - 2 * MARGIN)) * 100
    const move = most - ((top - MARGIN) / (HEIGHT - 2 * MARGIN)) * (most - least)
    onChange(withMovedPoint(rows, index, { at, move }))
  }
  const nudge = (event: KeyboardEvent, index: number) => {
    const by = NUDGES[event.key]
    const point = points[index]
    if (by === undefined || point === undefined) return
    event.preventDefault()
    onChange(withMovedPoint(rows, index, { at: point.at + by[0], move: point.move + by[1] }))
  }
  const drawn = points.filter(({ at, move }) => Number.isFinite(at) && Number.isFinite(move))
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its points are the controls, and have names; the group around it has one too
    <svg
      ref={picture}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="w-full touch-none rounded border border-line bg-canvas select-none"
      onPointerMove={drag}
      onPointerUp={() => {
        dragged.current = undefined
      }}
    >
      <line x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} stroke="var(--line)" />
      <polyline
        points={drawn.map(({ at, move }) => `${x(at)},${y(move)}`).join(' ')}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2"
      />
      {points.map(
        ({ at, move }, index) =>
          Number.isFinite(at) &&
          Number.isFinite(move) && (
            <g
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
              key={index}
              tabIndex={0}
              role="slider"
              aria-label={content.point(index + 1)}
              aria-valuenow={move}
              aria-valuetext={content.pointValue(at, move)}
              className="group cursor-grab outline-none"
              onKeyDown={(event) => nudge(event, index)}
              onPointerDown={(event) => {
                dragged.current = index
                picture.current?.setPointerCapture(event.pointerId)
              }}
            >
              {/* Larger than what is seen: a finger covers it. */}
              <circle cx={x(at)} cy={y(move)} r={FINGER} fill="transparent" />
              <circle
                cx={x(at)}
                cy={y(move)}
                r="6"
                className="fill-surface stroke-accent stroke-2 group-focus-visible:fill-accent"
              />
            </g>
          ),
      )}
    </svg>
  )
}
