import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Address, Hex } from 'viem'
import type { DevnetAccount } from './accounts'
import type { SettlementSymbol } from './markets'

/** Names of the price feeds, as Chainlink calls them. */
export type FeedName = 'BTC/USD' | 'ETH/USD' | 'BAL/USD' | 'ETH/BAL'

export interface DeployedToken {
  readonly address: Address
  readonly decimals: number
}

export interface DeployedFeed {
  readonly address: Address
  readonly decimals: number
}

export interface ProtocolContracts {
  readonly poolFactory: Address
  readonly poolKeeper: Address
  readonly autoClaim: Address
  readonly poolSwapLibrary: Address
  readonly l2Encoder: Address
  readonly keeperRewards: Address
  readonly invariantCheck: Address
  readonly multicall3: Address
}

export interface DeployedMarket {
  readonly name: string
  readonly pool: Address
  readonly committer: Address
  readonly longToken: Address
  readonly shortToken: Address
  readonly settlementToken: Address
  readonly settlementSymbol: SettlementSymbol
  readonly oracleWrapper: Address
  readonly oracleKind: 'spot' | 'sma'
  readonly feed: FeedName
  readonly leverage: number
  readonly updateIntervalSec: number
  readonly frontRunningIntervalSec: number
}

/** A factory that has been replaced, and its one market. */
export interface DeprecatedDeployment {
  readonly poolFactory: Address
  readonly poolKeeper: Address
  readonly market: DeployedMarket
}

/** Genuine contracts on a feed that their creator writes. */
export interface Impostor {
  readonly market: DeployedMarket
  readonly feed: DeployedFeed
}

/** The bridge's contracts on Ethereum. */
export interface BridgeContracts {
  readonly bridge: Address
  readonly inbox: Address
  readonly outbox: Address
  readonly gatewayRouter: Address
  readonly gateway: Address
}

/** An Ethereum beside the devnet, and the bridge between them. */
export interface EthereumDeployment {
  readonly chainId: number
  readonly rpcUrl: string
  readonly multicall3: Address
  /** What the pools' tokens are there. */
  readonly tokens: Readonly<Record<SettlementSymbol, DeployedToken>>
  readonly contracts: BridgeContracts
  /** The bridge's part on the devnet itself. */
  readonly arbitrum: {
    readonly gateway: Address
    /** Called USDC too; no pool takes it. */
    readonly nativeUsdc: DeployedToken
  }
}

/** A weighted pool of Balancer's. */
export interface DeployedBalancerPool {
  readonly name: string
  /** The market whose long and short tokens are in it; none for the pool that only serves as a hop. */
  readonly market?: string
  readonly address: Address
  readonly id: Hex
  /** In the Vault's order. */
  readonly tokens: readonly Address[]
  /** As fractions, in the same order. */
  readonly weights: readonly number[]
}

/** Balancer's contracts, and pools of the markets' tokens. */
export interface BalancerDeployment {
  readonly vault: Address
  readonly queries: Address
  /** Tokens that only pools of Balancer's hold. */
  readonly tokens: Readonly<Record<'WETH' | 'WBTC', DeployedToken>>
  readonly pools: readonly DeployedBalancerPool[]
}

/** A contract that pays rewards for staked tokens. */
export interface DeployedFarm {
  readonly name: string
  readonly address: Address
  readonly stakingToken: Address
  readonly rewardToken: Address
  /** `unfunded`: it owes rewards that it no longer holds. */
  readonly state: 'running' | 'ended' | 'unfunded' | 'paused'
}

export interface StakingDeployment {
  readonly rewardToken: DeployedToken
  readonly farms: readonly DeployedFarm[]
}

/** Everything that the app and the tests need to know about a running devnet. */
export interface Deployment {
  readonly chainId: number
  readonly rpcUrl: string
  readonly seed: number
  readonly contracts: ProtocolContracts
  readonly tokens: Readonly<Record<SettlementSymbol, DeployedToken>>
  readonly feeds: Readonly<Record<FeedName, DeployedFeed>>
  readonly markets: readonly DeployedMarket[]
  /** There when it was asked for. */
  readonly deprecated?: DeprecatedDeployment
  /** There when they were asked for; not among `markets`. */
  readonly hostile?: readonly DeployedMarket[]
  /** The same of pools whose contracts attack their readers. */
  readonly hostileContracts?: readonly DeployedMarket[]
  /** A market of a stranger's that looks like one of `markets`; there when it was asked for. */
  readonly impostor?: Impostor
  /** There when it was asked for. */
  readonly ethereum?: EthereumDeployment
  /** There when it was asked for. */
  readonly balancer?: BalancerDeployment
  /** There when it was asked for. */
  readonly staking?: StakingDeployment
  readonly accounts: readonly DevnetAccount[]
}

/** Where a devnet started from the command line leaves its addresses. */
export const DEPLOYMENT_FILE = '.devnet/deployment.json'

/**
 * Reads the addresses of the running devnet.
 *
 * @throws Error saying how to start one, when there is none, or when the file cannot be read
 */
export function readDeployment(file: string = DEPLOYMENT_FILE): Deployment {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new Error(`No devnet is running (${file} is not there). Start one: npm run devnet`)
  }
  try {
    return JSON.parse(text) as Deployment
  } catch {
    throw new Error(`${file} is damaged. Remove it and start the devnet again: npm run devnet`)
  }
}

/** Writes the file in one step, so that no reader ever sees half of it. */
export function writeDeployment(deployment: Deployment, file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.tmp`
  writeFileSync(draft, `${JSON.stringify(deployment, null, 2)}\n`)
  renameSync(draft, file)
}

/** Removes the file if it is still that of the devnet at `rpcUrl`; another may have replaced it. */
export function removeDeployment(file: string, rpcUrl: string): void {
  try {
    if (readDeployment(file).rpcUrl === rpcUrl) rmSync(file)
  } catch {
    // Already gone.
  }
}
