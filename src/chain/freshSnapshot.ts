import type { QueryClient } from '@tanstack/react-query'
import type { Address, Client } from 'viem'
import type { Network } from './network'
import type { PoolRegistry } from './poolRegistry'
import { newestSnapshot, notBehind, snapshotKey } from './queries'
import { getSnapshot, type Snapshot } from './snapshot'

/** A node that is behind is given this time to catch up, so many times, before it keeps someone from sending. */
const LAG_PAUSE_MS = 500
const MOST_LAGS = 2

/**
 * Refreshes the snapshot that is shown. A refresh that is under way is waited for: on a slow connection it answers sooner
 * than a new one would. One that has failed, and may be waiting to try again, is started again.
 *
 * @returns Undefined where there is none yet
 * @throws RPC errors
 */
export async function refreshSnapshot(
  queries: QueryClient,
  network: Network,
  account: Address | undefined,
): Promise<Snapshot | undefined> {
  const queryKey = snapshotKey(network, account)
  const cancelRefetch = (queries.getQueryState(queryKey)?.fetchFailureCount ?? 0) > 0
  await queries.refetchQueries({ queryKey, exact: true }, { throwOnError: true, cancelRefetch })
  return queries.getQueryData<Snapshot>(queryKey)
}

/**
 * The chain as it is at this moment, for a decision that must not rest on anything older: beside the cache, whatever is on its
 * way there.
 *
 * @throws RPC errors; LaggingRpcError when each answer is older than what was known before the first was asked for
 */
export async function getFreshSnapshot(
  queries: QueryClient,
  client: Client,
  network: Network,
  registry: Pick<PoolRegistry, 'pools'>,
  account: Address,
): Promise<Snapshot> {
  // A refresh may overtake this read; that does not make it any older.
  const newest = newestSnapshot(queries, network)
  for (let lags = 0; ; lags++) {
    const snapshot = await getSnapshot(client, network, registry, account)
    try {
      return notBehind(snapshot, undefined, newest)
    } catch (error) {
      if (lags === MOST_LAGS) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, LAG_PAUSE_MS))
  }
}
