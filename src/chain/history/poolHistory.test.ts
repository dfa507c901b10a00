import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { type Hex, numberToHex } from 'viem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resolveNetwork } from '../network'
import {
  COMMITTER,
  createFakeChain,
  type FakeChain,
  type FakeLog,
  GENESIS_SEC,
  KEEPER,
  type Mischief,
  MULTICALL3,
  POOL,
  quadHex,
  USER,
  upkeepLogs,
} from './fakeChain'
import { createHistoryStore, type HistoryStore } from './historyStore'
import { createPoolHistory, type PoolHistory, type PoolHistoryOptions } from './poolHistory'
import type { PoolHistoryState } from './poolHistoryState'

const BLOCKS = 3_000
const network = resolveNetwork({
  chainId: 1337,
  rpcUrls: ['http://localhost'],
  poolFactory: KEEPER,
})

/** An upkeep each tenth block, a commit each 25th. */
function logsOf(block: number): FakeLog[] {
  if (block % 10 === 0 && block > 0) return upkeepLogs(block / 10)
  return block % 25 === 3 ? [commitLog(BigInt(block))] : []
}

function commitLog(amount: bigint): FakeLog {
  return {
    address: COMMITTER,
    eventName: 'CreateCommit',
    args: {
      user: USER,
      amount,
      commitType: 2,
      appropriateUpdateIntervalId: 999n,
      fromAggregateBalance: false,
      payForClaim: false,
      mintingFee: quadHex(0n),
    },
  }
}

const forgetful: HistoryStore = {
  load: async () => ({ chunks: [], checkpoints: [] }),
  save: async () => {},
  close() {},
}

const opened: PoolHistory[] = []

function open(chain: FakeChain, options: Partial<PoolHistoryOptions> = {}): PoolHistory {
  const history = createPoolHistory({
    client: chain.client(),
    network: { ...network, multicall3: MULTICALL3 },
    facts: {
      address: POOL,
      committer: COMMITTER,
      keeper: KEEPER,
      updateIntervalSec: 10n,
      frontRunningIntervalSec: 2n,
    },
    depthSec: 1_000n,
    confirmations: 20n,
    store: forgetful,
    ...options,
  })
  opened.push(history)
  return history
}

afterEach(() => {
  for (const history of opened.splice(0)) history.stop()
  vi.useRealTimers()
})

/** Everything that a chain's blocks hold, newest first. */
function upkeepBlocks(from: number, to: number): bigint[] {
  const blocks: bigint[] = []
  for (let block = to; block >= from; block--)
    if (block % 10 === 0 && block > 0) blocks.push(BigInt(block))
  return blocks
}

const blocksOf = (records: readonly { blockNumber: bigint }[]) =>
  records.map(({ blockNumber }) => blockNumber)

const logRequests = (chain: FakeChain) =>
  chain.requests
    .filter(({ method }) => method === 'eth_getLogs')
    .map(({ params }) => {
      const [{ fromBlock, toBlock }] = params as [{ fromBlock: Hex; toBlock: Hex }]
      return { from: Number(fromBlock), to: Number(toBlock) }
    })

async function wholeState(chain: FakeChain): Promise<PoolHistoryState> {
  const history = open(chain)
  await history.refresh(chain.head())
  await history.loadMore(0n)
  return history.getSnapshot()
}

describe('a pool’s history', () => {
  it('reads the wanted time, newest first, and tells how far it is', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    const history = open(chain)
    expect(history.getSnapshot().status).toBe('idle')
    await history.refresh(chain.head())
    const state = history.getSnapshot()
    expect(state).toMatchObject({ status: 'idle', progress: 1, isComplete: false, gaps: [] })
    expect(state.coveredToBlock).toBe(BigInt(BLOCKS - 1))
    const from = Number(state.coveredFromBlock)
    expect(from).toBeLessThanOrEqual(BLOCKS - 1 - 1_000)
    expect(from).toBeGreaterThan(BLOCKS - 1 - 1_200)
    expect(blocksOf(state.upkeeps)).toEqual(upkeepBlocks(from, BLOCKS - 1))
    expect(chain.mostInFlight).toBe(1)
  })

  it('does not pass for whole from the moment that more is wanted', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    const history = open(chain)
    await history.refresh(chain.head())
    const done = history.loadMore(0n)
    expect(history.getSnapshot().status).toBe('loading')
    expect(history.getSnapshot().progress).toBeLessThan(1)
    await done
    expect(history.getSnapshot()).toMatchObject({ status: 'idle', progress: 1 })
  })

  it('reads everything when asked to, each block once', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    const state = await wholeState(chain)
    expect(state).toMatchObject({ isComplete: true, progress: 1 })
    expect(blocksOf(state.upkeeps)).toEqual(upkeepBlocks(0, BLOCKS - 1))
    expect(state.commits).toHaveLength(BLOCKS / 25)
    const windows = logRequests(chain)
    expect(windows.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(BLOCKS)
  })

  it('stops at the pool’s own beginning', async () => {
    const initialized: FakeLog = {
      address: POOL,
      eventName: 'PoolInitialized',
      args: { longToken: USER, shortToken: USER, settlementToken: USER, poolName: '3-X/Y' },
    }
    const chain = createFakeChain(30_000, (block) => {
      if (block === 25_000) return [initialized]
      return block > 25_000 ? logsOf(block) : []
    })
    const history = open(chain)
    chain.mischief = limitBlocks(1_000)
    await history.refresh(chain.head())
    await history.loadMore(0n)
    expect(history.getSnapshot()).toMatchObject({ isComplete: true, progress: 1, status: 'idle' })
    expect(Math.min(...logRequests(chain).map(({ from }) => from))).toBeGreaterThan(23_000)
  })

  it('takes two requests for a new block, and keeps the lists it has', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    const history = open(chain)
    await history.refresh(chain.head())
    const before = history.getSnapshot()
    chain.requests.length = 0
    chain.grow(1)
    await history.refresh(chain.head())
    expect(chain.requests.map(({ method }) => method)).toEqual([
      'eth_getBlockByNumber',
      'eth_getLogs',
      ...(BLOCKS % 10 === 0 ? ['eth_call'] : []),
    ])
    chain.grow(1)
    const middle = history.getSnapshot()
    expect(middle.upkeeps.length).toBe(before.upkeeps.length + 1)
    await history.refresh(chain.head())
    expect(history.getSnapshot().upkeeps).toBe(middle.upkeeps)
    expect(history.getSnapshot().coveredToBlock).toBe(BigInt(BLOCKS + 1))
  })

  it('follows the chain for long without losing or doubling anything', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    const history = open(chain)
    await history.refresh(chain.head())
    for (let round = 0; round < 60; round++) {
      chain.grow(1 + ((round * 7) % 45))
      await history.refresh(chain.head())
    }
    const { coveredFromBlock, coveredToBlock, upkeeps } = history.getSnapshot()
    expect(blocksOf(upkeeps)).toEqual(
      upkeepBlocks(Number(coveredFromBlock), Number(coveredToBlock)),
    )
  })
})

function limitBlocks(most: number) {
  return (method: string, params: readonly unknown[]) => {
    if (method !== 'eth_getLogs') return undefined
    const [{ fromBlock, toBlock }] = params as [{ fromBlock: Hex; toBlock: Hex }]
    if (Number(toBlock) - Number(fromBlock) + 1 > most)
      throw Object.assign(new Error('block range is too wide'), { code: -32600 })
    return undefined
  }
}

/** Lets the RPC's logs through `change`. */
function replaceLogs(change: (logs: readonly unknown[]) => unknown): Mischief {
  const honest = createFakeChain(BLOCKS, logsOf).client()
  return async (method, params) => {
    if (method !== 'eth_getLogs') return undefined
    return change((await honest.request({ method, params } as never)) as unknown as unknown[])
  }
}

describe('an RPC that', () => {
  it.each([7, 100, 1_234])('takes %i blocks at once gives the identical history', async (most) => {
    const free = createFakeChain(BLOCKS, logsOf)
    const limited = createFakeChain(BLOCKS, logsOf)
    limited.mischief = limitBlocks(most)
    expect(await wholeState(limited)).toEqual(await wholeState(free))
    const windows = logRequests(limited)
    const refused = windows.filter(({ from, to }) => to - from + 1 > most).length
    expect(refused).toBeLessThan(windows.length / 2 + 8)
  })

  it.each([1, 3, 16])(
    'takes %i blocks at once loses and doubles nothing at an edge',
    async (most) => {
      const everyBlock = (block: number) => [commitLog(BigInt(block)), commitLog(BigInt(block))]
      const chain = createFakeChain(200, everyBlock)
      chain.mischief = limitBlocks(most)
      const history = open(chain)
      await history.refresh(chain.head())
      for (const blocks of [1, 30, 2, 61]) {
        chain.grow(blocks)
        await history.refresh(chain.head())
      }
      const amounts = history.getSnapshot().commits.map(({ amount }) => Number(amount))
      expect(amounts).toEqual(
        Array.from({ length: 294 * 2 }, (_, index) => 293 - Math.floor(index / 2)),
      )
    },
  )

  it('limits the number of logs gives the identical history', async () => {
    const free = createFakeChain(BLOCKS, logsOf)
    const limited = createFakeChain(BLOCKS, logsOf)
    limited.mischief = replaceLogs((logs) => {
      if (logs.length <= 40) return logs
      throw Object.assign(new Error('query returned more than 40 results'), { code: -32005 })
    })
    expect(await wholeState(limited)).toEqual(await wholeState(free))
  })

  it('says no block times is asked for them', async () => {
    const free = createFakeChain(300, logsOf)
    const untimed = createFakeChain(300, logsOf)
    untimed.mischief = replaceLogs((logs) =>
      logs.map((log) => ({ ...(log as object), blockTimestamp: null })),
    )
    expect(await wholeState(untimed)).toEqual(await wholeState(free))
  })

  it('gives empty lists for old blocks does not pass for complete', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    const limit = limitBlocks(400)
    chain.mischief = (method, params) => {
      limit(method, params)
      if (method !== 'eth_getLogs') return undefined
      return Number((params[0] as { toBlock: Hex }).toBlock) < 1_500 ? [] : undefined
    }
    const state = await wholeState(chain)
    expect(state.upkeeps.length).toBeGreaterThan(100)
    expect(state).toMatchObject({ status: 'idle', gaps: [], isComplete: false })
    expect(state.upkeeps.at(-1)?.blockNumber).toBeGreaterThan(1_000n)
  })

  it('refuses a single block is given up', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    chain.mischief = limitBlocks(0)
    const history = open(chain)
    await history.refresh(chain.head())
    expect(history.getSnapshot()).toMatchObject({ status: 'failed' })
    const asked = chain.requests.length
    await history.refresh(chain.head())
    expect(chain.requests.length).toBe(asked)
  })

  it('has pruned the past still gives the newest blocks', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    chain.mischief = (method, params) => {
      if (method !== 'eth_getLogs') return undefined
      const [{ fromBlock }] = params as [{ fromBlock: Hex }]
      if (Number(fromBlock) < 2_900)
        throw Object.assign(new Error('pruned history unavailable'), { code: 4444 })
      return undefined
    }
    const history = open(chain)
    await history.refresh(chain.head())
    expect(history.getSnapshot()).toMatchObject({ status: 'failed', upkeeps: [{}, {}] })
    chain.grow(10)
    await history.refresh(chain.head())
    expect(history.getSnapshot()).toMatchObject({
      status: 'failed',
      coveredToBlock: BigInt(BLOCKS + 9),
    })
  })
})

describe('an RPC that for a while', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  })

  /** Refreshes while the first requests go wrong, and looks at the pauses. */
  async function readThroughTrouble(trouble: (request: number) => unknown, rounds = 12) {
    const chain = createFakeChain(300, logsOf)
    let asked = 0
    const times: number[] = []
    chain.mischief = (method) => {
      if (method !== 'eth_getLogs') return undefined
      times.push(Date.now())
      return trouble(asked++)
    }
    const history = open(chain)
    const statuses = new Set<string>()
    history.subscribe(() => statuses.add(history.getSnapshot().status))
    const done = history.refresh(chain.head())
    for (let round = 0; round < rounds; round++) await vi.advanceTimersByTimeAsync(60_000)
    await done
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    return { state: history.getSnapshot(), pauses, statuses, chain }
  }

  const expected = upkeepBlocks(0, 299)

  it('answers 429 is asked again after growing pauses, a minute at most', async () => {
    const { state, pauses, statuses } = await readThroughTrouble((request) => {
      if (request >= 9) return undefined
      throw Object.assign(new Error('Too Many Requests'), { status: 429 })
    })
    expect(blocksOf(state.upkeeps)).toEqual(expected)
    expect(pauses.slice(0, 9)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000,
    ])
    expect(statuses).toContain('waiting')
    expect(state).toMatchObject({ status: 'idle', error: undefined })
  })

  it.each([
    ['an object', {}],
    ['a list of nonsense', [1, 'two', null]],
    ['half a log', [{ address: POOL, topics: ['0x12'] }]],
    ['a page of HTML', '<html>'],
    ['logs that were not asked for', [{ ...strangeLog(), blockNumber: numberToHex(5_000) }]],
    ['logs of other contracts', [{ ...strangeLog(), address: USER }]],
  ])('answers with %s is asked again', async (_name, garbage) => {
    const { state } = await readThroughTrouble((request) => {
      if (request < 3) return garbage
      return undefined
    })
    expect(blocksOf(state.upkeeps)).toEqual(expected)
  })

  it('lags behind is waited for', async () => {
    const chain = createFakeChain(300, logsOf)
    chain.lag = 50
    const history = open(chain)
    const done = history.refresh(chain.head())
    await vi.advanceTimersByTimeAsync(5_000)
    expect(history.getSnapshot()).toMatchObject({ status: 'waiting', upkeeps: [] })
    chain.lag = 0
    await vi.advanceTimersByTimeAsync(60_000)
    await done
    expect(blocksOf(history.getSnapshot().upkeeps)).toEqual(expected)
  })

  it('has not the newest logs yet is corrected at the next block', async () => {
    const chain = createFakeChain(300, logsOf)
    chain.lag = 15
    const history = open(chain)
    await history.refresh(chain.head())
    expect(blocksOf(history.getSnapshot().upkeeps)).toEqual(upkeepBlocks(0, 284))
    chain.lag = 0
    chain.grow(1)
    await history.refresh(chain.head())
    expect(blocksOf(history.getSnapshot().upkeeps)).toEqual(upkeepBlocks(0, 300))
  })

  it('falls behind takes away nothing that was known', async () => {
    const chain = createFakeChain(302, logsOf)
    const history = open(chain)
    await history.refresh(chain.head())
    expect(blocksOf(history.getSnapshot().upkeeps)).toEqual(upkeepBlocks(0, 301))
    const seen: (readonly bigint[])[] = []
    history.subscribe(() => seen.push(blocksOf(history.getSnapshot().upkeeps)))
    chain.grow(1)
    chain.lag = 10
    const done = history.refresh(chain.head())
    await vi.advanceTimersByTimeAsync(5_000)
    expect(history.getSnapshot().status).toBe('waiting')
    chain.lag = 0
    await vi.advanceTimersByTimeAsync(60_000)
    await done
    for (const upkeeps of seen) expect(upkeeps).toEqual(upkeepBlocks(0, 302))
    expect(history.getSnapshot().status).toBe('idle')
  })

  it('falls far behind while the past is read leaves no hole there', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    let logs = 0
    chain.mischief = (method, params) => {
      const isPast = method === 'eth_getLogs' && ++logs === 4
      // Another node takes over, which ends in the middle of the past.
      if (isPast) chain.lag = BLOCKS - 1_500
      return limitBlocks(300)(method, params)
    }
    const history = open(chain)
    void history.refresh(chain.head())
    const done = history.loadMore(0n)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(chain.lag).toBeGreaterThan(0)
    expect(history.getSnapshot()).toMatchObject({ status: 'waiting', isComplete: false })
    chain.mischief = limitBlocks(300)
    chain.lag = 0
    await vi.advanceTimersByTimeAsync(60_000)
    await done
    expect(history.getSnapshot().isComplete).toBe(true)
    expect(blocksOf(history.getSnapshot().upkeeps)).toEqual(upkeepBlocks(0, BLOCKS - 1))
  })

  it('half answers a multicall is asked for the other half at the next block', async () => {
    const chain = createFakeChain(300, logsOf)
    chain.halfAnswers = true
    const history = open(chain)
    await history.refresh(chain.head())
    const prices = () =>
      history.getSnapshot().upkeeps.map(({ executed }) => executed[0]?.prices !== undefined)
    expect(new Set(prices())).toEqual(new Set([true, false]))
    expect(history.getSnapshot().status).toBe('idle')
    chain.halfAnswers = false
    chain.grow(1)
    await history.refresh(chain.head())
    expect(new Set(prices())).toEqual(new Set([true]))
  })

  it('never answers is left when the history is stopped', async () => {
    const chain = createFakeChain(300, logsOf)
    chain.mischief = () => {
      throw Object.assign(new Error('Too Many Requests'), { status: 429 })
    }
    const history = open(chain)
    const done = history.refresh(chain.head())
    await vi.advanceTimersByTimeAsync(1_500)
    history.stop()
    await done
    const asked = chain.requests.length
    await vi.advanceTimersByTimeAsync(600_000)
    await history.refresh(chain.head())
    expect(chain.requests.length).toBe(asked)
  })
})

function strangeLog() {
  return {
    address: POOL,
    topics: [`0x${'1'.repeat(64)}`],
    data: '0x',
    blockNumber: '0x5',
    blockHash: '0x01',
    transactionHash: '0x02',
    logIndex: '0x0',
  }
}

describe('after a reorganisation', () => {
  const forked = (block: number): FakeLog[] => (block % 10 === 4 ? upkeepLogs(10_000 + block) : [])

  it('of the newest blocks they are replaced', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    const history = open(chain)
    await history.refresh(chain.head())
    chain.fork(BLOCKS - 15, forked)
    chain.grow(1)
    await history.refresh(chain.head())
    const blocks = blocksOf(history.getSnapshot().upkeeps)
    expect(blocks.slice(0, 3)).toEqual([2_994n, 2_980n, 2_970n])
  })

  it('deeper than what was taken as final everything above the last sound block is read again', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    const history = open(chain)
    await history.refresh(chain.head())
    for (let round = 0; round < 6; round++) {
      chain.grow(40)
      await history.refresh(chain.head())
    }
    chain.fork(3_100, forked)
    chain.grow(1)
    await history.refresh(chain.head())
    const { upkeeps, coveredFromBlock, gaps } = history.getSnapshot()
    const expected = upkeepBlocks(Number(coveredFromBlock), 3_099)
    const replaced = Array.from({ length: 14 }, (_, index) => BigInt(3_104 + index * 10)).reverse()
    expect(gaps).toEqual([])
    expect(blocksOf(upkeeps)).toEqual([...replaced, ...expected])
  })
})

describe('in the browser’s storage', () => {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', new IDBFactory())
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  const stored = (chain: FakeChain) =>
    open(chain, {
      store: createHistoryStore({ chainId: 1337, poolFactory: KEEPER, pool: POOL }),
    })

  it('the past is kept: after a reload only what is new is asked for', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    const first = stored(chain)
    await first.refresh(chain.head())
    await first.loadMore(0n)
    const before = first.getSnapshot()
    first.stop()
    chain.grow(100)
    chain.requests.length = 0
    const second = stored(chain)
    await second.refresh(chain.head())
    await second.loadMore(0n)
    const after = second.getSnapshot()
    expect(after.isComplete).toBe(true)
    expect(blocksOf(after.upkeeps)).toEqual(upkeepBlocks(0, BLOCKS + 99))
    expect(after.upkeeps.slice(-before.upkeeps.length + 5)).toEqual(before.upkeeps.slice(5))
    expect(Math.min(...logRequests(chain).map(({ from }) => from))).toBeGreaterThan(BLOCKS - 50)
  })

  it('a reading that was broken off goes on where it was', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    chain.mischief = limitBlocks(50)
    const first = stored(chain)
    void first.refresh(chain.head())
    await vi.waitFor(() => expect(logRequests(chain).length).toBeGreaterThan(15))
    first.stop()
    const read = logRequests(chain).length
    chain.requests.length = 0
    const second = stored(chain)
    await second.refresh(chain.head())
    await second.loadMore(0n)
    expect(blocksOf(second.getSnapshot().upkeeps)).toEqual(upkeepBlocks(0, BLOCKS - 1))
    expect(logRequests(chain).length).toBeLessThan(BLOCKS / 50 - read + 30)
  })

  it('the past is kept where the page opens at a node that is behind it', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    const first = stored(chain)
    await first.refresh(chain.head())
    for (let round = 0; round < 30; round++) {
      chain.grow(40)
      await first.refresh(chain.head())
    }
    first.stop()
    // Behind all checkpoints but the oldest.
    const behind = {
      number: BigInt(BLOCKS + 100),
      timestampSec: BigInt(GENESIS_SEC + BLOCKS + 100),
    }
    chain.lag = 30 * 40 - 100
    const second = stored(chain)
    void second.refresh({ ...chain.head(), block: behind })
    await vi.waitFor(() => expect(second.getSnapshot().status).toBe('waiting'))
    const known = upkeepBlocks(BLOCKS, BLOCKS + 1_100)
    expect(blocksOf(second.getSnapshot().upkeeps)).toEqual(expect.arrayContaining(known))
    second.stop()
    chain.lag = 0
    chain.requests.length = 0
    const third = stored(chain)
    await third.refresh(chain.head())
    expect(blocksOf(third.getSnapshot().upkeeps)).toEqual(expect.arrayContaining(known))
    expect(Math.min(...logRequests(chain).map(({ from }) => from))).toBeGreaterThan(BLOCKS + 1_100)
  })

  it('the past of a chain that was replaced is forgotten', async () => {
    const chain = createFakeChain(BLOCKS, logsOf)
    const first = stored(chain)
    await first.refresh(chain.head())
    first.stop()
    const other = createFakeChain(BLOCKS, () => [])
    other.fork(0, (block) => (block % 100 === 1 ? [commitLog(1n)] : []))
    const second = stored(other)
    await second.refresh(other.head())
    await second.loadMore(0n)
    expect(second.getSnapshot().upkeeps).toEqual([])
    expect(second.getSnapshot().commits).toHaveLength(BLOCKS / 100)
  })
})
