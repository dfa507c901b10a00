import type { AccountEvent } from '../../analytics/profit/accountEvent'
import type { AccountEntry, LiquidityEntry, SwapEntry, TokenAmount } from './accountEntry'

/**
 * What an entry outside of the pool's queue does to the account's lots. A trade without a value in settlement tokens is none:
 * what was given leaves at cost, as if it was sent, and what came is of unknown cost.
 */
export function toMoveEvents(entry: AccountEntry): AccountEvent[] {
  switch (entry.kind) {
    case 'received':
    case 'sent': {
      const { lp, tokens, kind } = entry
      if (lp === undefined) return []
      return [{ kind: kind === 'sent' ? 'lpSent' : 'lpReceived', lp: lp.toLowerCase(), tokens }]
    }
    case 'stake':
    case 'unstake': {
      const { kind, side, lp, tokens } = entry
      const of = side === 'lp' ? { lp: (lp ?? '').toLowerCase() } : side
      return [{ kind, farm: entry.farm.toLowerCase(), of, tokens }]
    }
    case 'swap':
      return toSwapEvents(entry)
    case 'join':
    case 'exit':
      return toLiquidityEvents(entry)
    default:
      return []
  }
}

function toSwapEvents(entry: SwapEntry): AccountEvent[] {
  const { given, received, prices, timestampSec } = entry
  const [giving, receiving] = [legOf(given), legOf(received)]
  if (prices === undefined || timestampSec === undefined || !giving || !receiving)
    return [...movesOf([given], 'sent'), ...movesOf([received], 'received')]
  return [{ kind: 'swap', ...prices, timestampSec, given: giving, received: receiving }]
}

function legOf({ of, amount }: TokenAmount) {
  return of === 'other' ? undefined : { of, amount }
}

function toLiquidityEvents(entry: LiquidityEntry): AccountEvent[] {
  const { kind, lpTokens, amounts, prices, timestampSec } = entry
  const lp = entry.lp.toLowerCase()
  if (prices === undefined || timestampSec === undefined)
    return kind === 'join'
      ? [...movesOf(amounts, 'sent'), { kind: 'lpReceived', lp, tokens: lpTokens }]
      : [{ kind: 'lpSent', lp, tokens: lpTokens }, ...movesOf(amounts, 'received')]
  const amountOf = (of: TokenAmount['of']) =>
    amounts.reduce((sum, one) => (one.of === of ? sum + one.amount : sum), 0n)
  const parts = {
    long: amountOf('long'),
    short: amountOf('short'),
    settlement: amountOf('settlement'),
  }
  return [{ kind, ...prices, timestampSec, lp, lpTokens, ...parts }]
}

function movesOf(amounts: readonly TokenAmount[], kind: 'sent' | 'received'): AccountEvent[] {
  return amounts.flatMap(({ of, amount }) =>
    of === 'long' || of === 'short' ? [{ kind, side: of, tokens: amount }] : [],
  )
}
