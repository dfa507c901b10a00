import { accountAddress } from './accounts'
import type { BalancerDeployment, Deployment, EthereumDeployment } from './deployment'

/** The variables that point the app at a devnet, for `npm start` and for browser tests alike. */
export function appEnvironment(deployment: Deployment): Record<string, string> {
  const { deprecated, ethereum, balancer, staking } = deployment
  return {
    VITE_CHAIN_ID: String(deployment.chainId),
    VITE_CHAIN_NAME: 'Devnet',
    VITE_RPC_URLS: deployment.rpcUrl,
    VITE_POOL_FACTORY: deployment.contracts.poolFactory,
    ...verifiedComponents(deployment),
    ...(deprecated === undefined ? {} : { VITE_DEPRECATED_FACTORIES: deprecated.poolFactory }),
    VITE_DOLLAR_FEEDS: `${deployment.tokens.BAL.address}:${deployment.feeds['BAL/USD'].address}`,
    VITE_MULTICALL3: deployment.contracts.multicall3,
    // Blocks come each second.
    VITE_REFRESH_MS: '1000',
    ...(ethereum === undefined ? {} : bridgeEnvironment(deployment.tokens, ethereum)),
    ...(balancer === undefined ? {} : balancerEnvironment(balancer)),
    ...(staking === undefined
      ? {}
      : { VITE_FARMS: staking.farms.map(({ address }) => address).join() }),
  }
}

/** What the devnet's own markets are made of: those that strangers make there are told from them by it. */
function verifiedComponents({ feeds, tokens }: Deployment): Record<string, string> {
  const { USDC, BAL } = tokens
  return {
    VITE_FACTORY_RULE: 'create2',
    // Of what markets follow; the others are named with the tokens that they price.
    VITE_KNOWN_FEEDS: (['BTC/USD', 'ETH/USD'] as const)
      .map((name) => `${name}:${feeds[name].address}`)
      .join(),
    VITE_KNOWN_TOKENS: [
      `USDC:${USDC.address}:${feeds['ETH/USD'].address}`,
      `BAL:${BAL.address}:${feeds['ETH/BAL'].address}`,
    ].join(),
    VITE_KNOWN_GOVERNORS: accountAddress('Deployer'),
  }
}

function bridgeEnvironment(
  tokens: Deployment['tokens'],
  { rpcUrl, contracts, tokens: onEthereum, arbitrum }: EthereumDeployment,
): Record<string, string> {
  const pairs = (['USDC', 'BAL'] as const).map((symbol) =>
    [symbol, tokens[symbol].decimals, onEthereum[symbol].address, tokens[symbol].address].join(':'),
  )
  return {
    VITE_ETHEREUM_RPC_URLS: rpcUrl,
    VITE_BRIDGE_OUTBOX: contracts.outbox,
    VITE_BRIDGE_GATEWAYS: arbitrum.gateway,
    VITE_BRIDGE_TOKENS: pairs.join(),
    VITE_NATIVE_USDC: `${arbitrum.nativeUsdc.address}:${tokens.USDC.address}:USDC.e`,
  }
}

function balancerEnvironment({
  vault,
  queries,
  pools,
}: BalancerDeployment): Record<string, string> {
  return {
    VITE_BALANCER_VAULT: vault,
    VITE_BALANCER_QUERIES: queries,
    VITE_BALANCER_POOLS: pools.map(({ address }) => address).join(),
  }
}
