import { describe, expect, it } from 'vitest'
import type { AccountClaim, AccountCommit } from '../../chain/commits/accountLog'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { createFlow } from '../../flows/createFlow'
import { SAMPLE_COMMIT, SAMPLE_LEG } from '../../flows/testing/sampleCommit'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { orderExecution } from './orderExecution'

const [HASH, OTHER] = [`0x${'1'.repeat(64)}`, `0x${'2'.repeat(64)}`] as const
const NOW = SAMPLE_POOL.updateIntervalId
const { pool } = SAMPLE_COMMIT

function anOrder(hashes: readonly `0x${string}`[]) {
  const intent = { ...SAMPLE_COMMIT, legs: hashes.map(() => SAMPLE_LEG) }
  const flow = createFlow({ id: '', chainId: 1, account: pool, createdAtMs: 0, intent }, false)
  const steps = flow.steps.map((step, leg) => ({ ...step, hashes: hashes.slice(leg, leg + 1) }))
  return { steps, intent }
}

const commit = (transactionHash: string, updateIntervalId: bigint) =>
  ({ pool, transactionHash, updateIntervalId, blockNumber: 5n }) as unknown as AccountCommit
const claim = (blockNumber: bigint) => ({ pool, blockNumber }) as unknown as AccountClaim

function poolWith(settlementTokens: bigint) {
  const escrow = { longTokens: 0n, shortTokens: 0n, settlementTokens }
  return {
    facts: { address: pool },
    snapshot: SAMPLE_POOL,
    account: { escrow },
  } as unknown as PoolAtBlock
}

describe('whether the chain shows an order as executed', () => {
  const order = anOrder([HASH])

  it('waits as long as its interval is the current one or a later one', () => {
    for (const id of [NOW, NOW + 1n])
      expect(
        orderExecution(order, { commits: [commit(HASH, id)], claims: [] }, poolWith(0n)),
      ).toBeUndefined()
  })

  it('is executed once the pool has gone on, and claimable while something is in escrow', () => {
    const log = { commits: [commit(HASH, NOW - 1n), commit(OTHER, NOW)], claims: [claim(4n)] }
    expect(orderExecution(order, log, poolWith(1n))).toEqual({ isClaimable: true })
    expect(orderExecution(order, log, poolWith(0n))).toEqual({ isClaimable: false })
    const claimed = { ...log, claims: [claim(6n)] }
    expect(orderExecution(order, claimed, poolWith(1n))).toEqual({ isClaimable: false })
  })

  it('is not told from some of its commits, nor from those of others', () => {
    const commits = [commit(HASH, NOW - 1n)]
    const both = anOrder([HASH, OTHER])
    expect(orderExecution(both, { commits, claims: [] }, poolWith(1n))).toBeUndefined()
    const foreign = { commits: [commit(OTHER, NOW - 1n)], claims: [] }
    expect(orderExecution(order, foreign, poolWith(1n))).toBeUndefined()
    const all = [commit(HASH, NOW - 2n), commit(OTHER, NOW)]
    expect(orderExecution(both, { commits: all, claims: [] }, poolWith(1n))).toBeUndefined()
  })
})
