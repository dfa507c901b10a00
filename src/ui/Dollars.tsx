import { formatDollars } from '../format/formatRatio'
import { Tooltip } from './Tooltip'

/** A dollar value beside the amount that it is of; nothing where it is not known. */
export function Dollars({ wad, isBelow = false }: { wad: bigint | undefined; isBelow?: boolean }) {
  if (wad === undefined) return null
  return (
    <Tooltip text="Estimate from the token’s price feed" isFocusable={false}>
      <span
        className={`tabular text-xs font-normal whitespace-nowrap text-muted ${isBelow ? 'block' : ''}`}
        translate="no"
      >
        {formatDollars(wad)}
      </span>
    </Tooltip>
  )
}
