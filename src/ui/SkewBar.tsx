import { formatPercent } from '../format/formatRatio'

/** How a pool splits into long and short. */
export function SkewBar({ longShareWad }: { longShareWad: bigint }) {
  const longShare = formatPercent(longShareWad, 1)
  const shortShare = formatPercent(10n ** 18n - longShareWad, 1)
  return (
    <div className="min-w-32 font-normal">
      <div className="tabular flex justify-between gap-1 text-xs whitespace-nowrap">
        <span className="text-long">Long {longShare}</span>
        <span className="text-short">{shortShare} Short</span>
      </div>
      <div aria-hidden="true" className="mt-1 flex h-1.5 gap-0.5 overflow-hidden rounded-full">
        <div className="bg-long" style={{ width: `${Number(longShareWad) / 1e16}%` }} />
        <div className="flex-1 bg-short" />
      </div>
    </div>
  )
}
