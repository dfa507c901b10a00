import { useQuery } from '@tanstack/react-query'
import { useClient } from 'wagmi'
import { useNetwork } from '../../../data/NetworkContext'

const REFRESH_MS = 60_000

/** The node's gas price, wei; undefined while it is not known. */
export function useGasPrice(): bigint | undefined {
  const { chain } = useNetwork()
  const client = useClient({ chainId: chain.id })
  const { data } = useQuery({
    queryKey: ['gasPrice', chain.id],
    queryFn: async () => {
      if (client === undefined) throw new Error('No RPC client')
      return BigInt(await client.request({ method: 'eth_gasPrice' }))
    },
    enabled: client !== undefined,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  })
  return data
}
