import { createClient, encodeFunctionData, type Hex, http, parseEventLogs } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { marketOf } from '../../devnet/marketOf'
import { pickMarkets } from '../../devnet/markets'
import { poolKeeperAbi } from '../../devnet/protocolAbi'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { upkeepTransaction } from '../../devnet/transactions'
import { resolveNetwork } from '../chain/network'
import { getPoolRegistry, type PoolRegistry } from '../chain/poolRegistry'
import { getSnapshot } from '../chain/snapshot'
import type { PoolSnapshot } from '../protocol/snapshot'
import { dueUpkeeps } from './dueUpkeeps'
import { movedSpotPrice, poolOutlook } from './outlook'

let devnet: Devnet
let empty: Devnet
let registries: Map<Devnet, PoolRegistry>
let undo: Hex

beforeAll(async () => {
  const markets = pickMarkets('1-ETH/USD+USDC')
  devnet = await startQuietDevnet({ markets })
  empty = await startQuietDevnet({ markets, empty: true })
  registries = new Map()
  for (const chain of [devnet, empty])
    registries.set(chain, await getPoolRegistry(clientOf(chain), networkOf(chain)))
}, 60_000)
afterAll(async () => {
  await Promise.all([devnet?.stop(), empty?.stop()])
})
beforeEach(async () => {
  undo = await devnet.client.snapshot()
})
afterEach(() => devnet.client.revert({ id: undo }))

const clientOf = ({ rpcUrl }: Devnet) =>
  createClient({ transport: http(rpcUrl, { retryCount: 0 }) })

function networkOf({ rpcUrl, deployment: { chainId, contracts } }: Devnet) {
  return resolveNetwork({ chainId, rpcUrls: [rpcUrl], poolFactory: contracts.poolFactory })
}

async function readPool(chain: Devnet): Promise<PoolSnapshot> {
  const registry = registries.get(chain)
  if (registry === undefined) throw new Error('no registry')
  const { pools } = await getSnapshot(clientOf(chain), networkOf(chain), registry, undefined)
  const [pool] = pools
  if (pool === undefined) throw new Error('no pool')
  return pool.snapshot
}

/** The price of gas that keepers are paid by, for all pools. */
async function setKeeperGasPrice(gasPriceWei: bigint): Promise<void> {
  await sendAndWait(devnet.client, {
    from: accountAddress('Deployer'),
    to: devnet.deployment.contracts.poolKeeper,
    data: encodeFunctionData({
      abi: poolKeeperAbi,
      functionName: 'setGasPrice',
      args: [gasPriceWei],
    }),
  })
}

/** Performs the upkeep, and gives what the keeper was paid, settlement units: the event of a refusal names no amount. */
async function performed(chain: Devnet, { pool }: DeployedMarket) {
  const { poolKeeper } = chain.deployment.contracts
  const transaction = upkeepTransaction(accountAddress('Keeper'), poolKeeper, [pool])
  const { logs } = await sendAndWait(chain.client, transaction)
  const events = parseEventLogs({ abi: poolKeeperAbi, logs })
  return {
    isDone: events.some(({ eventName }) => eventName === 'UpkeepSuccessful'),
    paid: events.flatMap((event) => (event.eventName === 'KeeperPaid' ? event.args.reward : [])),
    isRefused: events.some(({ eventName }) => eventName === 'KeeperPaymentError'),
  }
}

it('a pool that holds less than the reward pays nothing, loses nothing, and promises none', async () => {
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  // A million gwei: about 300 ETH an upkeep, more than both sides hold.
  await setKeeperGasPrice(10n ** 15n)
  await devnet.increaseTime(market.updateIntervalSec)
  const before = await readPool(devnet)
  const due = dueUpkeeps(before, Number(before.timestampSec))
  expect(due).toMatchObject({ rewardEstimate: 0n, isUnpaid: true })
  const [projected] = poolOutlook(before, movedSpotPrice(before, 0), 1).upkeeps
  expect(projected?.keeperPayment).toBe(0n)

  expect(await performed(devnet, market)).toEqual({ isDone: true, paid: [], isRefused: true })
  const after = await readPool(devnet)
  expect([after.longBalance, after.shortBalance]).toEqual([
    projected?.pool.longBalance,
    projected?.pool.shortBalance,
  ])
})

it('a pool that holds more pays about what it promises', async () => {
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  await devnet.increaseTime(market.updateIntervalSec)
  const before = await readPool(devnet)
  const due = dueUpkeeps(before, Number(before.timestampSec))
  const { paid, isRefused } = await performed(devnet, market)
  expect(isRefused).toBe(false)
  expect(Number(paid[0]) / Number(due?.rewardEstimate)).toBeCloseTo(1, 0)
  expect(due?.isUnpaid).toBe(false)
})

it('a pool whose keepers are paid by a gas price of zero pays nothing, and promises none', async () => {
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  await setKeeperGasPrice(0n)
  await devnet.increaseTime(market.updateIntervalSec)
  const before = await readPool(devnet)
  expect(dueUpkeeps(before, Number(before.timestampSec))).toMatchObject({
    rewardEstimate: 0n,
    isUnpaid: false,
  })
  expect(await performed(devnet, market)).toEqual({ isDone: true, paid: [], isRefused: true })
})

it('an empty pool is upkept for nothing, and promises none', async () => {
  const [market] = empty.deployment.markets
  if (market === undefined) throw new Error('no market')
  await empty.increaseTime(market.updateIntervalSec)
  const before = await readPool(empty)
  expect(before.longBalance + before.shortBalance).toBe(0n)
  expect(dueUpkeeps(before, Number(before.timestampSec))).toMatchObject({
    rewardEstimate: 0n,
    isUnpaid: true,
  })
  expect(await performed(empty, market)).toEqual({ isDone: true, paid: [], isRefused: true })
})
