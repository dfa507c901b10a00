import { useQuery } from '@tanstack/react-query'
import { useClient } from 'wagmi'
import { computeLpFees, type LpFees } from '../../analytics/secondary/lpFees'
import { readLpEvents } from '../../chain/balancer/readLpEvents'
import { resolveBalancer } from '../../chain/balancer/resolveBalancer'
import { getBlockHeader } from '../../chain/history/blockHeader'
import { historyLimits } from '../../chain/history/historyNetwork'
import type { Secondary } from '../../chain/secondary/getSecondary'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useSecondary } from '../../data/useSecondary'
import type { LiquidityPool } from './liquidityPool'
import { farmsOfLp, stakedLp } from './stakedLp'

/** Swap fees over the blocks that were read. */
interface ReadFees {
  readonly fees: LpFees
  readonly fromBlock: bigint
  readonly fromSec: bigint
  readonly toBlock: bigint
}

/** The pool's swap fees and the account's part, read once when the page is opened: a few requests for events. */
export function useLpFees(
  pool: LiquidityPool,
  farms: Secondary['farms'],
): {
  readonly read: ReadFees | undefined
  readonly error: Error | null
  readonly retry: () => void
} {
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const { account } = useSnapshot()
  // While the account's part is on its way, it stands at nothing.
  const { isKnown } = useSecondary()
  const { lp, block } = pool
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['lpFees', network.chain.id, lp.id, account],
    queryFn: async ({ signal }): Promise<ReadFees> => {
      const balancer = resolveBalancer(network)
      if (client === undefined || balancer === undefined) throw new Error('Nothing to read')
      const range = { fromBlock: historyLimits(network.chain.id).firstBlock, toBlock: block }
      const { vault } = balancer
      const { events, fromBlock } = await readLpEvents({ client, vault, pool: lp, range, signal })
      const owner =
        account === undefined
          ? undefined
          : { account, farms: farmsOfLp(lp, farms).map(({ address }) => address) }
      const own = account === undefined ? 0n : lp.held + stakedLp(lp, farms)
      const { totalSupply, swapFeeWad } = lp
      const fees = computeLpFees(events, { totalSupply, swapFeeWad, own }, owner)
      const since = fees.knownFrom ?? fromBlock
      const { timestampSec } = await getBlockHeader(client, since, signal)
      return { fees, fromBlock: since, fromSec: timestampSec, toBlock: block }
    },
    enabled: isKnown,
    structuralSharing: false,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return { read: data, error: isFetching ? null : error, retry: () => void refetch() }
}
