import { type Address, encodeFunctionData, type Hex } from 'viem'
import type { BlockBuilder } from './blockBuilder'
import { Deployer } from './deployer'
import { deployFactory } from './deployFactory'
import type {
  DeployedFeed,
  DeployedToken,
  Deployment,
  FeedName,
  ProtocolContracts,
} from './deployment'
import type { DevnetClient } from './devnetClient'
import { FEED_STAND_IN_CODE } from './feed/feedStandIn'
import type { SettlementSymbol } from './markets'
import { MULTICALL3_ADDRESS, multicall3CreationCode } from './multicall3'
import { priceFeedAbi, tokenAbi } from './protocolAbi'

const TOKEN_DECIMALS: Readonly<Record<SettlementSymbol, number>> = { USDC: 6, BAL: 18 }

/** USD feeds have 8 decimals as Chainlink's do; ETH/BAL has 18 as its ETH-quoted feeds do. */
const FEED_DECIMALS: Readonly<Record<FeedName, number>> = {
  'BTC/USD': 8,
  'ETH/USD': 8,
  'BAL/USD': 8,
  'ETH/BAL': 18,
}

export type Protocol = Pick<Deployment, 'contracts' | 'tokens' | 'feeds'> & {
  /** Price of 1 ETH in each settlement token, as wads; KeeperRewards scales them to decimals. */
  readonly settlementEthOracles: Readonly<Record<SettlementSymbol, Address>>
}

/**
 * Deploys the protocol as published and wires it up as in production: factory, keeper, rewards,
 * automatic claims, invariant check, encoder, tokens, price feeds and Multicall3.
 * Prices are not set yet.
 *
 * @throws Error when a transaction reverts
 */
export async function deployProtocol(
  client: DevnetClient,
  blocks: BlockBuilder,
  timestampSec: number,
): Promise<Protocol> {
  const deployer = new Deployer(blocks, 0)
  const poolSwapLibrary = deployer.deploy('PoolSwapLibrary')
  const factory = deployFactory(deployer, poolSwapLibrary)
  const l2Encoder = deployer.deploy('L2Encoder')
  const multicall3Copy = deployer.deployCode(multicall3CreationCode())

  const tokens = {
    USDC: deployToken(deployer, 'USD Coin (devnet)', 'USDC'),
    BAL: deployToken(deployer, 'Balancer (devnet)', 'BAL'),
  }
  const feeds = {
    'BTC/USD': deployFeed(deployer, 'BTC/USD'),
    'ETH/USD': deployFeed(deployer, 'ETH/USD'),
    'BAL/USD': deployFeed(deployer, 'BAL/USD'),
    'ETH/BAL': deployFeed(deployer, 'ETH/BAL'),
  }
  const ethOracle = (feed: DeployedFeed) =>
    deployer.deploy('ChainlinkOracleWrapper', [feed.address, deployer.address])
  const settlementEthOracles = {
    // One USDC is taken for one dollar.
    USDC: ethOracle(feeds['ETH/USD']),
    BAL: ethOracle(feeds['ETH/BAL']),
  }
  await requireSuccess(client, await blocks.seal(timestampSec))

  const runtimeCode = await client.getCode({ address: multicall3Copy })
  if (runtimeCode === undefined) throw new Error('Multicall3 was not deployed')
  await client.setCode({ address: MULTICALL3_ADDRESS, bytecode: runtimeCode })

  const contracts: ProtocolContracts = {
    ...factory,
    poolSwapLibrary,
    l2Encoder,
    multicall3: MULTICALL3_ADDRESS,
  }
  return { contracts, tokens, feeds, settlementEthOracles }
}

function deployToken(deployer: Deployer, name: string, symbol: SettlementSymbol): DeployedToken {
  const address = deployer.deploy('TestToken', [name, symbol])
  const decimals = TOKEN_DECIMALS[symbol]
  const data = encodeFunctionData({ abi: tokenAbi, functionName: 'setDecimals', args: [decimals] })
  deployer.call(address, data)
  return { address, decimals }
}

/** A stand-in for Chainlink's, which keeps its past as they do: the published TestChainlinkOracle has none. */
function deployFeed(deployer: Deployer, name: FeedName): DeployedFeed {
  const address = deployer.deployRuntime(FEED_STAND_IN_CODE)
  const decimals = FEED_DECIMALS[name]
  const args = [decimals] as const
  deployer.call(
    address,
    encodeFunctionData({ abi: priceFeedAbi, functionName: 'setDecimals', args }),
  )
  return { address, decimals }
}

/** @throws Error naming the first of the transactions that reverted */
async function requireSuccess(client: DevnetClient, hashes: readonly Hex[]): Promise<void> {
  const receipts = await Promise.all(hashes.map((hash) => client.getTransactionReceipt({ hash })))
  const failed = receipts.find((receipt) => receipt.status !== 'success')
  if (failed !== undefined)
    throw new Error(`Transaction ${failed.transactionHash} of the set-up reverted`)
}
