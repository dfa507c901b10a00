import { type ReactNode, useMemo } from 'react'
import type { TokenFacts } from '../../chain/poolFacts'
import { useSnapshot } from '../../data/SnapshotProvider'
import { type TokenMark, tokenMarks } from '../../data/tokenMarks'
import { useDollars } from '../../data/useDollars'
import { useDefaultSettlement } from '../../data/useKnownToken'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { StatusBadge } from '../../ui/StatusBadge'
import { TokenName } from '../../ui/TokenName'
import { portfolioContent } from './content'
import type { PoolHolding } from './poolHolding'
import { TotalLine } from './TotalLine'
import { type OutsideValues, type Total, totalsOf } from './totalsOf'

const { totals: content } = portfolioContent

/** A column's name and its value. Stakes and LP tokens have one only where there are any. */
type Column = readonly [name: string, pick: (total: Total) => bigint | undefined]

function columnsFor(rows: readonly Total[]): readonly Column[] {
  const { columns } = content
  const hasStakes = rows.some(({ staked }) => staked > 0n)
  const hasLiquidity = rows.some(({ liquidity }) => liquidity > 0n)
  return [
    // The wallet is counted with the verified markets: another row of its token has no amount there.
    [columns.free, (total) => (isCountedAbove(total, rows) ? undefined : total.free)],
    [columns.wallet, ({ wallet }) => wallet],
    [columns.escrow, ({ escrow }) => escrow],
    [columns.queued, ({ queued }) => queued],
    ...(hasStakes ? [[columns.staked, ({ staked }: Total) => staked] as const] : []),
    ...(hasLiquidity ? [[columns.liquidity, ({ liquidity }: Total) => liquidity] as const] : []),
  ]
}

function isCountedAbove({ token, isInVerified }: Total, rows: readonly Total[]): boolean {
  return (
    !isInVerified && rows.some((row) => row.isInVerified && row.token.address === token.address)
  )
}

/**
 * How much is owned in each settlement token, what of it was gained, and where it is: added up only where it is the same money. Nothing
 * where there is none.
 */
export function Totals({
  holdings,
  outside,
  profit,
}: {
  holdings: readonly PoolHolding[]
  outside: OutsideValues
  profit: ReactNode
}) {
  const { snapshot } = useSnapshot()
  const block = snapshot?.block.number
  const pools = snapshot?.pools
  const marks = useMemo(() => tokenMarks(pools ?? []), [pools])
  const rows = totalsOf(pools ?? [], holdings, outside, useDefaultSettlement())
  const columns = columnsFor(rows)
  if (rows.length === 0) return null
  return (
    <Card title={content.title}>
      <div className="mb-4 space-y-1">
        <TotalLine rows={rows} marks={marks} />
        {profit}
      </div>
      <Wide rows={rows} columns={columns} marks={marks} />
      <Narrow rows={rows} columns={columns} marks={marks} />
      <p className="mt-3 text-xs text-muted">{content.note(block?.toString() ?? '—')}</p>
    </Card>
  )
}

interface RowsProps {
  readonly rows: readonly Total[]
  readonly columns: readonly Column[]
  readonly marks: ReadonlyMap<string, TokenMark>
}

function Wide({ rows, columns, marks }: RowsProps) {
  return (
    <table className="tabular hidden w-full text-right md:table">
      <thead className="text-xs text-muted">
        <tr className="border-b border-line">
          <th scope="col" className="py-1.5 pr-4 text-left font-normal">
            {content.token}
          </th>
          {columns.map(([name]) => (
            <th key={name} scope="col" className="py-1.5 pl-4 font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((total) => (
          <tr key={keyOf(total)} className="border-b border-line last:border-0">
            <th scope="row" className="py-2 pr-4 text-left font-medium">
              <TotalName total={total} marks={marks} />
            </th>
            {columns.map(([name, pick]) => (
              <td key={name} className="pl-4">
                <Value value={pick(total)} token={total.token} isNamed={false} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** An amount with its value in dollars; a dash where it is counted elsewhere. */
function Value({
  value,
  token,
  isNamed,
}: {
  value: bigint | undefined
  token: TokenFacts
  isNamed: boolean
}) {
  const dollarsOf = useDollars()
  if (value === undefined) return <span className="text-muted">{content.elsewhere}</span>
  return (
    <>
      <Amount value={value} token={isNamed ? token : { ...token, symbol: '' }} />
      <Dollars wad={dollarsOf(value, token)} isBelow />
    </>
  )
}

/** A token, and that it lies in unverified markets where that is all it is known for. */
function TotalName({ total, marks }: { total: Total; marks: RowsProps['marks'] }) {
  const { token, isInVerified } = total
  const mark = marks.get(token.address)
  return (
    <>
      <TokenName symbol={token.symbol} mark={mark} />
      {!isInVerified && mark?.isUnknown !== true && (
        <span className="block font-normal">
          <StatusBadge tone="bad">{content.inUnverified}</StatusBadge>
        </span>
      )}
    </>
  )
}

const keyOf = ({ token, isInVerified }: Total) => `${token.address} ${isInVerified}`

function Narrow({ rows, columns, marks }: RowsProps) {
  return (
    <div className="space-y-4 md:hidden">
      {rows.map((total) => {
        const { token } = total
        return (
          <div key={keyOf(total)}>
            {/* Each amount has its symbol, which is enough where there is one token that has it. */}
            {(rows.length > 1 ||
              marks.get(token.address)?.at !== undefined ||
              !total.isInVerified) && (
              <p className="font-medium">
                <TotalName total={total} marks={marks} />
              </p>
            )}
            <Facts>
              {columns.map(([name, pick]) => (
                <Fact key={name} name={name}>
                  <Value value={pick(total)} token={token} isNamed />
                </Fact>
              ))}
            </Facts>
          </div>
        )
      })}
    </div>
  )
}
