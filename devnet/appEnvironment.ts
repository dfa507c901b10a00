import type { Deployment } from './deployment'

/** The variables that point the app at a devnet, for `npm start` and for browser tests alike. */
export function appEnvironment(deployment: Deployment): Record<string, string> {
  const { deprecated } = deployment
  return {
    VITE_CHAIN_ID: String(deployment.chainId),
    VITE_CHAIN_NAME: 'Devnet',
    VITE_RPC_URLS: deployment.rpcUrl,
    VITE_POOL_FACTORY: deployment.contracts.poolFactory,
    ...(deprecated === undefined ? {} : { VITE_DEPRECATED_FACTORIES: deprecated.poolFactory }),
    VITE_DOLLAR_FEEDS: `${deployment.tokens.BAL.address}:${deployment.feeds['BAL/USD'].address}`,
    VITE_MULTICALL3: deployment.contracts.multicall3,
    // Blocks come each second.
    VITE_REFRESH_MS: '1000',
  }
}
