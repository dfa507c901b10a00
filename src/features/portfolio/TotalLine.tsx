import { useMemo } from 'react'
import { useSnapshot } from '../../data/SnapshotProvider'
import { tokenMarks } from '../../data/tokenMarks'
import { useDollars } from '../../data/useDollars'
import { useDefaultSettlement } from '../../data/useKnownToken'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { TokenName } from '../../ui/TokenName'
import { portfolioContent } from './content'
import type { PoolHolding } from './poolHolding'
import { type OutsideValues, sumOf, totalsOf } from './totalsOf'

/** How much it is: the total in each settlement token, which are not added up. Nothing where there is none. */
export function TotalLine({
  holdings,
  outside,
}: {
  holdings: readonly PoolHolding[]
  outside: OutsideValues
}) {
  const pools = useSnapshot().snapshot?.pools
  const marks = useMemo(() => tokenMarks(pools ?? []), [pools])
  const dollarsOf = useDollars()
  const rows = totalsOf(pools ?? [], holdings, outside, useDefaultSettlement())
  if (rows.length === 0) return null
  return (
    <p className="tabular flex flex-wrap items-baseline gap-x-5 gap-y-1">
      <span className="text-muted">{portfolioContent.totals.worth}</span>
      {rows.map((row) => {
        const { token } = row
        const total = sumOf(row)
        return (
          <span key={token.address} className="text-2xl font-semibold">
            <Amount value={total} token={{ ...token, symbol: '' }} />{' '}
            <TokenName symbol={token.symbol} mark={marks.get(token.address)} />{' '}
            <span className="text-sm font-normal">
              <Dollars wad={dollarsOf(total, token)} />
            </span>
          </span>
        )
      })}
    </p>
  )
}
