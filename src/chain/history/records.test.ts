import { describe, expect, it } from 'vitest'
import { MalformedResponseError } from '../errors'
import { decodeLog, inChainOrder, poolFilter, rawLogReader } from './decodeLog'
import {
  COMMITTER,
  encodeLog,
  type FakeLog,
  KEEPER,
  OTHER_POOL,
  POOL,
  quadHex,
  USER,
  upkeepLogs,
} from './fakeChain'
import { logKey } from './poolEvent'
import { toRecords } from './records'

const contracts = { pool: POOL, committer: COMMITTER, keeper: KEEPER }
const block = { number: 7, hash: '0x07', timestampSec: 1_000 } as const

const toRawLogs = (answer: readonly unknown[]) =>
  inChainOrder(answer.map(rawLogReader(contracts, { fromBlock: 0n, toBlock: 100n })))

function rawLogs(logs: readonly FakeLog[]) {
  return toRawLogs(logs.map((log, index) => encodeLog(log, block, index)))
}

function eventsOf(logs: readonly FakeLog[]) {
  return rawLogs(logs)
    .filter(poolFilter(contracts))
    .map((log) => decodeLog(log, log.timestampSec ?? 0n))
}

const failure: FakeLog = {
  address: KEEPER,
  eventName: 'PoolUpkeepError',
  args: { pool: POOL, reason: 'price == 0' },
}
const unpaid: FakeLog = {
  address: KEEPER,
  eventName: 'KeeperPaymentError',
  args: { _pool: POOL, keeper: USER, expectedReward: 9n },
}

function commitLog(amount: bigint, transaction = 0): FakeLog {
  return {
    address: COMMITTER,
    eventName: 'CreateCommit',
    args: {
      user: USER,
      amount,
      commitType: 5,
      appropriateUpdateIntervalId: 12n,
      fromAggregateBalance: true,
      payForClaim: false,
      mintingFee: quadHex(77n),
    },
    transaction,
  }
}

describe('records', () => {
  it('put the events of one upkeep together', () => {
    const { upkeeps } = toRecords(eventsOf(upkeepLogs(3)))
    expect(upkeeps).toEqual([
      {
        blockNumber: 7n,
        blockHash: '0x07',
        transactionHash: expect.stringMatching(/^0x/),
        logIndex: 2,
        timestampSec: 1_000n,
        startPriceWad: 3n,
        endPriceWad: 4n,
        rebalance: {
          shortBalanceChange: -5n,
          longBalanceChange: 3n,
          shortFeeAmount: 1n,
          longFeeAmount: 1n,
        },
        executed: [{ updateIntervalId: 3n, burningFee: 0n, prices: undefined }],
        payment: { keeper: USER, rewardWei: 2n, isPaid: true },
        balances: undefined,
      },
    ])
  })

  it('keep several upkeeps of one transaction apart', () => {
    const { upkeeps } = toRecords(eventsOf([...upkeepLogs(1), ...upkeepLogs(2), ...upkeepLogs(3)]))
    expect(
      upkeeps.map(({ executed }) => executed.map(({ updateIntervalId }) => updateIntervalId)),
    ).toEqual([[1n], [2n], [3n]])
    expect(new Set(upkeeps.map(logKey)).size).toBe(3)
    expect(upkeeps.every(({ payment }) => payment?.isPaid)).toBe(true)
  })

  it('know all intervals of a late upkeep, and one without a price change', () => {
    const [, executed, ...rest] = upkeepLogs(1)
    if (executed === undefined) throw new Error('no log')
    const second = { ...executed, args: { ...executed.args, updateIntervalId: 2n } }
    const { upkeeps } = toRecords(eventsOf([executed, second, ...rest]))
    expect(upkeeps).toMatchObject([
      { rebalance: undefined, executed: [{ updateIntervalId: 1n }, { updateIntervalId: 2n }] },
    ])
  })

  it('know upkeeps that failed, and that no one was paid', () => {
    const { failedUpkeeps, upkeeps } = toRecords(eventsOf([failure, unpaid, ...upkeepLogs(5)]))
    expect(failedUpkeeps).toMatchObject([
      { reason: 'price == 0', payment: { rewardWei: 9n, isPaid: false } },
    ])
    expect(upkeeps).toMatchObject([{ payment: { rewardWei: 2n, isPaid: true } }])
  })

  it('keep several commits of one transaction apart', () => {
    const { commits } = toRecords(eventsOf([commitLog(1n), commitLog(1n), commitLog(1n, 1)]))
    expect(commits).toHaveLength(3)
    expect(new Set(commits.map(logKey)).size).toBe(3)
    expect(commits[0]).toMatchObject({
      user: USER,
      amount: 1n,
      commitType: 5,
      updateIntervalId: 12n,
      fromAggregateBalance: true,
      payForClaim: false,
      mintingFee: 77n,
    })
  })

  it('know claims, and the balances that the pool said', () => {
    const claim: FakeLog = { address: COMMITTER, eventName: 'Claim', args: { user: USER } }
    const said: FakeLog = {
      address: POOL,
      eventName: 'PoolBalancesChanged',
      args: { long: 8n, short: 9n },
    }
    const { claims, balances } = toRecords(eventsOf([said, claim]))
    expect(claims).toMatchObject([{ user: USER, logIndex: 1 }])
    expect(balances).toMatchObject([{ longBalance: 8n, shortBalance: 9n }])
  })
})

describe('logs', () => {
  it('of other pools are left out, and so are removed and doubled ones', () => {
    const [log] = upkeepLogs(1)
    if (log === undefined) throw new Error('no log')
    const encoded = encodeLog(log, block, 0)
    const removed = { ...encodeLog(log, block, 1), removed: true }
    expect(toRawLogs([encoded, encoded, removed])).toHaveLength(1)
    const foreign: FakeLog = {
      address: KEEPER,
      eventName: 'PoolUpkeepError',
      args: { pool: OTHER_POOL, reason: '' },
    }
    expect(eventsOf([foreign])).toEqual([])
  })

  it('come in chain order, whatever the RPC’s', () => {
    const answer = upkeepLogs(1)
      .map((log, index) => encodeLog(log, block, index))
      .reverse()
    const indices = toRawLogs(answer).map(({ place }) => place.logIndex)
    expect(indices).toEqual([0, 1, 2, 3, 4])
  })

  it('with an unknown commit type, or cut short, are no logs', () => {
    const strange = { ...commitLog(1n), args: { ...commitLog(1n).args, commitType: 6 } }
    expect(() => eventsOf([strange])).toThrow(MalformedResponseError)
    const cut = { ...encodeLog(commitLog(1n), block, 0), data: '0x12' }
    const [raw] = toRawLogs([cut])
    if (raw === undefined) throw new Error('no log')
    expect(() => decodeLog(raw, 1n)).toThrow(MalformedResponseError)
  })

  it('with an endless reason are cut', () => {
    const endless = { ...failure, args: { pool: POOL, reason: '‮'.repeat(10_000) } }
    expect(toRecords(eventsOf([endless])).failedUpkeeps[0]?.reason).toHaveLength(500)
  })
})
