import type { PoolLedger } from '../../analytics/profit/ledgerState'
import { toPoolLedger } from '../../analytics/profit/poolLedger'
import type { ExecutedInterval } from '../../protocol/snapshot'
import type { AccountPast } from '../commits/accountPast'
import { toAccountEvents } from '../commits/toAccountEvents'
import type { PoolAtBlock } from '../poolAtBlock'
import type { AccountEntry } from './accountEntry'
import type { AccountHistoryState } from './accountHistory'
import { toMoveEvents } from './toMoveEvents'

/** An account's lots in one pool, and how far the past they are made from was read. */
export interface ReadLedger {
  /** Undefined where the RPC does not tell what is needed: prices of an interval, or the fee that a flip has paid. */
  readonly ledger: PoolLedger | undefined
  readonly past: AccountPast
}

/**
 * What an account has put into a pool and taken out, in lots, from its history.
 *
 * @returns Undefined while the pool's past is still being read
 */
export function toReadLedger(
  { entries, reach, headBlock, status }: AccountHistoryState,
  { facts, snapshot }: Pick<PoolAtBlock, 'facts' | 'snapshot'>,
): ReadLedger | undefined {
  const known = reach.get(facts.address.toLowerCase())
  if (known === undefined || headBlock === undefined) return undefined
  if (!known.isWhole && status === 'loading') return undefined
  const pool = facts.address.toLowerCase()
  const own = entries.filter(
    (entry) => entry.pool.toLowerCase() === pool && entry.blockNumber >= known.fromBlock,
  )
  const past = { ...toPast(own), ...known, toBlock: headBlock }
  const executed = new Map<bigint, ExecutedInterval>()
  for (const entry of own)
    if (entry.kind === 'execution' && entry.executed !== undefined)
      executed.set(entry.updateIntervalId, entry.executed)
  // Prices come a moment after the events.
  if (
    status === 'loading' &&
    past.executions.some(({ updateIntervalId }) => !executed.has(updateIntervalId))
  )
    return undefined
  const events = toAccountEvents(past, executed, snapshot.mintingFee)
  return { ledger: events && toPoolLedger(events), past }
}

function toPast(
  entries: readonly AccountEntry[],
): Omit<AccountPast, 'fromBlock' | 'toBlock' | 'isWhole'> {
  return {
    commits: entries.filter((entry) => entry.kind === 'commit'),
    claims: entries.filter(({ kind }) => kind === 'claim'),
    transfers: entries.flatMap((entry) => {
      if (entry.kind !== 'received' && entry.kind !== 'sent') return []
      const { kind, side, tokens, blockNumber, logIndex } = entry
      return side === 'lp' ? [] : [{ kind, side, tokens, blockNumber, logIndex }]
    }),
    moves: entries.flatMap((entry) =>
      toMoveEvents(entry).map((event) => {
        const { blockNumber, logIndex } = entry
        return { blockNumber, logIndex, event }
      }),
    ),
    valuedAt: entries.flatMap((entry) => ('prices' in entry && entry.prices) || []),
    payouts: entries.flatMap((entry) =>
      entry.kind === 'payout' && entry.of !== 'settlement'
        ? [{ ...entry, side: entry.of, tokens: entry.amount }]
        : [],
    ),
    executions: entries.filter((entry) => entry.kind === 'execution'),
  }
}
