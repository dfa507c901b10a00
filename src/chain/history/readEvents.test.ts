import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { COMMITTER, createFakeChain, KEEPER, POOL, upkeepLogs } from './fakeChain'
import { readEvents } from './readEvents'

const contracts = { pool: POOL, committer: COMMITTER, keeper: KEEPER }
/** Each block's upkeep leaves four logs of this pool. */
const BLOCKS = 100
const MS_PER_LOG = 2

const read = (signal: AbortSignal) =>
  readEvents(
    createFakeChain(BLOCKS, upkeepLogs).client(),
    contracts,
    { fromBlock: 0n, toBlock: BigInt(BLOCKS - 1) },
    signal,
  )

describe('what takes long to decode', () => {
  beforeEach(() => {
    let nowMs = 0
    vi.spyOn(performance, 'now').mockImplementation(() => {
      nowMs += MS_PER_LOG
      return nowMs
    })
  })
  afterEach(() => vi.restoreAllMocks())

  it('lets others have their turn in between, and loses nothing', async () => {
    let turns = 0
    const count = () => {
      turns++
      next = setImmediate(count)
    }
    let next = setImmediate(count)
    const all = await read(new AbortController().signal)
    clearImmediate(next)
    const events = all.filter(({ kind }) => kind !== 'initialized')
    expect(events).toHaveLength(4 * BLOCKS)
    expect(events.map(({ blockNumber }) => blockNumber)).toEqual(
      events.map((_, index) => BigInt(Math.floor(index / 4))),
    )
    expect(turns).toBeGreaterThan((4 * BLOCKS * MS_PER_LOG) / 8 / 2)
  })

  it('ends as soon as no one wants it any more', async () => {
    const stopping = new AbortController()
    const reading = read(stopping.signal)
    setImmediate(() => stopping.abort(new Error('no longer wanted')))
    await expect(reading).rejects.toThrow('no longer wanted')
  })
})
