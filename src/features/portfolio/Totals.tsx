import { useMemo } from 'react'
import { useSnapshot } from '../../data/SnapshotProvider'
import { type TokenMark, tokenMarks } from '../../data/tokenMarks'
import { useDollars } from '../../data/useDollars'
import { useDefaultSettlement } from '../../data/useKnownToken'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { TokenName } from '../../ui/TokenName'
import { portfolioContent } from './content'
import type { PoolHolding } from './poolHolding'
import { type Total, totalsOf } from './totalsOf'

const { totals: content } = portfolioContent
const COLUMNS = content.columns

function valuesOf({ free, wallet, escrow, queued }: Total): readonly bigint[] {
  return [free, wallet, escrow, queued, free + wallet + escrow + queued]
}

/** What is owned in each settlement token: added up only where it is the same money. Nothing where there is none. */
export function Totals({ holdings }: { holdings: readonly PoolHolding[] }) {
  const { snapshot } = useSnapshot()
  const block = snapshot?.block.number
  const pools = snapshot?.pools
  const marks = useMemo(() => tokenMarks(pools ?? []), [pools])
  const rows = totalsOf(pools ?? [], holdings, useDefaultSettlement())
  if (rows.length === 0) return null
  return (
    <Card title={content.title}>
      <Wide rows={rows} marks={marks} />
      <Narrow rows={rows} marks={marks} />
      <p className="mt-3 text-xs text-muted">{content.note(block?.toString() ?? '—')}</p>
    </Card>
  )
}

interface RowsProps {
  readonly rows: readonly Total[]
  readonly marks: ReadonlyMap<string, TokenMark>
}

function Wide({ rows, marks }: RowsProps) {
  const dollarsOf = useDollars()
  return (
    <table className="tabular hidden w-full text-right md:table">
      <thead className="text-xs text-muted">
        <tr className="border-b border-line">
          <th scope="col" className="py-1.5 pr-4 text-left font-normal">
            {content.token}
          </th>
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className="py-1.5 pl-4 font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((total) => (
          <tr key={total.token.address} className="border-b border-line last:border-0">
            <th scope="row" className="py-2 pr-4 text-left font-medium">
              <TokenName symbol={total.token.symbol} mark={marks.get(total.token.address)} />
            </th>
            {valuesOf(total).map((value, index) => (
              <td key={COLUMNS[index]} className="pl-4 last:font-semibold">
                <Amount value={value} token={{ ...total.token, symbol: '' }} />
                <Dollars wad={dollarsOf(value, total.token)} isBelow />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Narrow({ rows, marks }: RowsProps) {
  const dollarsOf = useDollars()
  return (
    <div className="space-y-4 md:hidden">
      {rows.map(({ token, ...total }) => (
        <div key={token.address}>
          {/* Each amount has its symbol; the token is named above them only where the symbol is not enough. */}
          {marks.get(token.address)?.at !== undefined && (
            <p className="font-medium">
              <TokenName symbol={token.symbol} mark={marks.get(token.address)} />
            </p>
          )}
          <Facts>
            {valuesOf({ token, ...total }).map((value, index) => (
              <Fact key={COLUMNS[index]} name={COLUMNS[index] ?? ''}>
                <Amount value={value} token={token} />
                <Dollars wad={dollarsOf(value, token)} isBelow />
              </Fact>
            ))}
          </Facts>
        </div>
      ))}
    </div>
  )
}
