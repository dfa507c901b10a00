import type { DueUpkeeps } from '../../analytics/dueUpkeeps'
import type { PoolFacts } from '../../chain/poolFacts'
import { formatName } from '../../format/formatAddress'
import { keeperContent } from './content'
import { PerformButton } from './PerformButton'

/** Performs as many of a pool's overdue rebalances as one transaction takes. */
export function RebalanceButton({
  facts,
  due,
  label = keeperContent.button,
}: {
  facts: PoolFacts
  due: DueUpkeeps
  label?: string
}) {
  return (
    <PerformButton
      label={label}
      intent={{
        kind: 'upkeep',
        title: keeperContent.title(formatName(facts.name)),
        pool: facts.address,
        poolKeeper: facts.keeper,
        pools: Array.from({ length: due.inOneTransaction }, () => facts.address),
        gas: due.gas,
      }}
    />
  )
}
