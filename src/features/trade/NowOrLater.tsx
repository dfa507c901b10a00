import { useMemo } from 'react'
import { cutOffSec } from '../../analytics/cutOff'
import { OutlookError } from '../../analytics/outlook'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useExecutionTime } from '../../data/useExecutionTime'
import { formatClock } from '../../format/formatTime'
import { earliestExecutionSec } from '../../protocol/updateInterval'
import { describeEarliest } from '../../ui/describeEarliest'
import { OrderProceeds } from '../../ui/OrderProceeds'
import { tradeContent } from './content'
import { attemptOutlook, type LiveOrder } from './useOrder'

const content = tradeContent.nowOrLater

/** The order in the interval that takes it now beside the same order in the next one. */
export function NowOrLater({ pool, order }: { pool: PoolAtBlock; order: LiveOrder }) {
  const { snapshot, facts } = pool
  const { legs, outlook, slot } = order
  const { nowSec, timeOf } = useExecutionTime(snapshot)
  const nextId = slot.updateIntervalId + 1n
  const later = useMemo(() => attemptOutlook(pool, legs, nextId), [pool, legs, nextId])
  const columns = [
    { name: content.now, id: slot.updateIntervalId, outlook },
    { name: content.later, id: nextId, outlook: later },
  ]
  const earliest = (id: bigint) => {
    const executesAt = Number(earliestExecutionSec(snapshot, id))
    return describeEarliest(timeOf(executesAt), nowSec) ?? formatClock(executesAt, nowSec)
  }
  const [soonest, next] = columns.map(({ id }) => earliest(id))
  // What waits for the same thing can't be told apart.
  if (soonest !== undefined && soonest === next)
    return <p className="text-muted">{content.same(soonest)}</p>
  return (
    <>
      {/* On the narrowest phones a unit is below its number, and two clock times fit side by side in wide fonts too. */}
      <table className="w-full text-right max-[24rem]:text-xs max-[24rem]:[&_bdi]:ml-auto max-[24rem]:[&_bdi]:block">
        <thead className="text-xs text-muted">
          <tr>
            <td />
            {columns.map(({ name }) => (
              <th key={name} scope="col" className="py-1 pl-2 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className="py-1 text-left font-normal text-muted">
              {content.interval}
            </th>
            {columns.map(({ name, id }) => (
              <td key={name}>{id.toString()}</td>
            ))}
          </tr>
          <tr>
            <th scope="row" className="py-1 text-left font-normal text-muted">
              {content.earliest}
            </th>
            {columns.map(({ name, id }) => (
              <td key={name} className="pl-2">
                {earliest(id)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row" className="py-1 text-left font-normal text-muted">
              {content.receive}
            </th>
            {columns.map(({ name, outlook: of }) => (
              <td key={name} className="pl-2">
                {of === undefined || of instanceof OutlookError ? (
                  '—'
                ) : (
                  <OrderProceeds adds={of.adds} tokens={facts} />
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="mt-1 text-xs text-muted">
        {content.cutOff(formatClock(Number(cutOffSec(snapshot, slot.updateIntervalId)), nowSec))}
      </p>
    </>
  )
}
