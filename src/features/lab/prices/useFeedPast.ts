import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Address } from 'viem'
import { useClient } from 'wagmi'
import { type FeedPast, readFeedPast } from '../../../chain/feedPast/feedPast'
import { useNetwork } from '../../../data/NetworkContext'

/** Two an hour, as far as that is not too much to ask of an RPC. */
const ROUNDS_PER_DAY = 48
const LEAST_ROUNDS = 2_000
const MOST_ROUNDS = 9_000
export const DAY_SEC = 86_400

export interface FeedPastState {
  readonly past: FeedPast | undefined
  /** Rounds read so far. */
  readonly read: number
  readonly isLoading: boolean
  readonly hasFailed: boolean
  readonly retry: () => void
}

/** Days of a past, both counted from 1970 in UTC. */
export interface PastDays {
  readonly from: number
  /** Absent for up to now. */
  readonly to?: number
}

/**
 * The past of a feed, read once for each span of days.
 *
 * @param feed Undefined for none
 */
export function useFeedPast(feed: Address | undefined, { from, to }: PastDays): FeedPastState {
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const [read, setRead] = useState(0)
  const { data, isFetching, isError, refetch } = useQuery({
    queryKey: ['feedPast', network.chain.id, feed, from, to ?? null],
    queryFn: async ({ signal }) => {
      if (client === undefined || feed === undefined) throw new Error('No feed')
      const spanDays = (to ?? Math.ceil(Date.now() / 1_000 / DAY_SEC)) - from
      const past = await readFeedPast(client, network.multicall3, feed, {
        fromSec: from * DAY_SEC,
        ...(to !== undefined && { toSec: to * DAY_SEC }),
        maxRounds: Math.min(MOST_ROUNDS, Math.max(LEAST_ROUNDS, spanDays * ROUNDS_PER_DAY)),
        signal,
        onProgress: setRead,
      })
      return past ?? null
    },
    enabled: client !== undefined && feed !== undefined,
    retry: 1,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return {
    past: data ?? undefined,
    read,
    isLoading: isFetching,
    hasFailed: isError || data === null,
    retry: () => void refetch(),
  }
}
