import { useQuery } from '@tanstack/react-query'
import { useClient } from 'wagmi'
import { PAID_CLAIM_GAS } from '../../analytics/claimOffers'
import { useNetwork } from '../../data/NetworkContext'

const REFRESH_MS = 60_000

/** What a claim costs the one who makes it, as far as that is known. */
export interface ClaimCost {
  /** An estimate, in wei at the gas price of the moment. */
  readonly wei: bigint | undefined
  readonly isUnknown: boolean
}

/** @param isWanted Whether it is to be asked for */
export function useClaimCost(isWanted: boolean): ClaimCost {
  const { chain } = useNetwork()
  const client = useClient({ chainId: chain.id })
  const { data, isError } = useQuery({
    queryKey: ['claimCost', chain.id],
    queryFn: async () => {
      if (client === undefined) throw new Error('No RPC client')
      return BigInt(await client.request({ method: 'eth_gasPrice' })) * PAID_CLAIM_GAS
    },
    enabled: isWanted && client !== undefined,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  })
  return { wei: data, isUnknown: data === undefined && isError }
}
