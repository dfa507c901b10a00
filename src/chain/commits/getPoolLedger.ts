import type { Address, Client } from 'viem'
import { type PoolLedger, toPoolLedger } from '../../analytics/profit/poolLedger'
import type { Network } from '../network'
import type { PoolAtBlock } from '../poolAtBlock'
import { type AccountPast, getAccountPast } from './getAccountPast'
import { getExecutedIntervals } from './getExecution'
import { toAccountEvents } from './toAccountEvents'

/** An account's lots in one pool, and how far the past they are made from was read. */
export interface ReadLedger {
  /** Undefined where the RPC does not tell what is needed: prices of an interval, or the fee that a flip has paid. */
  readonly ledger: PoolLedger | undefined
  readonly past: AccountPast
}

/**
 * What an account has put into a pool and taken out, in lots, from its own events.
 *
 * @param headBlock The block that `pool` was read at
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function getPoolLedger(
  client: Client,
  network: Network,
  { facts, snapshot }: Pick<PoolAtBlock, 'facts' | 'snapshot'>,
  account: Address,
  headBlock: bigint,
  signal: AbortSignal,
): Promise<ReadLedger> {
  const past = await getAccountPast(client, network, facts, account, headBlock, signal)
  const ids = past.executions.map(({ updateIntervalId }) => updateIntervalId)
  const intervals = await getExecutedIntervals(
    client,
    network,
    ids.map((updateIntervalId) => ({ facts, updateIntervalId })),
  )
  const executed = new Map(
    intervals.flatMap((interval) =>
      interval === undefined ? [] : [[interval.updateIntervalId, interval] as const],
    ),
  )
  const events = toAccountEvents(past, executed, snapshot.mintingFee)
  return { ledger: events && toPoolLedger(events), past }
}
