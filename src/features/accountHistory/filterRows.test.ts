import { describe, expect, it } from 'vitest'
import type { ExecutionRow, HistoryRow } from '../../chain/accountHistory/historyRow'
import { CommitType } from '../../protocol/commitType'
import { filterRows } from './filterRows'

const POOL = '0x00000000000000000000000000000000000000A1'
const OTHER = '0x00000000000000000000000000000000000000A2'

const place = (block: number) =>
  ({
    pool: POOL,
    blockNumber: BigInt(block),
    blockHash: '0x01',
    transactionHash: '0x02',
    logIndex: 0,
    timestampSec: BigInt(block),
  }) as const

const reward = (block: number): HistoryRow => ({ ...place(block), kind: 'reward', amount: 1n })

describe('filtered rows', () => {
  const mint: HistoryRow = {
    ...place(1),
    kind: 'mint',
    commitType: CommitType.LongMint,
    amount: 5n,
    mintingFee: 0n,
    updateIntervalId: 1n,
    isFromEscrow: false,
    execution: 'pending',
  }
  const flip: HistoryRow = { ...mint, kind: 'flip', commitType: CommitType.LongBurnShortMint }
  const sent: HistoryRow = {
    ...place(2),
    pool: OTHER,
    kind: 'sent',
    side: 'short',
    tokens: 1n,
    other: POOL,
  }
  const claim: HistoryRow = {
    ...place(3),
    kind: 'claim',
    longTokens: 0n,
    shortTokens: 4n,
    settlementTokens: 9n,
  }
  const rows = [mint, flip, sent, claim, reward(4)]
  const ALL = { market: undefined, kind: undefined, side: undefined }
  const filter = (change: object) => filterRows(rows, { ...ALL, ...change })

  it('are of the market, kind and side', () => {
    expect(filter({})).toEqual(rows)
    expect(filter({ market: OTHER.toLowerCase() })).toEqual([sent])
    expect(filter({ kind: 'transfer' })).toEqual([sent])
    expect(filter({ kind: 'reward' })).toEqual([rows[4]])
    expect(filter({ side: 'long' })).toEqual([mint, flip])
    expect(filter({ side: 'short' })).toEqual([flip, sent, claim])
    expect(filter({ side: 'short', kind: 'flip', market: POOL.toLowerCase() })).toEqual([flip])
  })

  it('of mints, burns and flips have their executions, with the part of this kind', () => {
    const resultOf = (commitType: CommitType) => ({
      commitType,
      spent: 5n,
      mintingFee: 0n,
      burningFee: 0n,
      flipMintingFee: undefined,
      received: 4n,
      commits: [],
    })
    const execution: ExecutionRow = {
      ...place(5),
      kind: 'execution',
      updateIntervalId: 1n,
      prices: undefined,
      results: [resultOf(CommitType.LongMint), resultOf(CommitType.ShortBurn)],
    }
    const unknown: ExecutionRow = { ...execution, results: undefined }
    const elsewhere: ExecutionRow = { ...unknown, updateIntervalId: 2n }
    const all = [execution, unknown, elsewhere, ...rows]
    const of = (kind: string) => filterRows(all, { ...ALL, kind: kind as 'mint' })
    const partOf = (commitType: CommitType) => ({ ...execution, results: [resultOf(commitType)] })
    expect(of('mint')).toEqual([partOf(CommitType.LongMint), unknown, mint])
    expect(of('burn')).toEqual([partOf(CommitType.ShortBurn)])
    expect(of('flip')).toEqual([unknown, flip])
    expect(of('execution')).toEqual([execution, unknown, elsewhere])
    expect(filterRows(all, { ...ALL, kind: 'burn', side: 'long' })).toEqual([])
  })
})
