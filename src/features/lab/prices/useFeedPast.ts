import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Address } from 'viem'
import { useClient } from 'wagmi'
import { type FeedPast, readFeedPast } from '../../../chain/feedPast/feedPast'
import { useNetwork } from '../../../data/NetworkContext'

/** Enough for a year at about every four hours; shorter spans are read closer. */
const MAX_ROUNDS = 2_000
const DAY_SEC = 86_400

export interface FeedPastState {
  readonly past: FeedPast | undefined
  /** Rounds read so far. */
  readonly read: number
  readonly isLoading: boolean
  readonly hasFailed: boolean
}

/**
 * The past of a feed, read once for each span.
 *
 * @param feed Undefined for none
 * @param spanSec How far back
 */
export function useFeedPast(feed: Address | undefined, spanSec: number): FeedPastState {
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const [read, setRead] = useState(0)
  const days = Math.ceil(spanSec / DAY_SEC)
  const { data, isFetching, isError } = useQuery({
    queryKey: ['feedPast', network.chain.id, feed, days],
    queryFn: async ({ signal }) => {
      if (client === undefined || feed === undefined) throw new Error('No feed')
      const fromSec = Math.floor(Date.now() / 1_000) - days * DAY_SEC
      const past = await readFeedPast(client, network.multicall3, feed, {
        fromSec,
        maxRounds: MAX_ROUNDS,
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
  }
}
