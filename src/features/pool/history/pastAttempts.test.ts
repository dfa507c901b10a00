import { describe, expect, it } from 'vitest'
import type { FailedUpkeepRecord, UpkeepRecord } from '../../../chain/history/records'
import { pastAttempts } from './pastAttempts'

const place = (blockNumber: bigint, logIndex = 0) => ({
  blockNumber,
  logIndex,
  timestampSec: blockNumber * 10n,
  transactionHash: '0x01' as const,
  blockHash: '0x02' as const,
})
const upkeep = (block: bigint) => place(block) as unknown as UpkeepRecord
const refusal = (block: bigint, logIndex?: number): FailedUpkeepRecord => ({
  ...place(block, logIndex),
  reason: 'price == 0',
  payment: undefined,
})

describe('what was performed and what was refused', () => {
  it('is one list, newest first', () => {
    const attempts = pastAttempts([upkeep(9n), upkeep(7n)], [refusal(8n), refusal(7n, 5)])
    expect(attempts.map(({ kind, record }) => [kind, record.blockNumber])).toEqual([
      ['done', 9n],
      ['refused', 8n],
      ['refused', 7n],
      ['done', 7n],
    ])
  })
})
