import { hedgeOwned } from '../../../analytics/lab/strategies/hedgeOwned'
import { strategiesContent as content } from './content'
import type { StrategyTerms } from './parseStrategy'
import type { Strategy } from './strategy'

/** A ticket that is filled in. */
export interface TicketLink {
  readonly label: string
  /** Parameters of the pool's page. */
  readonly query: string
}

/** The orders that begin a strategy, each as a ticket of the pool: a direction is the person's choice, and liquidity needs both. */
export function ticketLinks(
  strategy: Strategy,
  { smallSide, amount, pool, hedgedPart, weights }: StrategyTerms,
): readonly TicketLink[] {
  const { trade, tradeLong, tradeShort } = content
  switch (strategy) {
    case 'directional':
      return [
        ticket(tradeLong, { side: 'long' }, amount),
        ticket(tradeShort, { side: 'short' }, amount),
      ]
    case 'straddle':
      return [ticket(trade, { action: 'straddle' }, amount)]
    case 'farm':
    case 'farmHedged':
      return [ticket(trade, { side: smallSide }, amount)]
    case 'hedgeOwned':
      return [
        ticket(trade, { side: 'short' }, amount * hedgeOwned(pool, hedgedPart, 0, []).shortTokens),
      ]
    case 'liquidity':
      return [
        ticket(tradeLong, { side: 'long' }, amount * weights.long),
        ticket(tradeShort, { side: 'short' }, amount * weights.short),
      ]
  }
}

function ticket(
  label: string,
  order: Readonly<Record<string, string>>,
  amount: number,
): TicketLink {
  return { label, query: new URLSearchParams({ ...order, amount: toText(amount) }).toString() }
}

/** Two decimals, and six of a small amount: a hundredth of an ETH is no cent. */
function toText(amount: number): string {
  return amount.toFixed(amount < 100 ? 6 : 2).replace(/\.?0+$/, '')
}
