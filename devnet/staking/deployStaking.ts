import { type Abi, type Address, parseEther } from 'viem'
import { accountAddress } from '../accounts'
import { loadArtifact } from '../artifacts'
import { increaseTime } from '../controls'
import type { DeployedFarm, Deployment, StakingDeployment } from '../deployment'
import type { DevnetClient } from '../devnetClient'
import { tokenAbi } from '../protocolAbi'
import { type Sender, sendFrom } from '../sendFrom'
import { loadStakingRewards } from './stakingArtifact'

/** What a market's farms pay out in a week, whole reward tokens. */
const WEEKLY_REWARDS = 100_000n
/** Of these to those who stake pool tokens, half for each side; the rest to those who stake LP tokens. As in the articles. */
const TOKEN_PERCENT = 40n

/** Two markets that have farms. */
const FARMED = ['3-ETH/USD+USDC', '3-BTC/USD+USDC'] as const

/** The share of what the market maker has of a token that it stakes, in percent. */
const STAKED_PERCENT = 10n

/**
 * Deploys farms for the long, short and LP tokens of two markets, running for a week; beside them one whose rewards have ended,
 * one that no longer holds what it owes, and one that is paused. The market maker stakes in each.
 */
export async function deployStaking(
  client: DevnetClient,
  deployment: Deployment,
): Promise<StakingDeployment> {
  const owner = sendFrom(client, accountAddress('Market maker'))
  const rewardToken = await owner.deploy(loadArtifact('TestToken'), ['Reward (devnet)', 'TCR'])
  const making: Making = { client, owner, artifact: loadStakingRewards(), rewardToken }
  const farms: DeployedFarm[] = []
  for (const name of FARMED) {
    const market = deployment.markets.find((one) => one.name === name)
    if (market === undefined) continue
    const lpToken = deployment.balancer?.pools.find((pool) => pool.market === name)?.address
    const tokenReward = (WEEKLY_REWARDS * TOKEN_PERCENT) / 100n / 2n
    const lpReward = (WEEKLY_REWARDS * (100n - TOKEN_PERCENT)) / 100n
    farms.push(await createFarm(making, `${name} long`, market.longToken, tokenReward))
    farms.push(await createFarm(making, `${name} short`, market.shortToken, tokenReward))
    if (lpToken !== undefined) farms.push(await createFarm(making, `${name} LP`, lpToken, lpReward))
  }
  const [first] = deployment.markets
  if (first !== undefined) farms.push(...(await createSpecialFarms(making, first)))
  return { rewardToken: { address: rewardToken, decimals: 18 }, farms }
}

interface Making {
  readonly client: DevnetClient
  readonly owner: Sender
  readonly artifact: ReturnType<typeof loadStakingRewards>
  readonly rewardToken: Address
}

async function createSpecialFarms(
  making: Making,
  { name, longToken, shortToken }: { name: string; longToken: Address; shortToken: Address },
): Promise<readonly DeployedFarm[]> {
  const { client, owner, artifact, rewardToken } = making
  const ended = await createFarm(making, `${name} long, ended`, longToken, 7n, 60n)
  const unfunded = await createFarm(making, `${name} short, unfunded`, shortToken, 7_000n)
  const paused = await createFarm(making, `${name} short, paused`, shortToken, 7_000n)
  await increaseTime(client, 61)
  const held = await client.readContract({
    address: rewardToken,
    abi: tokenAbi,
    functionName: 'balanceOf',
    args: [unfunded.address],
  })
  await owner.call(unfunded.address, artifact.abi, 'recoverERC20', [rewardToken, held])
  await owner.call(paused.address, artifact.abi, 'setPaused', [true])
  return [
    { ...ended, state: 'ended' },
    { ...unfunded, state: 'unfunded' },
    { ...paused, state: 'paused' },
  ]
}

/** @param reward Whole reward tokens, over `durationSec` */
async function createFarm(
  { owner, artifact, rewardToken }: Making,
  name: string,
  stakingToken: Address,
  reward: bigint,
  durationSec = 7n * 86_400n,
): Promise<DeployedFarm> {
  const { abi }: { abi: Abi } = artifact
  const address = await owner.deploy(artifact, [
    owner.address,
    owner.address,
    rewardToken,
    stakingToken,
  ])
  await owner.call(address, abi, 'setRewardsDuration', [durationSec])
  const amount = parseEther(reward.toString())
  await owner.mint(rewardToken, amount)
  await owner.call(rewardToken, tokenAbi, 'transfer', [address, amount])
  await owner.call(address, abi, 'notifyRewardAmount', [amount])
  const staked = ((await owner.balanceOf(stakingToken)) * STAKED_PERCENT) / 100n
  if (staked > 0n) {
    await owner.call(stakingToken, tokenAbi, 'approve', [address, staked])
    await owner.call(address, abi, 'stake', [staked])
  }
  return { name, address, stakingToken, rewardToken, state: 'running' }
}
