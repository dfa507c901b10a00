import { createTestClient, defineChain, http, publicActions, walletActions } from 'viem'
import { MULTICALL3_ADDRESS } from './multicall3'

/**
 * A viem client of the devnet: public, wallet and test actions in one. Transactions go from
 * anvil's unlocked accounts: pass an address as `account`.
 */
export function createDevnetClient(rpcUrl: string, chainId: number) {
  const chain = defineChain({
    id: chainId,
    name: 'Devnet',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
    contracts: { multicall3: { address: MULTICALL3_ADDRESS } },
  })
  return createTestClient({
    mode: 'anvil',
    chain,
    transport: http(rpcUrl, { retryCount: 0, timeout: 30_000 }),
    pollingInterval: 50,
    cacheTime: 0,
  })
    .extend(publicActions)
    .extend(walletActions)
}

export type DevnetClient = ReturnType<typeof createDevnetClient>
