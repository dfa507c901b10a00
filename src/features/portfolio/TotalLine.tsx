import type { TokenMark } from '../../data/tokenMarks'
import { useDollars } from '../../data/useDollars'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { TokenName } from '../../ui/TokenName'
import { portfolioContent } from './content'
import { sumOf, type Total } from './totalsOf'

/** How much it is: the total in each settlement token, which are not added up; what lies in unverified markets stands apart. */
export function TotalLine({
  rows,
  marks,
}: {
  rows: readonly Total[]
  marks: ReadonlyMap<string, TokenMark>
}) {
  const dollarsOf = useDollars()
  return (
    <p className="tabular flex flex-wrap items-baseline gap-x-5 gap-y-1">
      {rows.map((row) => {
        const { token } = row
        const total = sumOf(row)
        return (
          <span
            key={`${token.address} ${row.isInVerified}`}
            className={row.isInVerified ? 'text-2xl font-semibold' : 'text-muted'}
          >
            {!row.isInVerified && '+ '}
            <Amount value={total} token={{ ...token, symbol: '' }} />{' '}
            <TokenName symbol={token.symbol} mark={marks.get(token.address)} />{' '}
            <span className="text-sm font-normal">
              <Dollars wad={dollarsOf(total, token)} />
            </span>
            {!row.isInVerified && ` ${portfolioContent.totals.inUnverified}`}
          </span>
        )
      })}
    </p>
  )
}
