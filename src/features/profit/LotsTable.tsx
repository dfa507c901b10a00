import type { ClosedLot, Lot, PoolLedger } from '../../analytics/profit/poolLedger'
import type { PoolHistoryState } from '../../chain/history/poolHistoryState'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { formatClock, formatDuration } from '../../format/formatTime'
import { MAX_TABLE_ROWS } from '../../protocol/bounds'
import { Amount } from '../../ui/Amount'
import { ScrollArea } from '../../ui/ScrollArea'
import { profitContent } from './content'
import { heldLots, lotWorth } from './profitOf'
import { SignedAmount } from './SignedAmount'

const content = profitContent.lots

/** Each lot with what it cost, what it brought or is worth, and how long it was held; the newest first. */
export function LotsTable({
  pool,
  ledger,
  history,
}: {
  pool: PoolAtBlock
  ledger: PoolLedger
  history: PoolHistoryState
}) {
  const { facts, snapshot } = pool
  const nowSec = Number(snapshot.timestampSec)
  const bare = { ...facts.settlementToken, symbol: '' }
  const timeOf = executionTimes(history)
  const all: readonly (Lot | ClosedLot)[] = [...heldLots(ledger), ...ledger.closed]
  const lots = all
    .filter(({ cost }) => cost !== undefined)
    .map((lot) => {
      const fromSec = lot.mintedIn === undefined ? undefined : timeOf.get(lot.mintedIn)
      const toSec = 'burnedIn' in lot ? timeOf.get(lot.burnedIn) : nowSec
      return { lot, fromSec, toSec }
    })
    .sort((a, b) => (b.fromSec ?? 0) - (a.fromSec ?? 0))
  return (
    <details className="mt-4">
      <summary className="min-h-8 cursor-pointer font-medium">{content.title(lots.length)}</summary>
      <ScrollArea label={content.title(lots.length)} className="max-h-72 overflow-auto">
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
            {lots.slice(0, MAX_TABLE_ROWS).map(({ lot, fromSec, toSec }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lots of one interval can be equal
              <tr key={index} className="border-b border-line">
                <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
                  <Amount value={lot.tokens} token={{ ...facts.longToken, symbol: lot.side }} />
                  <span className="block text-xs text-muted">
                    {'burnedIn' in lot ? content.sold : content.held}
                    {fromSec !== undefined && ` · ${formatClock(fromSec, nowSec)}`}
                  </span>
                </th>
                <td className="pl-3 text-right">
                  <Amount value={lot.cost ?? 0n} token={bare} />
                </td>
                <td className="pl-3 text-right">
                  <Amount value={proceedsOrWorth(lot, pool)} token={bare} />
                </td>
                <td className="pl-3 text-right">
                  <SignedAmount
                    value={proceedsOrWorth(lot, pool) - (lot.cost ?? 0n)}
                    token={bare}
                  />
                </td>
                <td className="pl-3 text-right whitespace-nowrap">
                  {fromSec === undefined || toSec === undefined
                    ? '—'
                    : formatDuration(toSec - fromSec)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </details>
  )
}

function proceedsOrWorth(lot: Lot | ClosedLot, { snapshot }: PoolAtBlock): bigint {
  return 'proceeds' in lot ? lot.proceeds : lotWorth(lot, snapshot)
}

/** When each interval that was read was executed, Unix seconds. */
function executionTimes({ upkeeps }: PoolHistoryState): ReadonlyMap<bigint, number> {
  return new Map(
    upkeeps.flatMap(({ timestampSec, executed }) =>
      executed.map(({ updateIntervalId }) => [updateIntervalId, Number(timestampSec)] as const),
    ),
  )
}
