import { type Config, createConfig, injected } from 'wagmi'
import { rpcTransport } from '../../chain/rpcTransport'
import type { AppConfig } from '../config'
import { lastWallet } from './lastWallet'
import { walletStorage } from './walletStorage'

/**
 * wagmi over the configured RPCs, with the wallets that announce themselves (EIP-6963), and with an old one that does not,
 * where it was the last one here. RainbowKit's own connectors are added when its code is loaded: see `addConnectors`.
 */
export function createWagmiConfig({ network }: AppConfig): Config {
  return createConfig({
    chains: [network.chain],
    connectors: lastWallet() === 'injected' ? [legacyWallet()] : [],
    multiInjectedProviderDiscovery: true,
    storage: walletStorage(),
    transports: {
      [network.chain.id]: rpcTransport(network.rpcUrls),
    },
  })
}

/** `window.ethereum`, by the id that RainbowKit's connector for it has. */
function legacyWallet() {
  return injected({
    target: () => ({
      id: 'injected',
      name: 'Browser wallet',
      provider: (page) => page?.ethereum,
    }),
  })
}
