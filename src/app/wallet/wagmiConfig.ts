import { type Config, createConfig } from 'wagmi'
import { rpcTransport } from '../../chain/rpcTransport'
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
      [network.chain.id]: rpcTransport(network.rpcUrls),
    },
  })
}
