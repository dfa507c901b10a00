import { expect, it } from 'vitest'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { sampleCommitment } from '../protocol/testing/samplePool'
import { NO_USER } from '../protocol/userBalance'
import { mayStillCome } from './useAccountLog'

const POOL = {
  facts: { address: '0x00000000000000000000000000000000000000A1' },
  account: {
    user: { ...NO_USER, userCommitments: [sampleCommitment(7n, { longMintSettlement: 5n })] },
  },
} as unknown as PoolAtBlock

it('events that an RPC doesn’t return are waited for a few reads, and not once all are there', () => {
  const lacking = { commits: [] }
  expect(mayStillCome(lacking, [POOL], 1)).toBe(true)
  expect(mayStillCome(lacking, [POOL], 3)).toBe(true)
  expect(mayStillCome(lacking, [POOL], 4)).toBe(false)
  expect(mayStillCome(lacking, [], 1)).toBe(false)
  expect(mayStillCome(undefined, [POOL], 1)).toBe(false)
})
