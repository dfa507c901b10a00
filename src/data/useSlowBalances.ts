import { useQuery } from '@tanstack/react-query'
import type { Address, Client } from 'viem'
import { useClient } from 'wagmi'
import { type Balances, getBalances } from '../chain/bridge/getBalances'
import { useNetwork } from './NetworkContext'
import { useBridge } from './useBridge'

const ONCE_A_MINUTE_MS = 60_000

/** Balances that no one waits for: read at most once a minute, whether it succeeds or not. */
export interface SlowBalances {
  /** Kept while a newer reading fails. */
  readonly balances: Balances | undefined
  /** `off`: there is no one, or nothing, to ask. */
  readonly status: 'off' | 'reading' | 'read' | 'failed'
}

/** An account's ETH and any ERC-20 balances on Ethereum, in one request; `off` where no RPC of Ethereum is configured. */
export function useEthereumBalances(
  account: Address | undefined,
  tokens: readonly Address[],
): SlowBalances {
  const bridge = useBridge()
  const at = { client: bridge?.ethereum, multicall3: bridge?.network.ethereumMulticall3 }
  return useSlowBalances('ethereum', at, account, tokens)
}

/** The same where the pools are, for tokens that the snapshot does not have. */
export function useOtherBalances(
  account: Address | undefined,
  tokens: readonly Address[],
): SlowBalances {
  const { chain, multicall3 } = useNetwork()
  const client = useClient({ chainId: chain.id })
  return useSlowBalances('pools', { client, multicall3 }, account, tokens)
}

function useSlowBalances(
  where: string,
  at: { readonly client: Client | undefined; readonly multicall3: Address | undefined },
  account: Address | undefined,
  tokens: readonly Address[],
): SlowBalances {
  const { chain } = useNetwork()
  const { client, multicall3 } = at
  const isOn =
    client !== undefined && multicall3 !== undefined && account !== undefined && tokens.length > 0
  const { data, isError } = useQuery({
    queryKey: ['slowBalances', chain.id, where, account, ...tokens] as const,
    queryFn: () => {
      if (!isOn) throw new Error('There is nothing to read')
      return getBalances(client, multicall3, account, tokens)
    },
    enabled: isOn,
    structuralSharing: false,
    staleTime: ONCE_A_MINUTE_MS,
    refetchInterval: ONCE_A_MINUTE_MS,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retryOnMount: false,
    retry: false,
  })
  if (!isOn) return { balances: undefined, status: 'off' }
  return { balances: data, status: isError ? 'failed' : data === undefined ? 'reading' : 'read' }
}
