import { Fragment, useMemo } from 'react'
import { executionTime } from '../../analytics/executionTime'
import { type QueueOutcome, queueOutlook } from '../../analytics/queueOutlook'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { formatWad } from '../../format/formatRatio'
import { formatClock } from '../../format/formatTime'
import { queuedBeyondHorizon } from '../../protocol/queuedBeyondHorizon'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { earliestExecutionSec } from '../../protocol/updateInterval'
import { Amount } from '../../ui/Amount'
import { describeEarliest } from '../../ui/describeEarliest'
import { Name } from '../../ui/Name'
import { ScrollArea } from '../../ui/ScrollArea'
import { poolContent } from './content'

const content = poolContent.queue

/** Everybody's commits that wait, by interval, and what they will do. */
export function PoolQueue({ pool: { facts, snapshot } }: { pool: PoolAtBlock }) {
  const queue = useMemo(() => queueOutlook(snapshot), [snapshot])
  const settlement = { ...facts.settlementToken, symbol: '' }
  const poolToken = { ...facts.longToken, symbol: '' }
  return (
    <>
      {queue.length === 0 ? (
        <p className="text-muted">{describeEmptyQueue(snapshot)}</p>
      ) : (
        <ScrollArea label={content.table}>
          <table className="w-full text-xs">
            <thead className="text-muted">
              <tr className="border-b border-line">
                <th scope="col" className="py-1.5 pr-4 text-left font-medium">
                  {content.interval}
                </th>
                {content.columns.map((name) => (
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
              {queue.map(({ totals, outcome }) => (
                <Fragment key={totals.updateIntervalId.toString()}>
                  <tr>
                    <th scope="row" className="pt-1.5 pr-4 text-left font-normal whitespace-nowrap">
                      {totals.updateIntervalId.toString()}{' '}
                      <span className="text-muted">
                        {describeTime(snapshot, totals.updateIntervalId)}
                      </span>
                    </th>
                    <Queued value={totals.longMintSettlement} token={settlement} />
                    <Queued value={totals.shortMintSettlement} token={settlement} />
                    <Queued value={totals.longBurnPoolTokens} token={poolToken} />
                    <Queued value={totals.shortBurnPoolTokens} token={poolToken} />
                    <Queued value={totals.longBurnShortMintPoolTokens} token={poolToken} />
                    <Queued value={totals.shortBurnLongMintPoolTokens} token={poolToken} />
                  </tr>
                  <tr className="border-b border-line">
                    <td colSpan={7} className="pt-0.5 pb-1.5 text-muted">
                      <Outcome facts={facts} outcome={outcome} />
                    </td>
                  </tr>
                </Fragment>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      {snapshot.queueReadBelow !== undefined && <QueuedBeyond pool={{ facts, snapshot }} />}
      <p className="mt-3 text-xs text-muted">
        {content.units(<Name of={facts.settlementToken.symbol} />)}
        {queue.length > 0 && content.projected}
      </p>
    </>
  )
}

function describeEmptyQueue({ queueReadBelow }: PoolSnapshot): string {
  return queueReadBelow === undefined ? content.empty : content.emptyBefore(queueReadBelow)
}

/** An interval's earliest execution, or what it waits for. */
function describeTime(snapshot: PoolSnapshot, updateIntervalId: bigint): string {
  if (snapshot.paused) return content.paused
  const earliestSec = Number(earliestExecutionSec(snapshot, updateIntervalId))
  const nowSec = Number(snapshot.timestampSec)
  return (
    describeEarliest(executionTime(snapshot, earliestSec, nowSec), nowSec) ??
    formatClock(earliestSec, nowSec)
  )
}

/** What waits in intervals so far off that they are not read one by one. */
function QueuedBeyond({
  pool: { facts, snapshot },
}: {
  pool: Pick<PoolAtBlock, 'facts' | 'snapshot'>
}) {
  const beyond = queuedBeyondHorizon(snapshot)
  return (
    <p className="mt-3 text-xs">
      {content.beyond(
        snapshot.queueReadBelow ?? 0n,
        <Amount value={beyond.pendingMintSettlementAmount} token={facts.settlementToken} />,
        <Amount value={beyond.pendingLongBurnPoolTokens} token={facts.longToken} />,
        <Amount value={beyond.pendingShortBurnPoolTokens} token={facts.shortToken} />,
      )}
    </p>
  )
}

/** What the interval's rebalance makes of it. */
function Outcome({
  facts,
  outcome,
}: {
  facts: PoolAtBlock['facts']
  outcome: QueueOutcome | undefined
}) {
  if (outcome === undefined) return content.tooFar
  const { longTokens, shortTokens, settlementTokens, skewAfterWad } = outcome
  return content.outcome(
    <Amount value={longTokens} token={{ ...facts.longToken, symbol: 'long' }} />,
    <Amount value={shortTokens} token={{ ...facts.shortToken, symbol: 'short' }} />,
    <Amount value={settlementTokens} token={facts.settlementToken} />,
    <span className="tabular">
      {skewAfterWad === undefined ? content.oneSideEmpty : formatWad(skewAfterWad, 3)}
    </span>,
  )
}

function Queued({
  value,
  token,
}: {
  value: bigint
  token: { readonly symbol: string; readonly decimals: number }
}) {
  return (
    <td className="pt-1.5 pr-4 text-right last:pr-0">
      {value === 0n ? (
        <span className="text-muted">—</span>
      ) : (
        <Amount value={value} token={token} />
      )}
    </td>
  )
}
