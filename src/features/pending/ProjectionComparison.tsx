import type { Settled } from '../../analytics/settlement'
import type { Execution } from '../../chain/commits/getExecution'
import { pendingContent } from './content'
import { DifferenceText } from './DifferenceText'
import { describeCauses, describeInterval, differences } from './describeOutcome'
import type { Order } from './executedOrders'

/** What the ticket projected against what was received, to the unit, and why they differ; nothing where the projection is not known. */
export function ProjectionComparison({
  order: { pool, commits, projection },
  settled,
  execution,
}: {
  order: Order
  settled: Settled
  execution: Execution | undefined
}) {
  if (projection === undefined) return null
  const { facts, snapshot } = pool
  const last = commits.at(-1) ?? commits[0]
  if (projection.hasNoAmounts)
    return <p className="text-xs">{describeInterval(projection, last.updateIntervalId)}</p>
  const compared = differences(facts, projection, settled)
  const isExactMatch = compared.every(({ projected, actual }) => projected === actual)
  const causes =
    isExactMatch || execution === undefined
      ? []
      : describeCauses(facts, snapshot.oracle, projection, last.updateIntervalId, execution)
  return (
    <div className="text-xs">
      {compared.map((difference) => (
        <p
          key={difference.token.symbol}
          className={`wrap-anywhere ${difference.actual === difference.projected ? 'text-long' : ''}`}
        >
          <DifferenceText of={difference} />
        </p>
      ))}
      {causes.length > 0 && (
        <p className="text-muted">{pendingContent.outcome.why(causes.join('; '))}</p>
      )}
      {!isExactMatch && execution !== undefined && causes.length === 0 && (
        <p className="text-muted">{pendingContent.outcome.noCause}</p>
      )}
    </div>
  )
}
