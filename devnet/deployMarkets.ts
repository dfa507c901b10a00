import { type Address, encodeFunctionData } from 'viem'
import type { Deployer } from './deployer'
import type { DeployedMarket, FeedName } from './deployment'
import type { Protocol } from './deployProtocol'
import type { DevnetClient } from './devnetClient'
import type { MarketSpec } from './markets'
import { leveragedPoolAbi, poolFactoryAbi } from './protocolAbi'

/** The name that `deployPool` wants: the factory puts the leverage and a hyphen in front. */
function poolTicker(market: MarketSpec): string {
  return market.name.slice(market.name.indexOf('-') + 1)
}

/**
 * Queues one market: its own oracle wrapper, since the factory derives the pool's address from
 * leverage, settlement token and wrapper, and then the pool.
 */
export function queueMarket(
  deployer: Deployer,
  protocol: Protocol,
  market: MarketSpec,
  gas?: bigint,
): void {
  const { contracts, feeds, tokens, settlementEthOracles } = protocol
  const feed = feeds[feedOf(market)].address
  const spot = deployer.deploy('ChainlinkOracleWrapper', [feed, deployer.address])
  const { oracle } = market
  const oracleWrapper =
    oracle.kind === 'spot'
      ? spot
      : deployer.deploy('SMAOracle', [
          spot,
          BigInt(oracle.samples),
          BigInt(oracle.sampleIntervalSec),
          deployer.address,
          contracts.poolKeeper,
          deployer.address,
        ])
  const data = encodeFunctionData({
    abi: poolFactoryAbi,
    functionName: 'deployPool',
    args: [
      {
        poolName: poolTicker(market),
        frontRunningInterval: market.frontRunningIntervalSec,
        updateInterval: market.updateIntervalSec,
        leverageAmount: market.leverage,
        settlementToken: tokens[market.settlement].address,
        oracleWrapper,
        settlementEthOracle: settlementEthOracles[market.settlement],
        feeController: deployer.address,
        mintingFee: market.mintingFeeWad,
        changeInterval: market.changeIntervalWad,
        burningFee: market.burningFeeWad,
      },
    ],
  })
  deployer.call(contracts.poolFactory, data, gas)
}

/** The feed a market follows. */
function feedOf(market: MarketSpec): FeedName {
  return `${market.symbol}/USD`
}

/**
 * Reads the addresses of markets from the chain, by the factory's order of deployment.
 *
 * @param first Index in the factory of the first of `markets`
 */
export async function readMarkets(
  client: DevnetClient,
  poolFactory: Address,
  markets: readonly MarketSpec[],
  first = 0,
): Promise<readonly DeployedMarket[]> {
  const pools = await client.multicall({
    allowFailure: false,
    contracts: markets.map(
      (_, index) =>
        ({
          address: poolFactory,
          abi: poolFactoryAbi,
          functionName: 'pools',
          args: [BigInt(first + index)],
        }) as const,
    ),
  })
  return Promise.all(
    markets.map(async (market, index) => {
      const pool = pools[index]
      if (pool === undefined) throw new Error(`${market.name} was not deployed`)
      return readMarket(client, market, pool)
    }),
  )
}

async function readMarket(
  client: DevnetClient,
  market: MarketSpec,
  pool: Address,
): Promise<DeployedMarket> {
  const call = { address: pool, abi: leveragedPoolAbi } as const
  const [name, committer, tokens, settlementToken, oracleWrapper] = await client.multicall({
    allowFailure: false,
    contracts: [
      { ...call, functionName: 'poolName' },
      { ...call, functionName: 'poolCommitter' },
      { ...call, functionName: 'poolTokens' },
      { ...call, functionName: 'settlementToken' },
      { ...call, functionName: 'oracleWrapper' },
    ],
  })
  if (name !== market.name) throw new Error(`Expected ${market.name}, the chain has ${name}`)
  return {
    name,
    pool,
    committer,
    longToken: tokens[0],
    shortToken: tokens[1],
    settlementToken,
    settlementSymbol: market.settlement,
    oracleWrapper,
    oracleKind: market.oracle.kind,
    feed: feedOf(market),
    leverage: market.leverage,
    updateIntervalSec: market.updateIntervalSec,
    frontRunningIntervalSec: market.frontRunningIntervalSec,
  }
}
