import { expect, it } from 'vitest'
import { loadStakingRewards } from '../../../devnet/staking/stakingArtifact'
import { vaultAbi } from '../../chain/balancer/balancerAbi'
import { applySlippage } from '../../chain/balancer/buildSwap'
import { queryExit, toExitRequest } from '../../chain/balancer/joinExit'
import { getPoolRegistry } from '../../chain/poolRegistry'
import { getSnapshot } from '../../chain/snapshot'
import { heldLpOf } from '../../data/heldLp'
import { outsideOf } from '../../data/outsideOf'
import { stakesOf } from '../../data/stakedToken'
import { valueParts } from '../../data/valueParts'
import { onSecondaryDevnet, type SecondaryDevnet } from '../../flows/testing/secondaryDevnet'
import { leaveFarmIntent, REMOVAL_SLIPPAGE, removeLiquidityIntent } from './takeOutIntents'
import { type TakeOutStep, takeOutSteps } from './takeOutSteps'

let chain: SecondaryDevnet
onSecondaryDevnet((started) => {
  chain = started
})

const { abi: farmAbi } = loadStakingRewards()

/** A market as the market maker’s exit page finds it. */
async function open(name: string) {
  const { client, network } = chain
  const { address } = chain.sender('Market maker')
  const registry = await getPoolRegistry(client, network)
  const { pools } = await getSnapshot(client, network, registry, address)
  const secondary = await chain.read(address)
  const pool = pools.find(({ facts }) => facts.name === name) ?? expect.fail('no pool')
  const all = { stakes: stakesOf(secondary, pools), liquidity: heldLpOf(secondary, pools) }
  const outside = outsideOf(pool, all)
  return { pool, outside, steps: takeOutSteps(pool, outside) }
}

/** What steps say that they take out of the market’s tokens, by symbol. */
function sumOf(steps: readonly TakeOutStep[]) {
  const sum = { long: 0n, short: 0n }
  const add = (symbol: string, value: bigint) => {
    if (symbol === 'long' || symbol === 'short') sum[symbol] += value
  }
  for (const step of steps) {
    if (step.kind === 'leaveFarm') add(step.stake.token.kind, step.stake.staked)
    else if (step.value !== undefined)
      for (const { token, value } of valueParts(step.value)) add(token.symbol, value)
  }
  return sum
}

it('what lies in farms and in Balancer’s pool is, to the unit, what comes when it is taken out', async () => {
  const maker = chain.sender('Market maker')
  const { pool, outside, steps } = await open('3-BTC/USD+USDC')
  const kinds = (list: readonly TakeOutStep[]) => list.map(({ kind }) => kind)
  expect(kinds(steps)).toEqual(['leaveFarm', 'leaveFarm', 'leaveFarm', 'removeLiquidity'])
  expect(outside?.worth).toBeGreaterThan(0n)
  const removal = steps.at(-1)
  if (removal?.kind !== 'removeLiquidity') throw new Error('nothing to remove')
  expect(removal.held).toBeGreaterThan(0n)
  expect(removal.staked).toBeGreaterThan(0n)
  const { longToken, shortToken } = pool.facts
  const has = async () => ({
    long: await maker.balanceOf(longToken.address),
    short: await maker.balanceOf(shortToken.address),
  })
  const before = await has()
  const expected = sumOf(steps)

  for (const step of steps)
    if (step.kind === 'leaveFarm') {
      const intent = leaveFarmIntent(pool.facts, step.stake, step.withRewards)
      expect(intent).toMatchObject({ kind: 'exitFarm', pool: pool.facts.address })
      await maker.call(intent.farm, farmAbi, 'exit', [])
    }
  const out = await open('3-BTC/USD+USDC')
  expect(kinds(out.steps)).toEqual(['removeLiquidity'])
  const [left] = out.steps
  if (left?.kind !== 'removeLiquidity') throw new Error('nothing to remove')
  expect(left.held).toBe(removal.held + removal.staked)
  expect(left.staked).toBe(0n)
  const { vault } = chain.balancer
  const intent = await removeLiquidityIntent(pool.facts, vault, left.lp, (exit) =>
    queryExit(chain.client, chain.balancer, exit, maker.address),
  )
  expect(intent.minAmountsOut).toEqual(
    intent.quotedAmounts.map((amount) => applySlippage(amount, REMOVAL_SLIPPAGE)),
  )
  const request = toExitRequest(intent)
  await maker.call(vault, vaultAbi, 'exitPool', [
    intent.poolId,
    maker.address,
    maker.address,
    request,
  ])
  const after = await has()
  expect({ long: after.long - before.long, short: after.short - before.short }).toEqual(expected)
  expect((await open('3-BTC/USD+USDC')).outside).toBeUndefined()
})

it('a farm whose rewards are gone is left with the stake alone, others with everything', async () => {
  const { pool, steps } = await open('1-BTC/USD+USDC')
  const ways = steps.flatMap((step) => {
    if (step.kind !== 'leaveFarm') return []
    const { kind } = leaveFarmIntent(pool.facts, step.stake, step.withRewards)
    return [[step.stake.farm.address, kind]]
  })
  expect(ways).toEqual([
    [chain.farm('ended').address, 'exitFarm'],
    [chain.farm('unfunded').address, 'withdrawStake'],
    [chain.farm('paused').address, 'exitFarm'],
  ])
})
