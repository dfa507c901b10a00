import { type Address, createClient, http, parseEventLogs, parseUnits } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { sendAndWait } from '../../../devnet/controls'
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
import { EXIT_PLANS, exitOrders, exitOutcome } from './exitOutcome'
import { nextExitStep } from './nextExitStep'

const alice = accountAddress('Alice')
const HOUR_SEC = 3_600
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

it.each([...EXIT_PLANS.map((plan) => [plan, 40] as const), ['everyInterval', 400] as const])(
  '%s, %i days late: what comes is what was computed, to the unit',
  async (plan, days) => {
    await devnet.setPrice('ETH', 4_000)
    await devnet.increaseTime(days * 86_400)
    const before = await readPool()
    const { account, snapshot } = before
    const rewards: bigint[] = []
    let transactions = 0
    const send = async (transaction: Parameters<typeof sendAndWait>[1]) => {
      transactions++
      return sendAndWait(devnet.client, transaction)
    }
    // As the page does it: the next step, whatever the chain says it is.
    for (let steps = 0; ; steps++) {
      if (steps > 200) throw new Error('it does not end')
      const now = await readPool()
      const { timestampSec } = now.snapshot
      const step = nextExitStep(plan, now.snapshot, now.account, timestampSec)
      if (step.kind === 'done') break
      if (step.kind === 'claim') await send(claimTransaction(alice, market))
      else if (step.kind === 'wait') {
        await devnet.increaseTime(Number(step.untilSec - timestampSec))
      } else if (step.kind === 'burn') {
        const { user, longBalance, shortBalance } = now.account
        const holding = { user, longInWallet: longBalance, shortInWallet: shortBalance }
        for (const { commitType: type, amount, fromAggregateBalance } of exitOrders(
          now.snapshot,
          holding,
        )) {
          const order = { from: alice, market, type, amountWei: amount }
          await send(commitTransaction({ ...order, fromEscrow: fromAggregateBalance }))
        }
      } else {
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
    }
    const after = await readPool()
    const came = after.account.settlementBalance - account.settlementBalance
    const holding = {
      user: account.user,
      longInWallet: account.longBalance,
      shortInWallet: account.shortBalance,
    }
    let next = 0
    const outcome = exitOutcome(
      plan,
      snapshot,
      holding,
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
