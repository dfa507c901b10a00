import { fallback, http } from 'viem'
import { type Config, createConfig } from 'wagmi'
import { RPC_TIMEOUT_MS } from '../../chain/network'
import type { AppConfig } from '../config'

/**
 * wagmi over the configured RPCs, with the wallets that announce themselves (EIP-6963).
 * RainbowKit's own connectors are added when its code is loaded: see `addConnectors`.
 */
export function createWagmiConfig({ network }: AppConfig): Config {
  return createConfig({
    chains: [network.chain],
    connectors: [],
    multiInjectedProviderDiscovery: true,
    transports: {
      [network.chain.id]: fallback(
        // One try each: the next address is asked at once, and the refresh itself is what tries again.
        network.rpcUrls.map((url) => http(url, { retryCount: 0, timeout: RPC_TIMEOUT_MS })),
        { retryCount: 0 },
      ),
    },
  })
}
