import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Address, Client } from 'viem'
import { useClient } from 'wagmi'
import { getOutboxState, type OutboxState } from '../../chain/bridge/getOutboxState'
import { getWithdrawals, type WithdrawalLog } from '../../chain/bridge/getWithdrawals'
import { classifyRpcError } from '../../chain/classifyRpcError'
import { retryPauseMs } from '../../chain/queries'
import type { BlockStamp } from '../../chain/snapshot'
import { outboxKey, withdrawalsKey } from '../../data/knownWithdrawals'
import { useNetwork } from '../../data/NetworkContext'
import { useBridge } from '../../data/useBridge'

const ONCE_A_MINUTE_MS = 60_000
/** Thirty days at Arbitrum's four blocks a second. */
const BLOCKS_AT_ONCE = 30n * 86_400n * 4n

/** An account's withdrawals, and how far they are loaded. */
export interface LiveWithdrawals {
  readonly log: WithdrawalLog | undefined
  readonly error: Error | null
  /** What was asked for is loading; false while what is shown is only refreshed. */
  readonly isReading: boolean
  /** Loads older ones; undefined when there are none. */
  readonly loadOlder: (() => void) | undefined
  /** The Outbox’s state on Ethereum; undefined where no RPC is configured or none has answered. */
  readonly outbox: OutboxState | undefined
  readonly isOutboxFailing: boolean
}

/** Reads an account's withdrawals from their events: new ones once a minute, older ones on demand. */
export function useWithdrawals(account: Address, head: BlockStamp): LiveWithdrawals {
  const network = useNetwork()
  const bridge = useBridge()
  const client = useClient({ chainId: network.chain.id })
  const queries = useQueryClient()
  const [steps, setSteps] = useState(1n)
  const key = withdrawalsKey(network.chain.id, account)
  const { data, failureReason, isFetching, isPlaceholderData } = useQuery({
    queryKey: [...key, steps] as const,
    queryFn: ({ signal }) => {
      if (client === undefined || bridge === undefined) throw new Error('No bridge is known')
      return getWithdrawals({
        ...{ client, network, account, signal },
        bridge: bridge.network,
        head: head.number,
        reach: head.number - BLOCKS_AT_ONCE * steps,
        known: deepestLog(queries, key),
      })
    },
    enabled: bridge !== undefined,
    placeholderData: keepPreviousData,
    structuralSharing: false,
    staleTime: ONCE_A_MINUTE_MS,
    refetchInterval: ONCE_A_MINUTE_MS,
    retry: (_count, error) => classifyRpcError(error).kind !== 'permanent',
    retryDelay: retryPauseMs,
  })
  const log = data?.account === account ? data : undefined
  const outbox = useOutbox(bridge?.ethereum, log)
  const isAtEnd =
    bridge === undefined || log === undefined || log.fromBlock <= bridge.network.firstBlock
  return {
    log,
    error: failureReason,
    isReading: isFetching && (data === undefined || isPlaceholderData),
    loadOlder: isAtEnd ? undefined : () => setSteps((count) => count + 1n),
    outbox: outbox.data,
    isOutboxFailing: outbox.isError,
  }
}

/** The withdrawals' state on Ethereum: once a minute, and only when there are some. */
function useOutbox(ethereum: Client | undefined, log: WithdrawalLog | undefined) {
  const network = useNetwork()
  const bridge = useBridge()
  const arbitrum = useClient({ chainId: network.chain.id })
  const positions = log?.withdrawals.map(({ position }) => position) ?? []
  return useQuery({
    queryKey: [...outboxKey(network.chain.id), ...positions] as const,
    queryFn: ({ signal }) => {
      if (ethereum === undefined || arbitrum === undefined || bridge === undefined)
        throw new Error('Ethereum is not read')
      return getOutboxState(ethereum, arbitrum, bridge.network, positions, signal)
    },
    enabled: ethereum !== undefined && positions.length > 0,
    structuralSharing: false,
    staleTime: ONCE_A_MINUTE_MS,
    refetchInterval: ONCE_A_MINUTE_MS,
    retryOnMount: false,
    retry: false,
  })
}

/** The log read so far that goes back the furthest. */
function deepestLog(queries: QueryClient, key: readonly unknown[]): WithdrawalLog | undefined {
  return queries
    .getQueriesData<WithdrawalLog>({ queryKey: key })
    .map(([, log]) => log)
    .reduce(
      (a, b) => (b !== undefined && (a === undefined || b.fromBlock < a.fromBlock) ? b : a),
      undefined,
    )
}
