import { type Client, createClient, custom, numberToHex } from 'viem'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { UpkeepIntent } from '../../flows/kinds/upkeep'
import { estimateUpkeepGas } from './estimateUpkeepGas'

const ACCOUNT = '0x00000000000000000000000000000000000000a1'
const POOL = '0x00000000000000000000000000000000000000b1'
const INTENT: UpkeepIntent = {
  kind: 'upkeep',
  title: 'Rebalance',
  pool: POOL,
  poolKeeper: '0x00000000000000000000000000000000000000c1',
  pools: [POOL],
  gas: 900_000n,
}

/** A node that answers to `eth_estimateGas` only. */
function nodeWith(answer: () => Promise<unknown>) {
  const asked: unknown[] = []
  const request = ({ method, params }: { method: string; params?: unknown }) => {
    asked.push([method, params])
    return answer()
  }
  const client: Client = createClient({ transport: custom({ request }, { retryCount: 0 }) })
  return { client, asked }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('the gas of upkeeps', () => {
  it('is what the node estimates for the very call, with a margin, where that is more', async () => {
    const { client, asked } = nodeWith(async () => numberToHex(2_000_000))
    expect(await estimateUpkeepGas(client, INTENT, ACCOUNT)).toBe(3_000_000n)
    expect(asked).toEqual([
      [
        'eth_estimateGas',
        // performUpkeepSinglePool(POOL)
        [
          {
            from: ACCOUNT,
            to: INTENT.poolKeeper,
            data: `0x91a60782${POOL.slice(2).padStart(64, '0')}`,
          },
        ],
      ],
    ])
  })

  it('is what was measured where the node estimates less, refuses, or answers nonsense', async () => {
    const answers: (() => Promise<unknown>)[] = [
      async () => numberToHex(100_000),
      async () => Promise.reject(new Error('execution reverted')),
      async () => 'much',
      async () => null,
    ]
    for (const answer of answers)
      expect(await estimateUpkeepGas(nodeWith(answer).client, INTENT, ACCOUNT)).toBe(900_000n)
  })

  it('is what was measured where the node does not answer in time', async () => {
    vi.useFakeTimers()
    const gas = estimateUpkeepGas(nodeWith(() => new Promise(() => {})).client, INTENT, ACCOUNT)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await gas).toBe(900_000n)
  })
})
