import { useQuery } from '@tanstack/react-query'
import { useClient } from 'wagmi'
import { getBlockHeader } from '../chain/history/blockHeader'
import { useNetwork } from './NetworkContext'

/** When a block was, Unix seconds; undefined without a block, and until it is read. */
export function useBlockTime(block: bigint | undefined): bigint | undefined {
  const { chain } = useNetwork()
  const client = useClient({ chainId: chain.id })
  return useQuery({
    queryKey: ['blockTime', chain.id, block?.toString()],
    queryFn: async ({ signal }) => {
      if (client === undefined || block === undefined) throw new Error('There is no block to read')
      return (await getBlockHeader(client, block, signal)).timestampSec
    },
    enabled: client !== undefined && block !== undefined,
  }).data
}
