import { describe, expect, it } from 'vitest'
import type { FailedUpkeepRecord, UpkeepRecord } from '../../../chain/history/records'
import { connectedPast, isReadSince, isYoungerThan } from './historyReach'

const place = (blockNumber: bigint) => ({
  blockNumber,
  logIndex: 0,
  timestampSec: blockNumber * 10n,
  transactionHash: '0x01' as const,
  blockHash: '0x02' as const,
})
const upkeep = (block: bigint) => place(block) as unknown as UpkeepRecord
const refusal = (block: bigint): FailedUpkeepRecord => ({
  ...place(block),
  reason: 'price == 0',
  payment: undefined,
})

describe('how far back the past reaches', () => {
  const lists = { upkeeps: [upkeep(9n), upkeep(8n), upkeep(3n)], failedUpkeeps: [refusal(7n)] }

  it('ends above a gap that is not read yet', () => {
    const past = connectedPast({ ...lists, coveredFromBlock: 6n })
    expect(past.upkeeps).toHaveLength(2)
    expect(past.oldestSec).toBe(70)
    expect(connectedPast({ ...lists, coveredFromBlock: undefined }).upkeeps).toEqual([])
  })

  it('is enough only where nothing can be missing', () => {
    const reading = { coveredToBlock: 9n, isComplete: false, gaps: [], progress: 0.4 }
    expect(isReadSince(reading, { oldestSec: 70 }, 71)).toBe(true)
    expect(isReadSince(reading, { oldestSec: 70 }, 60)).toBe(false)
    expect(isReadSince(reading, { oldestSec: undefined }, 60)).toBe(false)
    expect(isReadSince({ ...reading, progress: 1 }, { oldestSec: 70 }, 60)).toBe(true)
    expect(isReadSince({ ...reading, isComplete: true }, { oldestSec: 70 }, 0)).toBe(true)
    const torn = { ...reading, isComplete: true, gaps: [{ fromBlock: 4n, toBlock: 5n }] }
    expect(isReadSince(torn, { oldestSec: 70 }, 0)).toBe(false)
    expect(
      isReadSince({ ...reading, coveredToBlock: undefined, progress: 1 }, { oldestSec: 70 }, 0),
    ).toBe(false)
  })
})

describe('a pool younger than the range', () => {
  it('is one whose whole past begins later', () => {
    const whole = { isComplete: true, gaps: [] }
    expect(isYoungerThan(50, whole, { oldestSec: 60 })).toBe(true)
    expect(isYoungerThan(60, whole, { oldestSec: 60 })).toBe(false)
    expect(isYoungerThan(50, whole, { oldestSec: undefined })).toBe(false)
    expect(isYoungerThan(50, { ...whole, isComplete: false }, { oldestSec: 60 })).toBe(false)
  })
})
