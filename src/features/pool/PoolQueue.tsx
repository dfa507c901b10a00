import type { PoolAtBlock } from '../../chain/snapshot'
import { formatClock } from '../../format/formatTime'
import type { TotalCommitment } from '../../protocol/snapshot'
import { earliestExecutionSec } from '../../protocol/updateInterval'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Name } from '../../ui/Name'
import { ScrollArea } from '../../ui/ScrollArea'

/** Everybody's commits that wait, by interval, and what they will do. */
export function PoolQueue({ pool: { facts, snapshot } }: { pool: PoolAtBlock }) {
  const queue = snapshot.totalPoolCommitments.filter(isUsed)
  const settlement = { ...facts.settlementToken, symbol: '' }
  const poolToken = { ...facts.longToken, symbol: '' }
  const nowSec = Number(snapshot.timestampSec)
  return (
    <Card title="The pool’s queue">
      {queue.length === 0 ? (
        <p className="text-muted">Nothing waits: the next rebalance only moves value.</p>
      ) : (
        <ScrollArea label="The pool’s queue, table">
          <table className="w-full text-xs">
            <thead className="text-muted">
              <tr className="border-b border-line">
                <th scope="col" className="py-1.5 pr-4 text-left font-medium">
                  Interval
                </th>
                {[
                  'Mint long',
                  'Mint short',
                  'Burn long',
                  'Burn short',
                  'Flip to short',
                  'Flip to long',
                ].map((name) => (
                  <th
                    key={name}
                    scope="col"
                    className="py-1.5 pr-4 text-right font-medium last:pr-0"
                  >
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {queue.map((totals) => (
                <tr key={totals.updateIntervalId.toString()} className="border-b border-line">
                  <th scope="row" className="py-1.5 pr-4 text-left font-normal whitespace-nowrap">
                    {totals.updateIntervalId.toString()}{' '}
                    <span className="text-muted">
                      {formatClock(
                        Number(earliestExecutionSec(snapshot, totals.updateIntervalId)),
                        nowSec,
                      )}
                    </span>
                  </th>
                  <Queued value={totals.longMintSettlement} token={settlement} />
                  <Queued value={totals.shortMintSettlement} token={settlement} />
                  <Queued value={totals.longBurnPoolTokens} token={poolToken} />
                  <Queued value={totals.shortBurnPoolTokens} token={poolToken} />
                  <Queued value={totals.longBurnShortMintPoolTokens} token={poolToken} />
                  <Queued value={totals.shortBurnLongMintPoolTokens} token={poolToken} />
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      <p className="mt-3 text-xs text-muted">
        Mints in <Name of={facts.settlementToken.symbol} />, fees already taken; burns and flips in
        pool tokens. Mints add to their side, burns take from it, flips carry value across. Fees
        aside, none of them moves the other holders’ token price.
      </p>
    </Card>
  )
}

function isUsed({ updateIntervalId: _, ...amounts }: TotalCommitment): boolean {
  return Object.values(amounts).some((amount) => amount > 0n)
}

function Queued({
  value,
  token,
}: {
  value: bigint
  token: { readonly symbol: string; readonly decimals: number }
}) {
  return (
    <td className="py-1.5 pr-4 text-right last:pr-0">
      {value === 0n ? (
        <span className="text-muted">—</span>
      ) : (
        <Amount value={value} token={token} />
      )}
    </td>
  )
}
