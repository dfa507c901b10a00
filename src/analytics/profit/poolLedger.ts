import { isMint } from '../../protocol/commitType'
import { type AccountEvent, paidSide } from './accountEvent'
import { executeInterval } from './executeInterval'
import { EMPTY_LEDGER, type PoolLedger, type Stake } from './ledgerState'
import { takeLp, takeSide, unknownLot, unknownLpLot } from './lots'
import { applyExit, applyJoin, applySwap } from './outsideTrades'
import { applyStake, withFreeTokens } from './stakes'

/**
 * Keeps an account's lots in one pool, first in, first out. What it burns is taken from its lots when it commits, and leaves
 * with the interval. Tokens that no known mint explains are lots of unknown cost.
 *
 * @param events In chain order
 */
export function toPoolLedger(events: readonly AccountEvent[]): PoolLedger {
  return events.reduce(apply, EMPTY_LEDGER)
}

function apply(before: PoolLedger, event: AccountEvent): PoolLedger {
  const ledger = takenBy(event).reduce(withFreeTokens, before)
  switch (event.kind) {
    case 'received':
      return { ...ledger, open: [...ledger.open, unknownLot(event.side, event.tokens)] }
    case 'sent': {
      const [taken, open] = takeSide(ledger.open, event.side, event.tokens)
      return { ...ledger, open, sent: [...ledger.sent, ...taken] }
    }
    case 'lpReceived': {
      const lot = unknownLpLot(event.lp, event.tokens)
      const { liquidity } = ledger
      return { ...ledger, liquidity: { ...liquidity, open: [...liquidity.open, lot] } }
    }
    case 'lpSent': {
      const { liquidity } = ledger
      const [taken, open] = takeLp(liquidity.open, event.lp, event.tokens)
      return {
        ...ledger,
        liquidity: { ...liquidity, open, sent: [...liquidity.sent, ...taken] },
      }
    }
    case 'stake':
    case 'unstake':
      return applyStake(ledger, event)
    case 'swap':
      return applySwap(ledger, event)
    case 'join':
      return applyJoin(ledger, event)
    case 'exit':
      return applyExit(ledger, event)
    case 'commit':
      return commit(ledger, event)
    case 'executed':
      return executeInterval(ledger, event)
  }
}

/** What an event takes out of wallet and escrow. */
function takenBy(event: AccountEvent): readonly Pick<Stake, 'of' | 'tokens'>[] {
  switch (event.kind) {
    case 'sent':
      return [{ of: event.side, tokens: event.tokens }]
    case 'commit':
      return isMint(event.commitType)
        ? []
        : [{ of: paidSide(event.commitType), tokens: event.amount }]
    case 'stake':
      return [event]
    case 'lpSent':
      return [{ of: { lp: event.lp }, tokens: event.tokens }]
    case 'exit':
      return [{ of: { lp: event.lp }, tokens: event.lpTokens }]
    case 'swap': {
      const { of, amount: tokens } = event.given
      return of === 'settlement' ? [] : [{ of, tokens }]
    }
    case 'join':
      return (['long', 'short'] as const).map((side) => ({ of: side, tokens: event[side] }))
    default:
      return []
  }
}

function commit(
  ledger: PoolLedger,
  { commitType, updateIntervalId, amount, recorded }: AccountEvent & { readonly kind: 'commit' },
): PoolLedger {
  const side = paidSide(commitType)
  if (isMint(commitType))
    return {
      ...ledger,
      queuedMints: [...ledger.queuedMints, { side, updateIntervalId, amount, recorded }],
      putIn: ledger.putIn + amount,
    }
  const [lots, open] = takeSide(ledger.open, side, amount)
  const queuedBurns = [...ledger.queuedBurns, { updateIntervalId, commitType, lots }]
  return { ...ledger, open, queuedBurns }
}
