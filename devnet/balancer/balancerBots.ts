import { type Address, maxUint256 } from 'viem'
import { vaultAbi } from '../../src/chain/balancer/balancerAbi'
import { accountAddress } from '../accounts'
import type { BalancerDeployment, DeployedBalancerPool, Deployment } from '../deployment'
import type { DevnetClient } from '../devnetClient'
import { tokenAbi } from '../protocolAbi'
import { createRandom } from '../seededRandom'
import { type Sender, sendFrom } from '../sendFrom'
import { toWei } from '../transactions'
import { type FairValues, readFairValues } from './fairValues'
import { type PoolState, readPoolState } from './poolState'
import { type PlannedSwap, planArbitrage } from './swapPlan'

/** Trades in Balancer's pools. */
export interface BalancerBots {
  /** Does what is due at a time of the chain. */
  beat(nowSec: number): Promise<void>
}

/** The pools follow what tokens were worth this long ago, seconds of the chain. */
const LAG_SEC = 20
const ARBITRAGE_PERIOD_SEC = 5
const TRADE_PERIOD_SEC = 30
const FEE = 0.003
const THRESHOLD = 0.001

/**
 * An arbitrageur that keeps every pool near what its tokens are worth, late, and an account that swaps back and forth. Each only
 * sells what it has.
 */
export function createBalancerBots(
  client: DevnetClient,
  deployment: Deployment,
  balancer: BalancerDeployment,
  random = createRandom(deployment.seed, 'balancer'),
): BalancerBots {
  const arbitrageur = sendFrom(client, accountAddress('Market maker'))
  const swapper = sendFrom(client, accountAddress('Swapper'))
  const seen: { readonly atSec: number; readonly values: FairValues }[] = []
  const approved = new Set<string>()
  let nextArbitrageSec = 0
  let nextTradeSec = 0

  const swap = async (sender: Sender, state: PoolState, plan: PlannedSwap) => {
    const [given, taken] = [state.tokens[plan.tokenIn], state.tokens[plan.tokenOut]]
    if (given === undefined || taken === undefined) return
    const amount = toWei(plan.amountIn, given.decimals)
    if (amount === 0n) return
    const key = `${sender.address} ${given.address}`
    if (!approved.has(key))
      await sender.call(given.address, tokenAbi, 'approve', [balancer.vault, maxUint256])
    approved.add(key)
    const { id: poolId } = state.pool
    const single = {
      poolId,
      kind: 0,
      assetIn: given.address,
      assetOut: taken.address,
      amount,
      userData: '0x',
    }
    const { address } = sender
    const funds = {
      sender: address,
      fromInternalBalance: false,
      recipient: address,
      toInternalBalance: false,
    }
    await sender.call(balancer.vault, vaultAbi, 'swap', [single, funds, 0n, maxUint256])
  }

  const readPool = (pool: DeployedBalancerPool, values: FairValues, account: Address) =>
    readPoolState(client, balancer.vault, pool, values, account)

  const arbitrage = async (values: FairValues) => {
    for (const pool of balancer.pools) {
      const state = await readPool(pool, values, arbitrageur.address)
      const plan = planArbitrage(state.tokens, FEE, THRESHOLD)
      if (plan !== undefined) await swap(arbitrageur, state, plan)
    }
  }

  const trade = async (values: FairValues) => {
    const pool = random.pick(balancer.pools)
    const state = await readPool(pool, values, swapper.address)
    const tokenIn = random.pick([0, 1, 2])
    const tokenOut = random.pick([0, 1, 2].filter((index) => index !== tokenIn))
    const token = state.tokens[tokenIn]
    if (token === undefined) return
    const wanted = token.balance * (0.0005 + 0.01 * random.uniform() ** 2)
    if (token.held < wanted && !isPoolToken(deployment, token.address))
      await swapper.mint(token.address, toWei(wanted, token.decimals))
    const amountIn = isPoolToken(deployment, token.address) ? Math.min(wanted, token.held) : wanted
    await swap(swapper, state, { tokenIn, tokenOut, amountIn })
  }

  return {
    async beat(nowSec) {
      if (nowSec < nextArbitrageSec) return
      nextArbitrageSec = nowSec + ARBITRAGE_PERIOD_SEC
      const values = await readFairValues(client, deployment, balancer.tokens)
      seen.push({ atSec: nowSec, values })
      // The newest that is old enough; what came before it is no longer needed.
      const index = seen.findLastIndex(({ atSec }) => atSec <= nowSec - LAG_SEC)
      if (index > 0) seen.splice(0, index)
      const [lagging] = seen
      if (index >= 0 && lagging !== undefined) await arbitrage(lagging.values)
      if (nowSec < nextTradeSec) return
      nextTradeSec = nowSec + TRADE_PERIOD_SEC
      await trade(values)
    },
  }
}

function isPoolToken({ markets }: Deployment, token: Address): boolean {
  return markets.some(({ longToken, shortToken }) => longToken === token || shortToken === token)
}
