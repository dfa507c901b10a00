import { type Address, isAddressEqual } from 'viem'
import { currentSpotPrice } from '../src/analytics/outlook'
import { performUpkeepSinglePool } from '../src/protocol/poolKeeper'
import { projectUser } from '../src/protocol/projection'
import { type PathStep, projectPool } from '../src/protocol/projectPool'
import { SnapshotError } from '../src/protocol/protocolError'
import type { PoolSnapshot } from '../src/protocol/snapshot'
import type { Call, Receipt } from './chain'
import { keeperPaid, mustEqual } from './walkChecks'
import type { Walk, Walker } from './walkState'

/** Sends a transaction that has to succeed, in a block of the given time. */
export async function transact(walk: Walk, from: Address, call: Call, timestampSec: bigint) {
  const receipt = await walk.chain.mustTransact(from, call, timestampSec)
  walk.nowSec = timestampSec
  walk.pool = { ...walk.pool, timestampSec }
  return receipt
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
      oracle.kind === 'sma' ? { ...oracle, spotPrice: price } : { kind: 'spot', priceWad: price },
  }
}

async function sendUpkeep(walk: Walk, atSec: bigint): Promise<Receipt> {
  const call = {
    to: walk.deployment.keeper,
    signature: 'performUpkeepSinglePool(address)',
    args: [walk.at.pool],
  }
  const keeper = walk.chain.accounts[6] as Address
  return transact(walk, keeper, call, atSec)
}

/** One upkeep, after a price move or not. */
export async function upkeepStep(walk: Walk): Promise<string> {
  await movePrice(walk)
  const before = walk.pool
  const atSec = drawUpkeepTime(walk)
  const receipt = await sendUpkeep(walk, atSec)
  const step = {
    spotPrice: currentSpotPrice(before),
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
export async function burstStep(walk: Walk): Promise<string> {
  const before = walk.pool
  const path: PathStep[] = []
  const count = walk.random.int(2, 6)
  for (let i = 0; i < count; i++) {
    await movePrice(walk)
    const spotPrice = currentSpotPrice(walk.pool)
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
  walk.latestPath = { before, path }
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
