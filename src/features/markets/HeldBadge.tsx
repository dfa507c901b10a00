import type { Address } from 'viem'
import { useHolding } from './useMarket'

/** Marks a market in which the account has something. Its place is there before, so that nothing moves. */
export function HeldBadge({ address }: { address: Address }) {
  const text = useHolding(address)
  if (text === undefined) return null
  return (
    <span className="shrink-0 rounded-full border border-accent px-1 text-[0.6875rem] leading-4 whitespace-nowrap text-accent">
      {text}
    </span>
  )
}
