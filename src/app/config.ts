import { type Network, resolveNetwork } from '../chain/network'
import type { Environment } from './environment'

/** What the environment decides. */
export interface AppConfig {
  readonly network: Network
  /** Without one, WalletConnect is not offered. */
  readonly walletConnectProjectId: string | undefined
}

/**
 * The app's configuration from checked variables.
 *
 * @param baseUrl Address of the page, which RPC paths are relative to
 * @throws Error for variables that don't go together
 */
export function toConfig(variables: Environment, baseUrl: string): AppConfig {
  const toUrls = (urls: readonly string[] | undefined) =>
    urls?.map((url) => new URL(url, baseUrl).href)
  return {
    network: resolveNetwork({
      chainId: variables.VITE_CHAIN_ID,
      name: variables.VITE_CHAIN_NAME,
      rpcUrls: toUrls(variables.VITE_RPC_URLS),
      poolFactory: variables.VITE_POOL_FACTORY,
      deprecatedFactories: variables.VITE_DEPRECATED_FACTORIES,
      knownPools: variables.VITE_KNOWN_POOLS,
      hiddenPools: variables.VITE_HIDDEN_POOLS,
      isFactoryChecked: variables.VITE_FACTORY_RULE === undefined ? undefined : true,
      extraVerifiedComponents: {
        ...(variables.VITE_KNOWN_FEEDS && { feeds: variables.VITE_KNOWN_FEEDS }),
        ...(variables.VITE_KNOWN_TOKENS && { tokens: variables.VITE_KNOWN_TOKENS }),
        ...(variables.VITE_KNOWN_GOVERNORS && { governors: variables.VITE_KNOWN_GOVERNORS }),
      },
      dollarFeeds: variables.VITE_DOLLAR_FEEDS,
      multicall3: variables.VITE_MULTICALL3,
      explorerUrl: variables.VITE_EXPLORER_URL,
      refreshMs: variables.VITE_REFRESH_MS,
      wsUrl: variables.VITE_WS_URL,
      bridge: {
        ethereumRpcUrls: toUrls(variables.VITE_ETHEREUM_RPC_URLS),
        outbox: variables.VITE_BRIDGE_OUTBOX,
        gateways: variables.VITE_BRIDGE_GATEWAYS,
        tokens: variables.VITE_BRIDGE_TOKENS,
        nativeUsdc: variables.VITE_NATIVE_USDC,
      },
      balancer: {
        vault: variables.VITE_BALANCER_VAULT,
        queries: variables.VITE_BALANCER_QUERIES,
        pools: variables.VITE_BALANCER_POOLS,
      },
      farms: variables.VITE_FARMS,
    }),
    walletConnectProjectId: variables.VITE_WALLETCONNECT_PROJECT_ID,
  }
}
