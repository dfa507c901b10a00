import { type Abi, type Address, encodeFunctionData, getAddress, type Hex } from 'viem'
import { loadArtifact } from '../devnet/artifacts'
import type { Chain, Receipt } from './chain'
import { deploy } from './deploy'

/** The contracts that all pools share. */
export interface Deployment {
  readonly owner: Address
  readonly library: Address
  readonly factory: Address
  readonly keeper: Address
  readonly keeperRewards: Address
  readonly autoClaim: Address
  readonly invariantCheck: Address
}

/** What a pool of a random walk is made with. */
export interface PoolParameters {
  readonly leverage: number
  readonly updateIntervalSec: number
  readonly frontRunningIntervalSec: number
  /** Wad. */
  readonly mintingFeeWad: bigint
  /** Wad. */
  readonly burningFeeWad: bigint
  /** Wad. */
  readonly changeIntervalWad: bigint
  /** Wad, of a year. */
  readonly annualFeeWad: bigint
  readonly secondaryFeeSplitPercent: number
  readonly settlementDecimals: number
  /** Wad. */
  readonly firstPriceWad: bigint
  readonly sma?: { readonly numPeriods: number; readonly updateIntervalSec: number }
  /** Settlement tokens per ETH, wad. */
  readonly settlementEthPriceWad: bigint
}

/** Addresses of one pool and what belongs to it. */
export interface DeployedPool {
  readonly pool: Address
  readonly committer: Address
  readonly longToken: Address
  readonly shortToken: Address
  readonly settlementToken: Address
  /** The Chainlink-like feed, 18 decimals, whose price a walk sets. */
  readonly feed: Address
  readonly spotWrapper: Address
  readonly oracle: Address
}

/** Deploys library, factory, keeper and the rest from account 0. */
export async function deployProtocol(chain: Chain): Promise<Deployment> {
  const owner = chain.accounts[0] as Address
  const { rpc } = chain
  const library = await deploy(rpc, owner, loadArtifact('PoolSwapLibrary'))
  const linked = (name: string) => loadArtifact(name, library)
  const factory = await deploy(rpc, owner, linked('PoolFactory'), [owner, owner])
  const keeper = await deploy(rpc, owner, loadArtifact('PoolKeeper'), [factory])
  const keeperRewards = await deploy(rpc, owner, linked('KeeperRewards'), [keeper])
  const autoClaim = await deploy(rpc, owner, loadArtifact('AutoClaim'), [factory])
  const invariantCheck = await deploy(rpc, owner, loadArtifact('InvariantCheck'), [factory])
  const set = (to: Address, signature: string, address: Address) =>
    chain.mustTransact(owner, { to, signature, args: [address] })
  await set(factory, 'setPoolKeeper(address)', keeper)
  await set(factory, 'setAutoClaim(address)', autoClaim)
  await set(factory, 'setInvariantCheck(address)', invariantCheck)
  await set(keeper, 'setKeeperRewards(address)', keeperRewards)
  return { owner, library, factory, keeper, keeperRewards, autoClaim, invariantCheck }
}

/** Deploys a token, a feed, an oracle and a pool on them. */
export async function deployPool(
  chain: Chain,
  deployment: Deployment,
  parameters: PoolParameters,
): Promise<DeployedPool> {
  const { owner, factory, keeper } = deployment
  const { rpc } = chain
  const settlementToken = await deploy(rpc, owner, loadArtifact('TestToken'), ['USD', 'USD'])
  await chain.mustTransact(owner, {
    to: settlementToken,
    signature: 'setDecimals(uint8)',
    args: [BigInt(parameters.settlementDecimals)],
  })
  const feed = await deployFeed(chain, owner, parameters.firstPriceWad)
  const ethFeed = await deployFeed(chain, owner, parameters.settlementEthPriceWad)
  const wrap = loadArtifact('ChainlinkOracleWrapper')
  const spotWrapper = await deploy(rpc, owner, wrap, [feed, owner])
  const ethWrapper = await deploy(rpc, owner, wrap, [ethFeed, owner])
  const { sma } = parameters
  const oracle =
    sma === undefined
      ? spotWrapper
      : await deploy(rpc, owner, loadArtifact('SMAOracle'), [
          spotWrapper,
          sma.numPeriods,
          sma.updateIntervalSec,
          owner,
          keeper,
          owner,
        ])

  const fees: [string, bigint][] = [
    ['setFee(uint256)', parameters.annualFeeWad],
    ['setSecondaryFeeSplitPercent(uint256)', BigInt(parameters.secondaryFeeSplitPercent)],
  ]
  for (const [signature, value] of fees)
    await chain.mustTransact(owner, { to: factory, signature, args: [value] })
  const { abi } = loadArtifact('PoolFactory', deployment.library)
  const data = encodeFunctionData({
    abi: abi as Abi,
    functionName: 'deployPool',
    args: [
      {
        poolName: 'TEST',
        frontRunningInterval: parameters.frontRunningIntervalSec,
        updateInterval: parameters.updateIntervalSec,
        leverageAmount: parameters.leverage,
        settlementToken,
        oracleWrapper: oracle,
        settlementEthOracle: ethWrapper,
        feeController: owner,
        mintingFee: parameters.mintingFeeWad,
        changeInterval: parameters.changeIntervalWad,
        burningFee: parameters.burningFeeWad,
      },
    ],
  })
  const pool = poolOf(await sendData(chain, owner, factory, data), factory)
  const [committer, longToken, shortToken] = await chain.read([
    { to: pool, signature: 'poolCommitter()' },
    { to: pool, signature: 'tokens(uint256)', args: [0n] },
    { to: pool, signature: 'tokens(uint256)', args: [1n] },
  ])
  return {
    pool,
    committer: toAddress(committer?.[0]),
    longToken: toAddress(longToken?.[0]),
    shortToken: toAddress(shortToken?.[0]),
    settlementToken,
    feed,
    spotWrapper,
    oracle,
  }
}

async function deployFeed(chain: Chain, owner: Address, priceWad: bigint): Promise<Address> {
  const feed = await deploy(chain.rpc, owner, loadArtifact('TestChainlinkOracle'))
  await chain.mustTransact(owner, { to: feed, signature: 'setDecimals(uint8)', args: [18n] })
  await chain.mustTransact(owner, { to: feed, signature: 'setPrice(int256)', args: [priceWad] })
  return feed
}

async function sendData(chain: Chain, from: Address, to: Address, data: Hex): Promise<Receipt> {
  const transaction = { from, to, data, gas: '0xf42400' }
  const hash = await chain.rpc.send<Hex>('eth_sendTransaction', [transaction])
  const receipt = await chain.rpc.receipt<Receipt>(hash)
  if (receipt.status === '0x1') return receipt
  const [reply] = await chain.rpc.batch([{ method: 'eth_call', params: [transaction, 'latest'] }])
  throw new Error(`Transaction reverted: ${JSON.stringify(reply?.error)}`)
}

/** The pool's address stands in the factory's `DeployPool` event. */
function poolOf(receipt: Receipt, factory: Address): Address {
  const event = receipt.logs
    .filter((log) => log.address.toLowerCase() === factory.toLowerCase())
    .find((log) => log.topics.length === 2)
  return toAddress(BigInt(event?.topics[1] ?? 0n))
}

/** The address in a word. */
export function toAddress(word: bigint | undefined): Address {
  return getAddress(`0x${(word ?? 0n).toString(16).padStart(40, '0')}`)
}
