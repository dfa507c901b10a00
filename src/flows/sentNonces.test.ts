import { createClient, custom, numberToHex } from 'viem'
import { describe, expect, it } from 'vitest'
import { newestSince, sentNonces } from './sentNonces'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'

const NONE: ReadonlySet<number> = new Set()

/** A node at this block, in whose state the account has used so many nonces. */
function nodeAt(block: number, used: number) {
  const request = async ({ method }: { method: string }) =>
    numberToHex(method === 'eth_blockNumber' ? block : used)
  return createClient({ transport: custom({ request }, { retryCount: 0 }) })
}

describe('the nonces since an account was asked', () => {
  const SINCE = { fromBlock: 100n, nonce: 7 }

  it.each<[what: string, used: number, nonces: readonly number[]]>([
    ['none', 7, []],
    ['some', 10, [7, 8, 9]],
    ['as many as are looked at', 57, Array.from({ length: 50 }, (_, index) => 7 + index)],
  ])('are told: %s', async (_, used, nonces) => {
    expect(await sentNonces(nodeAt(110, used), ACCOUNT, SINCE, NONE)).toMatchObject({
      nonces,
      isComplete: true,
      toBlock: 110n,
    })
  })

  it('are not all where there are more, or the node knows of fewer than were used before', async () => {
    const tooMany = await sentNonces(nodeAt(110, 58), ACCOUNT, SINCE, NONE)
    expect([tooMany.nonces.length, tooMany.isComplete]).toEqual([50, false])
    const late = await sentNonces(nodeAt(110, 6), ACCOUNT, SINCE, NONE)
    expect([late.nonces, late.isComplete]).toEqual([[], false])
  })

  it('are no more than are looked at, however many a node claims', async () => {
    const { nonces } = await sentNonces(nodeAt(110, 2 ** 50), ACCOUNT, SINCE, NONE)
    expect(nonces).toHaveLength(50)
  })

  it('are only those that have not been looked at', async () => {
    const others = new Set(Array.from({ length: 50 }, (_, index) => 7 + index))
    const { nonces, isComplete } = await sentNonces(nodeAt(110, 60), ACCOUNT, SINCE, others)
    expect([nonces, isComplete]).toEqual([[57, 58, 59], true])
  })

  it('are not told where it is not known which was the first', async () => {
    const { nonces, isComplete } = await sentNonces(
      nodeAt(110, 9),
      ACCOUNT,
      { fromBlock: 100n },
      NONE,
    )
    expect([nonces, isComplete]).toEqual([[], false])
  })

  it('are not told by a node that has not come so far', async () => {
    await expect(sentNonces(nodeAt(99, 7), ACCOUNT, SINCE, NONE)).rejects.toThrow(
      'at block 99, behind known block 100',
    )
  })
})

it('a node that has no newer block is not behind', async () => {
  expect(await newestSince(nodeAt(100, 0), 100n)).toBe(100n)
})
