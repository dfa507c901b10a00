import type { Address } from 'viem'
import { StatusBadge } from '../../ui/StatusBadge'
import { useMarketTime } from './useMarket'

/** Whether all is well with a market, each second. */
export function MarketStatus({ address }: { address: Address }) {
  const time = useMarketTime(address)
  return time && <StatusBadge tone={time.status.tone}>{time.status.label}</StatusBadge>
}
