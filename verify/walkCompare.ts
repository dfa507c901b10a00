import {
  getAppropriateUpdateIntervalId,
  lastCommittableIntervalId,
} from '../src/protocol/poolCommitter'
import type { PoolSnapshot } from '../src/protocol/snapshot'
import { getAggregateBalance } from '../src/protocol/userBalance'
import { validateSnapshot, validateUser } from '../src/protocol/validateSnapshot'
import { hasAmount, readPool, readUser } from './readPool'
import { mustEqual } from './walkChecks'
import type { Walk, Walker } from './walkState'

/** Compares everything the mirror holds with the contracts. @throws Error at a difference */
export async function checkWalk(walk: Walk): Promise<void> {
  const { chain, deployment, at } = walk
  walk.pool = forget(walk)
  const mirror = walk.pool
  const executedIds = mirror.executedIntervals.map((interval) => interval.updateIntervalId)
  const [actual, id] = await Promise.all([
    readPool(chain, deployment, at, openIds(mirror), executedIds),
    chain.readOne({ to: at.committer, signature: 'getAppropriateUpdateIntervalId()' }),
    ...walk.users.map((user) => checkUser(walk, user)),
  ])
  mustEqual('pool', actual, {
    ...mirror,
    totalPoolCommitments: mirror.totalPoolCommitments.filter(hasAmount),
  })
  mustEqual('id of now', id, getAppropriateUpdateIntervalId(mirror, mirror.timestampSec))
  validateSnapshot(actual)
  for (const user of walk.users) validateUser(actual, user.state)
}

async function checkUser({ chain, at, pool }: Walk, { address, state, wallet }: Walker) {
  const ids = state.unAggregatedCommitments.length
  const beyond = {
    to: at.committer,
    signature: 'unAggregatedCommitments(address,uint256)',
    args: [address, BigInt(ids)],
  }
  const [actual, end, [balance, settlement, long, short]] = await Promise.all([
    readUser(chain, at, address, ids),
    chain.outcomeOf(address, beyond),
    chain.read([
      { to: at.committer, signature: 'getAggregateBalance(address)', args: [address] },
      { to: at.settlementToken, signature: 'balanceOf(address)', args: [address] },
      { to: at.longToken, signature: 'balanceOf(address)', args: [address] },
      { to: at.shortToken, signature: 'balanceOf(address)', args: [address] },
    ]),
  ])
  // Beyond 15 ids the contract can lose one from its list; no one can read its amounts then.
  const isListed = (id: bigint) => state.unAggregatedCommitments.includes(id)
  const userCommitments = state.userCommitments.filter((c) => isListed(c.updateIntervalId))
  mustEqual('user', actual, { ...state, userCommitments })
  mustEqual('end of the ids', end, 'revert:')
  const { longTokens, shortTokens, settlementTokens } = getAggregateBalance(pool, state)
  mustEqual('getAggregateBalance', balance, [longTokens, shortTokens, settlementTokens])
  mustEqual(
    'wallet',
    [settlement?.[0], long?.[0], short?.[0]],
    [wallet.settlement, wallet.long, wallet.short],
  )
}

function openIds(pool: PoolSnapshot): bigint[] {
  const last = lastCommittableIntervalId(pool)
  const ids: bigint[] = []
  for (let id = pool.updateIntervalId; id <= last; id += 1n) ids.push(id)
  return ids
}

/** Keeps the last executed intervals and those that a user still needs. */
function forget(walk: Walk): PoolSnapshot {
  const needed = new Set(walk.users.flatMap((user) => user.state.unAggregatedCommitments))
  const { executedIntervals, updateIntervalId } = walk.pool
  return {
    ...walk.pool,
    executedIntervals: executedIntervals.filter(
      (interval) =>
        interval.updateIntervalId + 16n > updateIntervalId || needed.has(interval.updateIntervalId),
    ),
  }
}
