import { Fragment, useMemo } from 'react'
import { type QueueOutcome, queueOutlook } from '../../analytics/queueOutlook'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { formatWad } from '../../format/formatRatio'
import { formatClock } from '../../format/formatTime'
import { queuedBeyond } from '../../protocol/queuedBeyond'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { earliestExecutionSec } from '../../protocol/updateInterval'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Name } from '../../ui/Name'
import { ScrollArea } from '../../ui/ScrollArea'

/** Everybody's commits that wait, by interval, and what they will do. */
export function PoolQueue({ pool: { facts, snapshot } }: { pool: PoolAtBlock }) {
  const queue = useMemo(() => queueOutlook(snapshot), [snapshot])
  const settlement = { ...facts.settlementToken, symbol: '' }
  const poolToken = { ...facts.longToken, symbol: '' }
  const nowSec = Number(snapshot.timestampSec)
  return (
    <Card title="The pool’s queue">
      {queue.length === 0 ? (
        <p className="text-muted">{describeEmptyQueue(snapshot)}</p>
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
              {queue.map(({ totals, outcome }) => (
                <Fragment key={totals.updateIntervalId.toString()}>
                  <tr>
                    <th scope="row" className="pt-1.5 pr-4 text-left font-normal whitespace-nowrap">
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
        Mints in <Name of={facts.settlementToken.symbol} />, fees already taken; burns and flips in
        pool tokens. Mints add to their side, burns take from it, flips carry value across. Fees
        aside, none of them moves the other holders’ token price.
        {queue.length > 0 &&
          ' What comes of them is a projection at the index of now, the keepers’ rewards estimated: the price of each rebalance depends on the index until then.'}
      </p>
    </Card>
  )
}

function describeEmptyQueue({ queueReadBelow }: PoolSnapshot): string {
  return queueReadBelow === undefined
    ? 'Nothing waits: the next rebalance only moves value.'
    : `Nothing waits before interval ${queueReadBelow}: until then rebalances only move value.`
}

/** What waits in intervals so far off that they are not read one by one. */
function QueuedBeyond({
  pool: { facts, snapshot },
}: {
  pool: Pick<PoolAtBlock, 'facts' | 'snapshot'>
}) {
  const beyond = queuedBeyond(snapshot)
  return (
    <p className="mt-3 text-xs">
      In intervals that are not listed, from {snapshot.queueReadBelow?.toString()} on, wait mints of{' '}
      <Amount value={beyond.pendingMintSettlementAmount} token={facts.settlementToken} />, and{' '}
      <Amount value={beyond.pendingLongBurnPoolTokens} token={facts.longToken} /> and{' '}
      <Amount value={beyond.pendingShortBurnPoolTokens} token={facts.shortToken} /> to be burned or
      flipped.
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
  if (outcome === undefined) return 'No projection reaches it.'
  const { longTokens, shortTokens, settlementTokens, skewAfterWad } = outcome
  return (
    <>
      Projected: mints <Amount value={longTokens} token={{ ...facts.longToken, symbol: 'long' }} />{' '}
      and <Amount value={shortTokens} token={{ ...facts.shortToken, symbol: 'short' }} />, pays out{' '}
      <Amount value={settlementTokens} token={facts.settlementToken} />, skew after it{' '}
      <span className="tabular">
        {skewAfterWad === undefined ? 'none, one side empty' : formatWad(skewAfterWad, 3)}
      </span>
    </>
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
