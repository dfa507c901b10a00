import type { Address } from 'viem'
import { isMint } from '../src/protocol/commitType'
import { fromUInt } from '../src/protocol/quad'
import { claim, NO_USER } from '../src/protocol/userBalance'
import { commit } from '../src/protocol/userCommits'
import { WAD } from '../src/protocol/wad'
import type { Call, Chain } from './chain'
import { type Deployment, deployPool } from './protocolDeployment'
import type { Random } from './random'
import { readPool } from './readPool'
import { encodeCommitArgs, errorText, mustEqual } from './walkChecks'
import { checkWalk } from './walkCompare'
import { drawOrder, sideBurned } from './walkOrders'
import { drawParameters } from './walkParameters'
import type { Walk, Walker } from './walkState'
import { burstStep, transact, upkeepStep } from './walkUpkeeps'

/** Settlement units each user begins with. */
const START = 10n ** 40n

/** How often each kind of step has been taken, over all walks. */
export type StepCounts = Record<string, number>

/** Runs one walk. @throws Error at the first difference, with the step and both values */
export async function runWalk(
  chain: Chain,
  deployment: Deployment,
  random: Random,
  steps: number,
  counts: StepCounts,
  afterStep?: (walk: Walk) => Promise<void>,
): Promise<void> {
  const walk = await startWalk(chain, deployment, random)
  const trail: string[] = []
  // Now and then one user queues so many intervals that one aggregation cannot fold them all.
  const isHoarding = random.chance(0.06)
  for (let i = 0; i < steps; i++) {
    const step = isHoarding && i < 20 ? hoardStep : i < 3 ? commitStep : drawStep(random)
    try {
      walk.latestPath = undefined
      const what = await step(walk)
      counts[what] = (counts[what] ?? 0) + 1
      trail.push(what)
      await checkWalk(walk)
      await afterStep?.(walk)
    } catch (error) {
      const last = trail.slice(-6).join(', ')
      throw new Error(`step ${i} (${step.name} after ${last}): ${errorText(error)}`, {
        cause: error,
      })
    }
  }
}

async function startWalk(chain: Chain, deployment: Deployment, random: Random): Promise<Walk> {
  const parameters = drawParameters(random)
  const gasPrice = random.pick([0n, 10n ** 8n, 10n ** 10n])
  const setGasPrice = { to: deployment.keeper, signature: 'setGasPrice(uint256)', args: [gasPrice] }
  await chain.mustTransact(deployment.owner, setGasPrice)
  const at = await deployPool(chain, deployment, parameters)
  const users = chain.accounts.slice(1, 5).map((address) => ({
    address,
    state: NO_USER,
    wallet: { settlement: START, long: 0n, short: 0n },
  }))
  for (const { address } of users) {
    const token = at.settlementToken
    const mint = { to: token, signature: 'mint(address,uint256)', args: [address, START] }
    const approve = { to: token, signature: 'approve(address,uint256)', args: [at.pool, START] }
    await chain.mustTransact(deployment.owner, mint)
    await chain.mustTransact(address, approve)
  }
  if (random.chance(0.2))
    await chain.mustTransact(deployment.owner, {
      to: at.pool,
      signature: 'updateSecondaryFeeAddress(address)',
      args: [0n],
    })
  const pool = await readPool(chain, deployment, at, [], [])
  return {
    chain,
    deployment,
    at,
    random,
    users,
    unit: 10n ** BigInt(parameters.settlementDecimals),
    pool,
    feedPriceWad: parameters.firstPriceWad,
    nowSec: pool.timestampSec,
    latestPath: undefined,
  }
}

function drawStep(random: Random): (walk: Walk) => Promise<string> {
  const roll = random.float()
  if (roll < 0.46) return commitStep
  if (roll < 0.53) return claimStep
  if (roll < 0.85) return upkeepStep
  if (roll < 0.92) return burstStep
  if (roll < 0.96) return feeChangeStep
  return feeClaimStep
}

/** Moves on by a random part of what is left of the interval, and now and then beyond. */
function passTime(walk: Walk): bigint {
  const interval = Number(walk.pool.updateIntervalSec)
  return walk.nowSec + 1n + BigInt(walk.random.int(0, Math.ceil(interval / 3)))
}

function commitStep(walk: Walk): Promise<string> {
  return commitAs(walk, walk.random.pick(walk.users), passTime(walk))
}

/** The first user commits once in every interval, and no keeper comes. */
function hoardStep(walk: Walk): Promise<string> {
  return commitAs(walk, walk.users[0] as Walker, walk.nowSec + walk.pool.updateIntervalSec)
}

async function commitAs(walk: Walk, user: Walker, atSec: bigint): Promise<string> {
  const order = drawOrder(walk, user)
  const call = {
    to: walk.at.committer,
    signature: 'commit(bytes32)',
    args: [encodeCommitArgs(order)],
  }
  let result: ReturnType<typeof commit>
  try {
    result = commit(walk.pool, user.state, order, atSec)
  } catch (error) {
    mustEqual('refusal', await walk.chain.outcomeOf(user.address, call), errorText(error))
    return `refused: ${errorText(error)}`
  }
  if (order.fromAggregateBalance && (await isShort(walk, user.address, call)))
    return 'commit of more tokens than the pool holds'
  await transact(walk, user.address, call, atSec)
  walk.pool = { ...result.pool, timestampSec: atSec }
  user.state = result.user
  if (!order.fromAggregateBalance) {
    const token = isMint(order.commitType) ? 'settlement' : sideBurned(order.commitType)
    user.wallet = { ...user.wallet, [token]: user.wallet[token] - order.amount }
  }
  return `commit ${order.commitType} from ${order.fromAggregateBalance ? 'escrow' : 'wallet'}`
}

/**
 * Whether the pool has not the tokens for what it owes: a flip is aggregated at the minting fee of
 * the moment, and when that has fallen, more tokens are owed than were minted.
 */
async function isShort(walk: Walk, from: Address, call: Call): Promise<boolean> {
  const outcome = await walk.chain.outcomeOf(from, call)
  return /^revert:ERC20: (transfer|burn) amount exceeds balance$/.test(outcome)
}

async function claimStep(walk: Walk): Promise<string> {
  const user = walk.random.pick(walk.users)
  const { pool, user: state, paid } = claim(walk.pool, user.state)
  const call = { to: walk.at.committer, signature: 'claim(address)', args: [user.address] }
  const atSec = passTime(walk)
  if (await isShort(walk, user.address, call)) return 'claim of more tokens than the pool holds'
  await transact(walk, user.address, call, atSec)
  walk.pool = { ...pool, timestampSec: atSec }
  user.state = state
  user.wallet = {
    settlement: user.wallet.settlement + paid.settlementTokens,
    long: user.wallet.long + paid.longTokens,
    short: user.wallet.short + paid.shortTokens,
  }
  return 'claim'
}

async function feeChangeStep(walk: Walk): Promise<string> {
  const { random, at } = walk
  const [signature, field, max] = random.pick([
    ['setMintingFee(uint256)', 'mintingFee', WAD],
    ['setBurningFee(uint256)', 'burningFee', WAD / 10n - 1n],
    ['setChangeInterval(uint256)', 'changeInterval', WAD],
  ] as const)
  const fee = random.below(random.pick([max, max / 10n, max / 100n]))
  const call = { to: at.committer, signature, args: [fee] }
  await transact(walk, walk.deployment.owner, call, passTime(walk))
  walk.pool = { ...walk.pool, [field]: fromUInt(fee) }
  return signature
}

async function feeClaimStep(walk: Walk): Promise<string> {
  const primary = walk.random.chance(0.5)
  if (!primary && !walk.pool.hasSecondaryFeeAddress) return 'nothing'
  const signature = primary ? 'claimPrimaryFees()' : 'claimSecondaryFees()'
  await transact(walk, walk.deployment.owner, { to: walk.at.pool, signature }, passTime(walk))
  walk.pool = { ...walk.pool, [primary ? 'primaryFees' : 'secondaryFees']: 0n }
  return signature
}
