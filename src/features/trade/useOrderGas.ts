import { useQuery } from '@tanstack/react-query'
import { useAccount, useClient } from 'wagmi'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useNetwork } from '../../data/NetworkContext'
import { estimateOrderGas, type OrderGas } from '../../flows/estimateGas'
import { commitIntent, isApprovalNeeded } from './commitIntent'
import type { LiveOrder } from './useOrder'

const REFRESH_MS = 20_000

/** The estimated network fee of an order's transactions; undefined while it cannot be known. */
export function useOrderGas(
  pool: PoolAtBlock,
  order: LiveOrder,
  autoClaimWei: bigint,
): OrderGas | undefined {
  const { chain } = useNetwork()
  const client = useClient({ chainId: chain.id })
  const { address: account } = useAccount()
  const { amount, available, legs } = order
  const isAffordable = amount.ok && available !== undefined && amount.value <= available
  const needsApproval = isApprovalNeeded(pool, legs)
  const shape = legs.map((leg) => `${leg.commitType}${leg.fromAggregateBalance}`).join()
  const { data } = useQuery({
    // The gas of a commit barely depends on its amount: typing asks nothing.
    queryKey: ['orderGas', pool.facts.address, account, shape, needsApproval, autoClaimWei > 0n],
    queryFn: () => {
      if (client === undefined || account === undefined) throw new Error('No account')
      const intent = commitIntent(pool, order, { approval: 'exact', autoClaimWei, block: 0n })
      return estimateOrderGas(client, intent, account, needsApproval)
    },
    enabled: client !== undefined && account !== undefined && isAffordable,
    retry: false,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  })
  return data
}
