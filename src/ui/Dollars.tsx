import { formatDollars } from '../format/formatRatio'

/** A dollar value beside the amount that it is of; nothing where it is not known. */
export function Dollars({ wad, isBelow = false }: { wad: bigint | undefined; isBelow?: boolean }) {
  if (wad === undefined) return null
  return (
    <span
      className={`tabular text-xs font-normal whitespace-nowrap text-muted ${isBelow ? 'block' : ''}`}
      title="An estimate, by the token’s price feed"
    >
      {formatDollars(wad)}
    </span>
  )
}
