import {
  type Address,
  createClient,
  encodeFunctionData,
  http,
  parseAbi,
  parseEventLogs,
  parseUnits,
} from 'viem'
import { readContract } from 'viem/actions'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { pauseContract, sendAndWait } from '../../../devnet/controls'
import type { DeployedMarket } from '../../../devnet/deployment'
import type { Devnet } from '../../../devnet/devnet'
import { marketOf } from '../../../devnet/marketOf'
import { pickMarkets } from '../../../devnet/markets'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import {
  approveTransaction,
  claimTransaction,
  commitTransaction,
  upkeepTransaction,
} from '../../../devnet/transactions'
import { poolKeeperAbi } from '../../chain/abi'
import { resolveNetwork } from '../../chain/network'
import { getPoolRegistry } from '../../chain/poolRegistry'
import { getSnapshot } from '../../chain/snapshot'
import { MAX_UPKEEPS_SENT } from '../../protocol/bounds'
import { CommitType } from '../../protocol/commitType'
import { currentSpotPrice } from '../outlook'
import { EXIT_PLANS, type ExitPlan, exitOrders, exitOutcome } from './exitOutcome'
import { nextExitStep } from './nextExitStep'

const alice = accountAddress('Alice')
const HOUR_SEC = 3_600
const governedAbi = parseAbi(['function governance() view returns (address)', 'function unpause()'])
/** Hourly rebalances at an average of eight hourly samples, eight hours of front-running interval. */
const MARKET = '3-ETH/USD+USDC'

let devnet: Devnet
let market: DeployedMarket
let undo: `0x${string}`
beforeAll(async () => {
  devnet = await startQuietDevnet({ markets: pickMarkets(MARKET) })
  market = marketOf(devnet, MARKET)
  const { client } = devnet
  await sendAndWait(client, approveTransaction(alice, market))
  for (const type of [CommitType.LongMint, CommitType.ShortMint])
    await sendAndWait(
      client,
      commitTransaction({ from: alice, market, type, amountWei: parseUnits('2000', 6) }),
    )
  for (let hour = 0; hour < 10; hour++) {
    await devnet.increaseTime(HOUR_SEC + 1)
    await devnet.upkeep([market.pool])
  }
  await sendAndWait(client, claimTransaction(alice, market))
  // Some of it in escrow.
  const more = { from: alice, market, type: CommitType.LongMint, amountWei: parseUnits('500', 6) }
  await sendAndWait(client, commitTransaction(more))
  for (let hour = 0; hour < 10; hour++) {
    await devnet.increaseTime(HOUR_SEC + 1)
    await devnet.upkeep([market.pool])
  }
}, 120_000)
afterAll(() => devnet.stop())
beforeEach(async () => {
  if (undo !== undefined) await devnet.client.revert({ id: undo })
  undo = await devnet.client.snapshot()
})

async function readPool() {
  const { rpcUrl, deployment } = devnet
  const { poolFactory } = deployment.contracts
  const network = resolveNetwork({ chainId: deployment.chainId, rpcUrls: [rpcUrl], poolFactory })
  const client = createClient({ transport: http(rpcUrl) })
  const registry = await getPoolRegistry(client, network)
  const { pools } = await getSnapshot(client, network, registry, alice)
  const pool = pools.find(({ facts }) => facts.address === market.pool)
  if (pool?.account === undefined) throw new Error('not read')
  return { ...pool, account: pool.account }
}

/** Takes the next step of a plan as the page does: whatever the chain says it is. Rewards of upkeeps are added to the list. */
async function takeStep(plan: ExitPlan, rewards: bigint[], count: () => void = () => {}) {
  const send = async (transaction: Parameters<typeof sendAndWait>[1]) => {
    const receipt = await sendAndWait(devnet.client, transaction)
    count()
    return receipt
  }
  const now = await readPool()
  const { timestampSec } = now.snapshot
  const step = nextExitStep(plan, now.snapshot, now.account, timestampSec)
  if (step.kind === 'claim') await send(claimTransaction(alice, market))
  else if (step.kind === 'wait') await devnet.increaseTime(Number(step.untilSec - timestampSec))
  else if (step.kind === 'burn') {
    for (const { commitType: type, amount, fromAggregateBalance } of exitOrders(
      now.snapshot,
      holdingOf(now.account),
    )) {
      const order = { from: alice, market, type, amountWei: amount }
      await send(commitTransaction({ ...order, fromEscrow: fromAggregateBalance }))
    }
  } else if (step.kind !== 'done') {
    const { poolKeeper } = devnet.deployment.contracts
    const pools: Address[] = Array.from({ length: MAX_UPKEEPS_SENT }, () => market.pool)
    const upkeep = upkeepTransaction(accountAddress('Keeper'), poolKeeper, pools)
    const receipt = await send({ ...upkeep, gas: 20_000_000n })
    for (const { args } of parseEventLogs({
      abi: poolKeeperAbi,
      eventName: 'KeeperPaid',
      logs: receipt.logs,
    }))
      rewards.push(args.reward)
  }
  return step.kind
}

const holdingOf = ({
  user,
  longBalance,
  shortBalance,
}: Awaited<ReturnType<typeof readPool>>['account']) => ({
  user,
  longInWallet: longBalance,
  shortInWallet: shortBalance,
})

/** Takes all steps that are left. */
async function takeSteps(plan: ExitPlan, rewards: bigint[], count?: () => void) {
  for (let steps = 0; (await takeStep(plan, rewards, count)) !== 'done'; steps++)
    if (steps > 200) throw new Error('it does not end')
}

it.each([
  ...EXIT_PLANS.map((plan) => [plan, 40] as const),
  ...EXIT_PLANS.map((plan) => [plan, 400] as const),
])(
  '%s, %i days late: what comes is what was computed, to the unit',
  async (plan, days) => {
    await devnet.setPrice('ETH', 4_000)
    await devnet.increaseTime(days * 86_400)
    const { account, snapshot } = await readPool()
    const rewards: bigint[] = []
    let transactions = 0
    await takeSteps(plan, rewards, () => {
      transactions++
    })
    const after = await readPool()
    const came = after.account.settlementBalance - account.settlementBalance
    let next = 0
    const outcome = exitOutcome(
      plan,
      snapshot,
      holdingOf(account),
      currentSpotPrice(snapshot),
      () => rewards[next++] ?? 0n,
    )
    expect(next).toBe(rewards.length)
    expect(outcome.settlement).toBe(came)
    expect(came).toBeGreaterThan(parseUnits('1000', 6))
    expect(outcome.rewards).toBe(rewards.reduce((sum, reward) => sum + reward, 0n))
    expect(outcome.transactions).toBe(transactions)
  },
  120_000,
)

it('in a pool that is paused after the burn nothing moves, and the plan goes on where it was', async () => {
  const plan = 'burnFirst'
  await devnet.setPrice('ETH', 4_000)
  await devnet.increaseTime(86_400)
  const rewards: bigint[] = []
  expect(await takeStep(plan, rewards)).toBe('burn')
  const burned = await readPool()
  await pauseContract(devnet.client, devnet.deployment, market.pool)
  const paused = await readPool()
  expect(paused.snapshot.paused).toBe(true)
  const spot = currentSpotPrice(paused.snapshot)
  expect(() => exitOutcome(plan, paused.snapshot, holdingOf(paused.account), spot)).toThrow(
    /paused/,
  )
  await devnet.increaseTime(86_400)
  // The page offers neither: the contracts refuse both.
  await expect(sendAndWait(devnet.client, claimTransaction(alice, market))).rejects.toThrow()
  await takeStep(plan, rewards).catch(() => undefined)
  const still = await readPool()
  expect(rewards).toEqual([])
  expect(still.snapshot.updateIntervalId).toBe(burned.snapshot.updateIntervalId)
  expect(still.account.user).toEqual(burned.account.user)

  const governance = await readContract(devnet.client, {
    address: market.pool,
    abi: governedAbi,
    functionName: 'governance',
  })
  await devnet.client.impersonateAccount({ address: governance })
  const data = encodeFunctionData({ abi: governedAbi, functionName: 'unpause' })
  await sendAndWait(devnet.client, { from: governance, to: market.pool, data })
  const { account, snapshot } = await readPool()
  await takeSteps(plan, rewards)
  let next = 0
  const outcome = exitOutcome(plan, snapshot, holdingOf(account), spot, () => rewards[next++] ?? 0n)
  const after = await readPool()
  expect(after.account.settlementBalance - account.settlementBalance).toBe(outcome.settlement)
  expect(outcome.settlement).toBeGreaterThan(parseUnits('1000', 6))
})
