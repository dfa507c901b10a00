import { afterAll, beforeAll, expect, it } from 'vitest'
import { accountAddress } from '../accounts'
import type { DeployedFarm } from '../deployment'
import type { Devnet } from '../devnet'
import { pickMarkets } from '../markets'
import { startQuietDevnet } from '../quietDevnet'
import { loadStakingRewards } from './stakingArtifact'

let devnet: Devnet

beforeAll(async () => {
  devnet = await startQuietDevnet({
    markets: pickMarkets('1-BTC/USD+USDC', '3-BTC/USD+USDC'),
    balancer: true,
    staking: true,
    balancerBots: false,
  })
}, 60_000)
afterAll(() => devnet?.stop())

const farms = () => devnet.deployment.staking?.farms ?? []
const { abi } = loadStakingRewards()

function read({ address }: DeployedFarm, functionName: string, args: readonly unknown[] = []) {
  return devnet.client.readContract({ address, abi, functionName, args })
}

it('pays 40 of 100 to those who stake pool tokens, and 60 to those who stake LP tokens', async () => {
  const running = farms().filter(({ state }) => state === 'running')
  expect(running.map(({ name }) => name)).toEqual([
    '3-BTC/USD+USDC long',
    '3-BTC/USD+USDC short',
    '3-BTC/USD+USDC LP',
  ])
  const weekly = await Promise.all(running.map((farm) => read(farm, 'getRewardForDuration')))
  expect(weekly.map((amount) => Math.round(Number(amount) / 1e18))).toEqual([
    20_000, 20_000, 60_000,
  ])
})

it('has a farm that has ended, one without its rewards, and one that is paused', async () => {
  const maker = accountAddress('Market maker')
  const states = new Map(farms().map((farm) => [farm.state, farm]))
  const farmOf = (state: DeployedFarm['state']) => {
    const farm = states.get(state)
    if (farm === undefined) throw new Error(`no farm is ${state}`)
    return farm
  }
  const { timestamp } = await devnet.client.getBlock()
  expect(await read(farmOf('ended'), 'periodFinish')).toBeLessThan(timestamp)
  expect(await read(farmOf('paused'), 'paused')).toBe(true)
  const unfunded = farmOf('unfunded')
  expect(await read(unfunded, 'earned', [maker])).toBeGreaterThan(0n)
  const exit = devnet.client.simulateContract({
    address: unfunded.address,
    abi,
    functionName: 'exit',
    account: maker,
  })
  await expect(exit).rejects.toThrow(/SafeERC20: low-level call failed/)
})
