import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useClient } from 'wagmi'
import { getExecutedIntervals, type IntervalOfPool } from '../../chain/commits/getExecution'
import { useNetwork } from '../../data/NetworkContext'
import type { ExecutedInterval } from '../../protocol/snapshot'
import type { Order } from './executedOrders'

/** The prices that orders were executed at, by committer and interval. */
export type ExecutedIntervals = ReadonlyMap<string, ReadonlyMap<bigint, ExecutedInterval>>

/** Reads what the committers remember of the orders' intervals, in one call; undefined until it has come. */
export function useExecutedIntervals(orders: readonly Order[]) {
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const wanted = useMemo(() => {
    const intervals = new Map<string, IntervalOfPool>()
    for (const { pool, commits } of orders)
      for (const { updateIntervalId } of commits)
        intervals.set(`${pool.facts.committer}:${updateIntervalId}`, {
          facts: pool.facts,
          updateIntervalId,
        })
    return intervals
  }, [orders])
  return useQuery({
    queryKey: ['executedIntervals', network.chain.id, [...wanted.keys()].join()],
    queryFn: async (): Promise<ExecutedIntervals> => {
      if (client === undefined) throw new Error('No RPC client')
      const intervals = [...wanted.values()]
      const answers = await getExecutedIntervals(client, network, intervals)
      const read = new Map<string, Map<bigint, ExecutedInterval>>()
      intervals.forEach(({ facts: { committer } }, index) => {
        const answer = answers[index]
        if (answer === undefined) return
        const ofPool = read.get(committer) ?? new Map<bigint, ExecutedInterval>()
        read.set(committer, ofPool.set(answer.updateIntervalId, answer))
      })
      return read
    },
    enabled: wanted.size > 0,
    structuralSharing: false,
    placeholderData: (before: ExecutedIntervals | undefined) => before,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
