import { type Address, type Client, createClient, type Hex, http, maxUint256 } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import type {
  BalancerDeployment,
  DeployedFarm,
  DeployedMarket,
  StakingDeployment,
} from '../../../devnet/deployment'
import type { Devnet } from '../../../devnet/devnet'
import { pickMarkets } from '../../../devnet/markets'
import { tokenAbi } from '../../../devnet/protocolAbi'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import { type Sender, sendFrom } from '../../../devnet/sendFrom'
import { type BalancerNetwork, resolveBalancer } from '../../chain/balancer/resolveBalancer'
import type { SecondaryPool } from '../../chain/balancer/secondaryPool'
import { type Network, resolveNetwork } from '../../chain/network'
import { getSecondary, type Secondary } from '../../chain/secondary/getSecondary'
import { resolveFarms } from '../../chain/staking/resolveFarms'

/** A devnet with Balancer and farms on which nothing happens on its own, as a test finds it. */
export interface SecondaryDevnet {
  readonly devnet: Devnet
  readonly client: Client
  readonly network: Network
  readonly balancer: BalancerNetwork
  readonly deployed: BalancerDeployment
  readonly staking: StakingDeployment
  market(name: string): DeployedMarket
  /** @throws Error where no farm is in this state */
  farm(state: DeployedFarm['state']): DeployedFarm
  read(account?: Address): Promise<Secondary>
  /** The pool of a market, as the app reads it. */
  pool(market: string, account?: Address): Promise<SecondaryPool>
  sender(name: string): Sender
  /** Gives an account pool tokens of the market maker's, and approves the Vault. */
  fund(account: Sender, token: Address, amount: bigint): Promise<void>
}

/** Starts one for all tests of a file; each finds it as it was. */
export function onSecondaryDevnet(onStart: (started: SecondaryDevnet) => void): void {
  let devnet: Devnet | undefined
  let undo: Hex
  beforeAll(async () => {
    devnet = await startQuietDevnet({
      markets: pickMarkets('1-BTC/USD+USDC', '1-ETH/USD+USDC', '3-BTC/USD+USDC', '5-ETH/USD+BAL'),
      balancer: true,
      staking: true,
      balancerBots: false,
    })
    onStart(describeDevnet(devnet))
  }, 60_000)
  afterAll(() => devnet?.stop())
  beforeEach(async () => {
    if (devnet !== undefined) undo = await devnet.client.snapshot()
  })
  afterEach(async () => {
    await devnet?.client.setAutomine(true)
    await devnet?.client.revert({ id: undo })
  })
}

function describeDevnet(devnet: Devnet): SecondaryDevnet {
  const { deployment } = devnet
  const { balancer: deployed, staking, chainId, rpcUrl, contracts, markets } = deployment
  if (deployed === undefined || staking === undefined) throw new Error('Balancer was not deployed')
  const network = resolveNetwork({
    chainId,
    rpcUrls: [rpcUrl],
    poolFactory: contracts.poolFactory,
    balancer: {
      vault: deployed.vault,
      queries: deployed.queries,
      pools: deployed.pools.map(({ address }) => address),
    },
    farms: staking.farms.map(({ address }) => address),
  })
  const balancer = resolveBalancer(network)
  if (balancer === undefined) throw new Error('no Balancer')
  const client = createClient({ transport: http(rpcUrl, { retryCount: 0 }) })
  const find = <T>(list: readonly T[], isIt: (item: T) => boolean): T => {
    const found = list.find(isIt)
    if (found === undefined) throw new Error('there is none on the devnet')
    return found
  }
  const read = (account?: Address) =>
    getSecondary(client, network, balancer, resolveFarms(network), account)
  const sender = (name: string) => sendFrom(devnet.client, accountAddress(name))
  return {
    devnet,
    client,
    network,
    balancer,
    deployed,
    staking,
    market: (name) => find(markets, (market) => market.name === name),
    farm: (state) => find(staking.farms, (farm) => farm.state === state),
    read,
    async pool(market, account) {
      const { address } = find(deployed.pools, (pool) => pool.market === market)
      return find((await read(account)).pools, (pool) => pool.address === address)
    },
    sender,
    async fund(account, token, amount) {
      await sender('Market maker').call(token, tokenAbi, 'transfer', [account.address, amount])
      await account.call(token, tokenAbi, 'approve', [deployed.vault, maxUint256])
    },
  }
}
