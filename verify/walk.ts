import { type Address, isAddressEqual } from 'viem'
import { CommitType, isMint } from '../src/protocol/commitType'
import { performUpkeepSinglePool } from '../src/protocol/poolKeeper'
import { type PathStep, projectPool, projectUser } from '../src/protocol/projection'
import { SnapshotError } from '../src/protocol/protocolError'
import { fromUInt } from '../src/protocol/quad'
import type { PoolSnapshot, UserSnapshot } from '../src/protocol/snapshot'
import { type CommitOrder, claim, commit, NO_USER } from '../src/protocol/userCommits'
import type { Call, Chain, Receipt } from './chain'
import { type DeployedPool, type Deployment, deployPool } from './protocolDeployment'
import type { Random } from './random'
import { readPool } from './readPool'
import { encodeCommitArgs, errorText, keeperPaid, mustEqual } from './walkChecks'
import { checkWalk } from './walkCompare'
import { drawParameters } from './walkParameters'

/** A user of a walk, as the mirror sees it. */
export interface Walker {
  readonly address: Address
  state: UserSnapshot
  wallet: { settlement: bigint; long: bigint; short: bigint }
}

/** One random history of one pool, on the chain and in the mirror at once. */
export interface Walk {
  readonly chain: Chain
  readonly deployment: Deployment
  readonly at: DeployedPool
  readonly random: Random
  readonly users: readonly Walker[]
  readonly unit: bigint
  pool: PoolSnapshot
  /** What the feed says, wad. */
  feedPriceWad: bigint
  /** Time of the latest block. */
  nowSec: bigint
}

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
): Promise<void> {
  const walk = await startWalk(chain, deployment, random)
  const trail: string[] = []
  // Now and then one user queues so many intervals that one aggregation cannot fold them all.
  const isHoarding = random.chance(0.06)
  for (let i = 0; i < steps; i++) {
    const step = isHoarding && i < 20 ? hoardStep : i < 3 ? commitStep : drawStep(random)
    try {
      const what = await step(walk)
      counts[what] = (counts[what] ?? 0) + 1
      trail.push(what)
      await checkWalk(walk)
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

async function transact(walk: Walk, from: Address, call: Call, timestampSec: bigint) {
  const receipt = await walk.chain.mustTransact(from, call, timestampSec)
  walk.nowSec = timestampSec
  walk.pool = { ...walk.pool, timestampSec }
  return receipt
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

function sideBurned(type: CommitType): 'long' | 'short' {
  const isLong = type === CommitType.LongBurn || type === CommitType.LongBurnShortMint
  return isLong ? 'long' : 'short'
}

/** An order the user can pay for; now and then one that the contract has to refuse. */
function drawOrder({ random, unit }: Walk, user: Walker): CommitOrder {
  const escrow = user.state.aggregateBalance
  const { wallet } = user
  const sources: [CommitType, boolean, bigint][] = []
  for (const commitType of Object.values(CommitType)) {
    const side = sideBurned(commitType)
    const mint = isMint(commitType)
    const inWallet = mint ? unit * 10n ** BigInt(random.int(0, 6)) : wallet[side]
    const pooled = side === 'long' ? escrow.longTokens : escrow.shortTokens
    sources.push([commitType, false, inWallet])
    sources.push([commitType, true, mint ? escrow.settlementTokens : pooled])
  }
  const possible = sources.filter(([, , amount]) => amount > 0n)
  const others = possible.filter(([type, fromEscrow]) => fromEscrow || !isMint(type))
  const [commitType, fromAggregateBalance, most] = random.pick(
    random.chance(0.02)
      ? sources.filter(([, fromEscrow]) => fromEscrow)
      : others.length > 0 && random.chance(0.6)
        ? others
        : possible,
  )
  const available = most >> 128n === 0n ? most : (1n << 128n) - 1n
  if (random.chance(0.03) && fromAggregateBalance && available < 1n << 127n)
    return { commitType, amount: available + 1n + random.bits(20), fromAggregateBalance }
  const amount = random.chance(0.2) ? available : random.below(available)
  return { commitType, amount: random.chance(0.98) ? amount || 1n : 0n, fromAggregateBalance }
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

/** Draws the time of an upkeep: early, punctual, late by some or by very many intervals. */
function drawUpkeepTime(walk: Walk): bigint {
  const { random, pool } = walk
  const due = pool.lastPriceTimestampSec + pool.updateIntervalSec
  const interval = Number(pool.updateIntervalSec)
  const roll = random.float()
  let at = due + BigInt(random.int(0, Math.min(interval - 1, 200)))
  if (roll < 0.06) at = walk.nowSec + 1n
  else if (roll < 0.12) at = due
  else if (roll < 0.22) at = due + BigInt(random.int(0, 6 * interval))
  else if (roll < 0.25) at = due + BigInt(random.int(13 * interval, 40 * interval))
  return at > walk.nowSec ? at : walk.nowSec + 1n
}

async function movePrice(walk: Walk): Promise<void> {
  const { random } = walk
  if (random.chance(0.1)) return
  const spread = random.pick([0.002, 0.02, 0.1, 0.1, 1])
  const factor = BigInt(Math.round(10 ** ((random.float() * 2 - 1) * spread) * 1e9))
  const moved = (walk.feedPriceWad * factor) / 10n ** 9n
  const price = random.chance(0.005) ? random.pick([0n, -5n]) : moved > 0n ? moved : 1n
  const call = { to: walk.at.feed, signature: 'setPrice(int256)', args: [price] }
  await transact(walk, walk.deployment.owner, call, walk.nowSec + 1n)
  walk.feedPriceWad = price > 0n ? price : walk.feedPriceWad
  const { oracle } = walk.pool
  walk.pool = {
    ...walk.pool,
    oracle:
      oracle.kind === 'spot' ? { kind: 'spot', priceWad: price } : { ...oracle, spotPrice: price },
  }
}

const spotOf = ({ oracle }: PoolSnapshot) =>
  oracle.kind === 'spot' ? oracle.priceWad : oracle.spotPrice

async function sendUpkeep(walk: Walk, atSec: bigint): Promise<Receipt> {
  const call = {
    to: walk.deployment.keeper,
    signature: 'performUpkeepSinglePool(address)',
    args: [walk.at.pool],
  }
  const keeper = walk.chain.accounts[6] as Address
  return transact(walk, keeper, call, atSec)
}

async function upkeepStep(walk: Walk): Promise<string> {
  await movePrice(walk)
  const before = walk.pool
  const atSec = drawUpkeepTime(walk)
  const receipt = await sendUpkeep(walk, atSec)
  const step = {
    spotPrice: spotOf(before),
    timestampSec: atSec,
    keeperReward: keeperPaid(receipt),
  }
  const upkeep = performUpkeepSinglePool(before, step)
  walk.pool = upkeep.pool
  const events = receipt.logs.filter((log) => isAddressEqual(log.address, walk.deployment.keeper))
  const expected = { done: 2, early: 0, failed: 2 }[upkeep.status]
  mustEqual('events of the keeper', String(events.length), String(expected))
  await compareUsers(walk, before, [step])
  if (upkeep.status !== 'done') return `upkeep ${upkeep.status} ${upkeep.reason ?? ''}`.trim()
  const late = upkeep.executed.length
  return `upkeep of ${late === 1 ? '1 interval' : late < 15 ? '2 to 14' : '15'}`
}

/** Several upkeeps in a row, all projected from the state before the first of them. */
async function burstStep(walk: Walk): Promise<string> {
  const before = walk.pool
  const path: PathStep[] = []
  const count = walk.random.int(2, 6)
  for (let i = 0; i < count; i++) {
    await movePrice(walk)
    const spotPrice = spotOf(walk.pool)
    const atSec = drawUpkeepTime(walk)
    const keeperReward = keeperPaid(await sendUpkeep(walk, atSec))
    const step = { spotPrice, timestampSec: atSec, keeperReward }
    path.push(step)
    walk.pool = performUpkeepSinglePool(walk.pool, step).pool
  }
  await compareUsers(walk, before, path)
  return 'burst of upkeeps'
}

/** What `projectUser` said before must be what `getAggregateBalance` says now. */
async function compareUsers(walk: Walk, before: PoolSnapshot, path: PathStep[]): Promise<void> {
  await Promise.all(walk.users.map((user) => compareUser(walk, user, before, path)))
  if (before.longBalance > 0n && before.shortBalance > 0n)
    mustEqual('projectPool', projectPool(before, path).at(-1)?.pool, walk.pool)
}

async function compareUser(walk: Walk, user: Walker, before: PoolSnapshot, path: PathStep[]) {
  const signature = 'getAggregateBalance(address)'
  const call = { to: walk.at.committer, signature, args: [user.address] }
  const [balance] = await walk.chain.read([call])
  try {
    const { upkeeps, balances } = projectUser(before, user.state, path)
    mustEqual('projected pool', upkeeps.at(-1)?.pool, walk.pool)
    const last = balances.at(-1)
    mustEqual('projected escrow', balance, [
      last?.longTokens,
      last?.shortTokens,
      last?.settlementTokens,
    ])
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error
    mustEqual('why', error.message.includes('the next upkeep cannot succeed'), true)
  }
}

async function feeChangeStep(walk: Walk): Promise<string> {
  const { random, at } = walk
  const [signature, field, max] = random.pick([
    ['setMintingFee(uint256)', 'mintingFee', 10n ** 18n],
    ['setBurningFee(uint256)', 'burningFee', 10n ** 17n - 1n],
    ['setChangeInterval(uint256)', 'changeInterval', 10n ** 18n],
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
