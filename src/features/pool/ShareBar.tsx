import { formatPercent } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'
import { Flash } from '../../ui/Flash'
import { poolContent } from './content'

const content = poolContent.header

/** How a pool splits into long and short: a bar of one text line's height, each end saying its share. */
export function ShareBar({ longShareWad }: { longShareWad: bigint }) {
  const long = `${(100 * Number(longShareWad)) / Number(WAD)}%`
  return (
    <div className="tabular flex items-center justify-between gap-1.5 font-medium whitespace-nowrap">
      <Flash>
        <span className="text-long">{content.longShare(formatPercent(longShareWad, 1))}</span>
      </Flash>
      <div
        aria-hidden="true"
        className="flex h-1.5 min-w-4 flex-1 gap-0.5 overflow-hidden rounded-full max-[359px]:hidden"
      >
        <div className="bg-long" style={{ width: long }} />
        <div className="flex-1 bg-short" />
      </div>
      <Flash>
        <span className="text-short">
          {content.shortShare(formatPercent(WAD - longShareWad, 1))}
        </span>
      </Flash>
    </div>
  )
}
