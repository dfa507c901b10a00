import type { ReactNode } from 'react'
import type { PoolLedger } from '../../analytics/profit/ledgerState'
import type { PoolHistoryState } from '../../chain/history/poolHistoryState'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { formatClock, formatDuration } from '../../format/formatTime'
import { MAX_TABLE_ROWS } from '../../protocol/bounds'
import { Amount } from '../../ui/Amount'
import { ScrollArea } from '../../ui/ScrollArea'
import { profitContent } from './content'
import { toLotRows } from './lotRows'
import type { WorthOfLp } from './profitOf'
import { SignedAmount } from './SignedAmount'

const content = profitContent.lots

/** Each lot with what it cost, what it brought or is worth, and how long it was held; the newest first. */
export function LotsTable({
  pool,
  ledger,
  history,
  worthOfLp,
}: {
  pool: PoolAtBlock
  ledger: PoolLedger
  history: PoolHistoryState
  worthOfLp: WorthOfLp
}) {
  const { facts, snapshot } = pool
  const nowSec = Number(snapshot.timestampSec)
  const bare = { ...facts.settlementToken, symbol: '' }
  const lots = toLotRows(pool, ledger, history, worthOfLp)
  return (
    <details className="mt-4">
      <summary className="min-h-8 cursor-pointer font-medium">{content.title(lots.length)}</summary>
      <ScrollArea label={content.title(lots.length)} className="max-h-72">
        <table className="w-full">
          <thead className="text-xs text-muted">
            <tr className="border-b border-line">
              {content.columns(facts.settlementToken.symbol).map((name, index) => (
                <th
                  key={name}
                  scope="col"
                  className={`py-1.5 font-medium ${index === 0 ? 'text-left' : 'pl-3 text-right'}`}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lots.slice(0, MAX_TABLE_ROWS).map(({ tokens, token, cost, value, ...row }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lots of one interval can be equal
              <tr key={index} className="border-b border-line">
                <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
                  <Amount value={tokens} token={token} />
                  {row.came !== undefined && <Note>{content[row.came]}</Note>}
                  <Note>
                    {content[row.state]}
                    {row.fromSec !== undefined && ` · ${formatClock(row.fromSec, nowSec)}`}
                  </Note>
                </th>
                <td className="pl-3 text-right">
                  <Amount value={cost} token={bare} />
                </td>
                <td className="pl-3 text-right">
                  <Amount value={value} token={bare} />
                </td>
                <td className="pl-3 text-right">
                  <SignedAmount value={value - cost} token={bare} />
                </td>
                <td className="pl-3 text-right whitespace-nowrap">
                  {row.fromSec === undefined || row.toSec === undefined
                    ? '—'
                    : formatDuration(row.toSec - row.fromSec)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </details>
  )
}

function Note({ children }: { children: ReactNode }) {
  return <span className="block text-xs text-muted">{children}</span>
}
