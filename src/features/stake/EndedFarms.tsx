import { useExplorerUrl } from '../../data/useExplorerUrl'
import { formatDate } from '../../format/formatTime'
import { AddressLink } from '../../ui/AddressLink'
import { Amount } from '../../ui/Amount'
import { stakeContent } from './content'
import { toShownToken } from './describeUnit'
import type { FarmRow } from './farmRow'

const { lists: content } = stakeContent

/** Farms that are over and hold nothing of the account's: a line each, folded. */
export function EndedFarms({ rows }: { rows: readonly FarmRow[] }) {
  const explorerUrl = useExplorerUrl()
  if (rows.length === 0) return null
  return (
    <details className="rounded-panel border border-line bg-surface px-4 py-3">
      <summary className="font-semibold max-sm:py-1">{content.ended(rows.length)}</summary>
      <p className="mt-2 text-muted">{content.endedIntro}</p>
      <ul className="mt-1 divide-y divide-line">
        {rows.map((row) => {
          const endSec = row.farm.state.periodFinishSec
          return (
            <li
              key={row.farm.address}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2"
            >
              <span className="min-w-0 wrap-anywhere">{row.name}</span>
              <span className="flex flex-wrap items-baseline gap-x-4 text-muted">
                <Amount value={row.farm.state.totalSupply} token={toShownToken(row)} />
                <span>
                  {endSec === 0n
                    ? content.neverStarted
                    : content.ended1(formatDate('dayAndYear', new Date(Number(endSec) * 1_000)))}
                </span>
                <AddressLink
                  address={row.farm.address}
                  explorerUrl={explorerUrl}
                  label={row.name}
                />
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
