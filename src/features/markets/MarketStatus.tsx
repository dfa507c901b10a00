import type { Address } from 'viem'
import { StatusBadge } from '../../ui/StatusBadge'
import { useMarketTime } from './useMarket'

/** Whether all is well with a market, each second: the most pressing status, with all of them in words on hover. */
export function MarketStatus({ address }: { address: Address }) {
  const [first, ...others] = useMarketTime(address)?.statuses ?? []
  if (first === undefined) return null
  const all = [first, ...others].flatMap(({ label, meaning }) =>
    meaning === undefined ? [] : `${label}: ${meaning}`,
  )
  return (
    <span title={all.length === 0 ? undefined : all.join('\n')}>
      <StatusBadge tone={first.tone}>{first.label}</StatusBadge>
      {others.length > 0 && (
        <span className="block text-xs text-muted">+ {others.length} more</span>
      )}
    </span>
  )
}
