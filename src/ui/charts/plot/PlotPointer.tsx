import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import { nearestIndex, type PlotAxis, type PlotScale } from './scale'

/** Between the line at the pointer and the readout, pixels. */
const BESIDE = 10

/** Above a chart: follows the pointer, a finger or the arrow keys, and shows what is at their place. */
export function PlotPointer({
  scale: { area, toX },
  domain,
  places,
  readout,
  onPick,
}: {
  scale: PlotScale
  domain: PlotAxis['domain']
  places: readonly number[]
  readout: (index: number) => ReactNode
  onPick: ((x: number) => void) | undefined
}) {
  const [active, setActive] = useState<number>()
  const leave = () => setActive(undefined)
  const valueAt = ({ clientX, currentTarget }: { clientX: number; currentTarget: Element }) => {
    const part = (clientX - currentTarget.getBoundingClientRect().left) / area.width
    return domain[0] + part * (domain[1] - domain[0])
  }
  const follow = (event: PointerEvent) => setActive(nearestIndex(places, valueAt(event)))
  const step = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return leave()
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = (active ?? (by > 0 ? -1 : places.length)) + by
    setActive(Math.min(Math.max(next, 0), places.length - 1))
  }
  const place = active === undefined ? undefined : places[active]
  const left = place === undefined ? 0 : toX(place) - area.left
  const isRight = left > area.width / 2
  return (
    <div
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read it out
      tabIndex={0}
      data-chart-pointer
      className={`absolute ${onPick === undefined ? '' : 'cursor-pointer'}`}
      style={area}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={leave}
      onKeyDown={step}
      onBlur={leave}
      {...(onPick !== undefined && {
        onClick: (event) => onPick(valueAt(event)),
      })}
    >
      {active !== undefined && place !== undefined && (
        <>
          <div
            className="pointer-events-none absolute inset-y-0 border-l border-muted"
            style={{ left }}
          />
          <div
            role="status"
            className="pointer-events-none absolute top-2 z-10 w-max max-w-72 rounded border border-line bg-surface px-3 py-2 text-xs"
            style={isRight ? { right: area.width - left + BESIDE } : { left: left + BESIDE }}
          >
            {readout(active)}
          </div>
        </>
      )}
    </div>
  )
}
