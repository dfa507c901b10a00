import type { Settled } from '../../analytics/settlement'
import type { Execution } from '../../chain/commits/getExecution'
import {
  describeCauses,
  describeDifference,
  describeInterval,
  differences,
} from './describeOutcome'
import type { Order } from './executedOrders'

/** What the ticket promised against what came, to the unit, and why they differ. */
export function PromiseKept({
  order: { pool, commits, promise },
  settled,
  execution,
}: {
  order: Order
  settled: Settled
  execution: Execution | undefined
}) {
  if (promise === undefined)
    return <p className="text-xs text-muted">What was promised is not recorded in this browser.</p>
  const { facts, snapshot } = pool
  const last = commits.at(-1) ?? commits[0]
  if (promise.isUnprojected)
    return <p className="text-xs">{describeInterval(promise, last.updateIntervalId)}</p>
  const compared = differences(facts, promise, settled)
  const isKept = compared.every(({ promised, came }) => promised === came)
  const causes =
    isKept || execution === undefined
      ? []
      : describeCauses(facts, snapshot.oracle, promise, last.updateIntervalId, execution)
  return (
    <div className="text-xs">
      {compared.map((difference) => (
        <p
          key={difference.token.symbol}
          className={`wrap-anywhere ${difference.came === difference.promised ? 'text-long' : ''}`}
        >
          {describeDifference(difference)}
        </p>
      ))}
      {causes.length > 0 && <p className="text-muted">In between: {causes.join('; ')}.</p>}
      {!isKept && execution !== undefined && causes.length === 0 && (
        <p className="text-muted">
          The pool’s events between the order and its rebalance show no reason: rounding, or a
          burning fee that came back when somebody claimed.
        </p>
      )}
    </div>
  )
}
