import { formatPercent } from '../format/formatRatio'
import { WAD } from '../protocol/wad'
import { Flash } from './Flash'

/** How a pool splits into long and short. With `brief` the sides are called L and S, where there is little room. */
export function SkewBar({
  longShareWad,
  brief = false,
}: {
  longShareWad: bigint
  brief?: boolean
}) {
  const longShare = formatPercent(longShareWad, 1)
  const shortShare = formatPercent(WAD - longShareWad, 1)
  return (
    <div className={`font-normal ${brief ? '' : 'sm:min-w-32'}`}>
      <div
        className={`tabular flex flex-wrap justify-between gap-x-1 text-xs whitespace-nowrap ${brief ? 'leading-5' : ''}`}
      >
        <Flash>
          <span className="text-long">
            {brief ? 'L' : 'Long'} {longShare}
          </span>
        </Flash>
        <Flash>
          <span className="text-short">
            {shortShare} {brief ? 'S' : 'Short'}
          </span>
        </Flash>
      </div>
      <div aria-hidden="true" className="mt-1 flex h-1.5 gap-0.5 overflow-hidden rounded-full">
        <div
          className="bg-long"
          style={{ width: `${(100 * Number(longShareWad)) / Number(WAD)}%` }}
        />
        <div className="flex-1 bg-short" />
      </div>
    </div>
  )
}
