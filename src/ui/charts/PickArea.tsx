import type { MouseEvent } from 'react'
import { usePlotArea, useXAxisInverseScale } from 'recharts'

/** Tells the place of the horizontal axis that is clicked or tapped; recharts' own click knows none until the pointer has moved. */
export function PickArea({ onPick }: { onPick: (x: number) => void }) {
  const area = usePlotArea()
  const toX = useXAxisInverseScale()
  if (area === undefined || toX === undefined) return null
  const pick = ({ clientX, currentTarget }: MouseEvent) => {
    const left = currentTarget.getBoundingClientRect().left
    const x = Number(toX(area.x + clientX - left))
    if (Number.isFinite(x)) onPick(x)
  }
  // biome-ignore lint/a11y/noStaticElementInteractions: the table opens the same by keyboard
  return <rect {...area} fill="transparent" className="cursor-pointer" onClick={pick} />
}
