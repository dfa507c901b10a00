import type { Address } from 'viem'
import { StatusBadge } from '../../ui/StatusBadge'
import { Tooltip } from '../../ui/Tooltip'
import { marketsContent } from './content'
import type { MarketEngine } from './marketFigures'
import { useMarketStatuses } from './useMarket'

/**
 * Whether all is well with a market, each second.
 *
 * @param all Shows every status; without it the most pressing one, with all of them explained on hover
 */
export function MarketStatus({
  address,
  engine,
  all = false,
}: {
  address: Address
  engine: MarketEngine | undefined
  all?: boolean
}) {
  const statuses = useMarketStatuses(address, engine)
  const [first, ...others] = statuses
  if (first === undefined) return null
  const words = statuses.flatMap(({ label, meaning }) =>
    meaning === undefined ? [] : `${label}: ${meaning}`,
  )
  return (
    <Tooltip text={words.join('\n')}>
      <span
        className={
          all
            ? 'relative z-1 flex flex-col items-end gap-1'
            : others.length > 0
              ? // Two words and the count below them in a row’s height.
                'block [&_span]:leading-[0.8125rem]'
              : undefined
        }
      >
        {/* The first without a key: one element whatever it says, for a press on it is a click on its market. */}
        <StatusBadge tone={first.tone}>{first.brief ?? first.label}</StatusBadge>
        {all &&
          others.map(({ kind, tone, label, brief = label }) => (
            <StatusBadge key={kind} tone={tone}>
              {brief}
            </StatusBadge>
          ))}
        {!all && others.length > 0 && (
          <span className="block text-xs text-muted">
            {marketsContent.moreStatuses(others.length)}
          </span>
        )}
      </span>
    </Tooltip>
  )
}
