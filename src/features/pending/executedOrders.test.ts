import type { Address, Hash } from 'viem'
import { describe, expect, it } from 'vitest'
import type { AccountCommit, AccountLog } from '../../chain/commits/accountLog'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { PoolFacts } from '../../chain/poolFacts'
import { createFlow } from '../../flows/createFlow'
import type { Flow } from '../../flows/flow'
import type { CommitProjection } from '../../flows/kinds/commit'
import { CommitType } from '../../protocol/commitType'
import { fromUInt, ONE, POSITIVE_ZERO } from '../../protocol/quad'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { executedOrders, orderResult } from './executedOrders'

const POOL: Address = '0x00000000000000000000000000000000000000b1'
const USER: Address = '0x00000000000000000000000000000000000000c1'
const hashOf = (name: string): Hash => `0x${name.repeat(64)}`
const pool = { facts: { address: POOL } as PoolFacts, snapshot: SAMPLE_POOL } as PoolAtBlock
const PROJECTION: CommitProjection = {
  atBlock: 1n,
  intervalId: 99n,
  spotPrice: 1n,
  longTokens: 30n,
  shortTokens: 0n,
  settlementTokens: 0n,
}

const commit = (
  name: string,
  logIndex: number,
  more: Partial<AccountCommit> = {},
): AccountCommit => ({
  pool: POOL,
  blockNumber: 7n,
  transactionHash: hashOf(name),
  logIndex,
  amount: 10n,
  recorded: 10n,
  commitType: CommitType.LongMint,
  updateIntervalId: 99n,
  fromAggregateBalance: false,
  payForClaim: false,
  mintingFee: POSITIVE_ZERO,
  ...more,
})
const logOf = (...commits: AccountCommit[]): AccountLog => ({
  account: USER,
  commits,
  claims: [],
  fromBlock: 0n,
  toBlock: 9n,
})

function flowOf(legs: number, ...names: string[]): Flow {
  const leg = { commitType: CommitType.LongMint, amount: 10n, fromAggregateBalance: false }
  const flow = createFlow(
    {
      id: 'the order',
      chainId: 1,
      account: USER,
      createdAtMs: 0,
      intent: {
        kind: 'commit',
        title: '',
        pool: POOL,
        committer: POOL,
        settlementToken: POOL,
        legs: Array.from({ length: legs }, () => leg),
        approval: 'exact',
        autoClaimWei: 0n,
        projection: PROJECTION,
      },
    },
    false,
  )
  return { ...flow, steps: flow.steps.map((step) => ({ ...step, hashes: names.map(hashOf) })) }
}

describe('executed orders', () => {
  it('are one for each flow of this browser, and one for each other commit, the newest first', () => {
    const log = logOf(commit('1', 1), commit('2', 1), commit('2', 5), commit('3', 1))
    const orders = executedOrders(log, [pool], [flowOf(2, '2')])
    expect(orders.map(({ key, commits }) => [key, commits.length])).toEqual([
      [`${hashOf('3')}:1`, 1],
      ['the order', 2],
      [`${hashOf('1')}:1`, 1],
    ])
    expect(orders.map(({ projection }) => projection)).toEqual([undefined, PROJECTION, undefined])
  })

  it('wait until all of their commits have been executed', () => {
    const log = logOf(commit('2', 1), commit('3', 1, { updateIntervalId: 100n }))
    expect(executedOrders(log, [pool], [flowOf(2, '2', '3')])).toEqual([])
  })

  it('of two flows in one transaction are held each against its own projection', () => {
    const other = { ...PROJECTION, longTokens: 7n }
    const second = flowOf(1, '2')
    const flows = [
      flowOf(1, '2'),
      { ...second, id: 'the other', intent: { ...second.intent, projection: other } } as Flow,
    ]
    const orders = executedOrders(logOf(commit('2', 1), commit('2', 5)), [pool], flows)
    expect(orders.map(({ projection }) => projection).reverse()).toEqual([PROJECTION, other])
  })

  it('are held against no projection of another market, type or amount in their transaction', () => {
    const made = flowOf(1, '2')
    const elsewhere = { ...made.intent, pool: USER } as Flow['intent']
    for (const log of [
      logOf(commit('2', 1, { amount: 11n })),
      logOf(commit('2', 1, { commitType: CommitType.ShortMint })),
    ])
      expect(executedOrders(log, [pool], [made])[0]?.projection).toBeUndefined()
    const [order] = executedOrders(logOf(commit('2', 1)), [pool], [{ ...made, intent: elsewhere }])
    expect(order?.projection).toBeUndefined()
  })

  it('are held against no projection when a part of them was never made', () => {
    const [order] = executedOrders(logOf(commit('2', 1)), [pool], [flowOf(2, '2', '3')])
    expect(order?.projection).toBeUndefined()
  })
})

describe('what an order came to', () => {
  const at = {
    updateIntervalId: 99n,
    longPrice: fromUInt(3n),
    shortPrice: ONE,
    burnFee: POSITIVE_ZERO,
  }
  const executed = new Map([[99n, at]])

  it('is what it adds to the commits before it in its interval', () => {
    const log = logOf(commit('1', 1), commit('2', 1), commit('3', 1))
    const orders = executedOrders(log, [pool], [])
    const results = orders.map((order) => orderResult(order, log, executed)?.settled.longTokens)
    // Thirty at a price of three are ten; ten alone would be three each, and one would be lost.
    expect(results.reverse()).toEqual([3n, 3n, 4n])
  })

  it('is not known before its interval has been read', () => {
    const log = logOf(commit('1', 1))
    const [order] = executedOrders(log, [pool], [])
    if (order === undefined) throw new Error('There is no order')
    expect(orderResult(order, log, new Map())).toBeUndefined()
  })

  it('is an estimate for a flip folded at a fee that has moved since', () => {
    const flip = commit('1', 1, { commitType: CommitType.LongBurnShortMint })
    const log = logOf(flip)
    const moving = { ...pool, snapshot: { ...SAMPLE_POOL, changeInterval: fromUInt(1n) } }
    const isExact = (market: PoolAtBlock) => {
      const [order] = executedOrders(log, [market], [])
      return order && orderResult(order, log, executed)?.isExact
    }
    expect(isExact(pool)).toBe(true)
    expect(isExact(moving)).toBe(false)
  })
})
