import type { QueryClient } from '@tanstack/react-query'
import type { Address } from 'viem'
import type { OutboxState } from '../chain/bridge/getOutboxState'
import type { WithdrawalLog } from '../chain/bridge/getWithdrawals'

/** Where an account's withdrawals are kept once the bridge page has read them. */
export function withdrawalsKey(chainId: number, account: Address) {
  return ['withdrawals', chainId, account] as const
}

/** Where their state on Ethereum is kept. */
export function outboxKey(chainId: number) {
  return ['outbox', chainId] as const
}

/**
 * Withdrawals that can be claimed by what was read last. Asks no one.
 *
 * @returns Their numbers in the outbox; undefined where they or Ethereum were not read
 */
export function readyWithdrawals(
  queries: QueryClient,
  chainId: number,
  account: Address,
): readonly string[] | undefined {
  const logs = queries.getQueriesData<WithdrawalLog>({ queryKey: withdrawalsKey(chainId, account) })
  const [newest] = queries
    .getQueryCache()
    .findAll({ queryKey: outboxKey(chainId) })
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  const outbox = newest?.state.data as OutboxState | undefined
  const confirmed = outbox?.confirmedBlock
  if (outbox === undefined || confirmed === undefined) return undefined
  const positions = logs.flatMap(([, log]) =>
    (log?.withdrawals ?? [])
      .filter(
        ({ position, blockNumber }) => !outbox.spent.has(position) && blockNumber <= confirmed,
      )
      .map(({ position }) => position.toString()),
  )
  return [...new Set(positions)]
}
