import { describe, expect, it, vi } from 'vitest'
import type { HistoryRow } from '../../chain/accountHistory/historyRow'
import { pageOf, parseFilter, sliceByTime, timeSpan, withFilter } from './historyFilter'

const POOL = '0x00000000000000000000000000000000000000A1'
const DAY = 1_767_225_600n // 2026-01-01T00:00:00Z

const place = (block: number, timestampSec: bigint | undefined = DAY + BigInt(block)) =>
  ({
    pool: POOL,
    blockNumber: BigInt(block),
    blockHash: '0x01',
    transactionHash: '0x02',
    logIndex: 0,
    timestampSec,
  }) as const

const reward = (block: number, timestampSec?: bigint): HistoryRow => ({
  ...place(block, timestampSec),
  kind: 'reward',
  amount: 1n,
})

describe('the filter in the link', () => {
  const parse = (query: string) => parseFilter(new URLSearchParams(query))

  it('is what the link says', () => {
    expect(
      parse(`market=${POOL}&kind=flip&side=short&from=2026-01-02&to=2026-02-28&page=3`),
    ).toEqual({
      market: POOL.toLowerCase(),
      kind: 'flip',
      side: 'short',
      from: '2026-01-02',
      to: '2026-02-28',
      page: 3,
    })
  })

  it.each([
    ['market', 'constructor'],
    ['market', '0x12'],
    ['kind', 'toString'],
    ['side', 'both'],
    ['from', '2026-02-30'],
    ['from', 'yesterday'],
    ['to', '2026-1-1'],
  ])('ignores a bad %s: %s', (key, value) => {
    expect(parse(`${key}=${value}`)[key as 'market']).toBeUndefined()
  })

  it.each(['0', '-1', '1.5', 'x', '1e99', ''])('takes page %j for the first', (page) => {
    expect(parse(`page=${page}`).page).toBe(1)
  })

  it('changes one thing, keeps the rest of the link, and starts at the first page again', () => {
    const params = new URLSearchParams('account=0x1&kind=flip&page=4')
    expect(withFilter(params, { side: 'long' }).toString()).toBe('account=0x1&kind=flip&side=long')
    expect(withFilter(params, { kind: '' }).toString()).toBe('account=0x1')
    expect(withFilter(params, { page: '5' }).toString()).toBe('account=0x1&kind=flip&page=5')
    expect(withFilter(params, { page: '1' }).toString()).toBe('account=0x1&kind=flip')
  })
})

describe('rows of some days', () => {
  const rows = [40, 30, 20, 10, 0].map((block) => reward(block, DAY + 3_600n * BigInt(block)))
  const slice = (from?: string, to?: string, of = rows) => sliceByTime(of, timeSpan({ from, to }))
  const blocks = (result: ReturnType<typeof sliceByTime>) =>
    'rows' in result ? result.rows.map(({ blockNumber }) => Number(blockNumber)) : undefined

  it('include both days, to the second', () => {
    expect(blocks(slice())).toEqual([40, 30, 20, 10, 0])
    expect(blocks(slice('2026-01-01', '2026-01-01'))).toEqual([20, 10, 0])
    expect(blocks(slice('2026-01-02'))).toEqual([40, 30])
    expect(blocks(slice(undefined, '2025-12-31'))).toEqual([])
    const edges = [reward(2, DAY + 86_400n), reward(1, DAY + 86_399n), reward(0, DAY - 1n)]
    expect(blocks(slice('2026-01-01', '2026-01-01', edges))).toEqual([1])
    expect(blocks(slice('2026-01-02', '2026-01-01'))).toEqual([])
  })

  it('are the visitor’s own, also the one that has 23 hours', () => {
    vi.stubEnv('TZ', 'Europe/Berlin')
    expect(timeSpan({ from: '2026-03-29', to: '2026-03-29' })).toEqual({
      fromSec: BigInt(Date.UTC(2026, 2, 28, 23) / 1_000),
      endSec: BigInt(Date.UTC(2026, 2, 29, 22) / 1_000),
    })
    vi.unstubAllEnvs()
  })

  it('need few times to be known', () => {
    const known = new Map<bigint, bigint>()
    const untimed = Array.from({ length: 4_000 }, (_, index) => reward(4_000 - index))
    let asked = 0
    for (;;) {
      const now = untimed.map((row) => ({ ...row, timestampSec: known.get(row.blockNumber) }))
      const result = sliceByTime(now, { fromSec: DAY + 1_000n, endSec: DAY + 3_000n })
      if ('rows' in result) {
        expect(result.rows.length).toBe(2_000)
        expect(result.rows[0]?.blockNumber).toBe(2_999n)
        break
      }
      for (const row of result.undecided) {
        asked++
        known.set(row.blockNumber, DAY + row.blockNumber)
      }
    }
    expect(asked).toBeLessThan(30)
  })
})

describe('pages', () => {
  const rows = Array.from({ length: 51 }, (_, index) => index)

  it('have each row once, and the last one is shown for a later one', () => {
    expect(pageOf(rows, 1)).toMatchObject({ page: 1, pages: 3 })
    expect([1, 2, 3].flatMap((page) => pageOf(rows, page).rows)).toEqual(rows)
    expect(pageOf(rows, 99)).toMatchObject({ page: 3, rows: [50] })
    expect(pageOf([], 5)).toEqual({ rows: [], page: 1, pages: 1 })
  })
})
