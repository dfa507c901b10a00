import { describe, expect, it } from 'vitest'
import type { BlockRange } from '../history/blockRange'
import { readDownwards } from './readDownwards'

const { signal } = new AbortController()
const never = () => false
const numbers = ({ fromBlock, toBlock }: BlockRange) =>
  Array.from({ length: Number(toBlock - fromBlock + 1n) }, (_, index) => fromBlock + BigInt(index))

describe('reading from the newest block down', () => {
  it('finds everything once, oldest first, over several windows', async () => {
    const windows: BlockRange[] = []
    const read = async (window: BlockRange) => {
      windows.push(window)
      return numbers(window)
    }
    const range = { fromBlock: 5n, toBlock: 25_000n }
    const { items, fromBlock } = await readDownwards(range, read, never, signal)
    expect(items).toEqual(numbers(range))
    expect(fromBlock).toBe(5n)
    expect(windows.map(({ toBlock }) => toBlock)).toEqual([25_000n, 15_000n])
  })

  it('stops as soon as it is enough, and says how far it came', async () => {
    const read = async ({ toBlock }: BlockRange) => [toBlock]
    const found = await readDownwards(
      { fromBlock: 0n, toBlock: 100_000n },
      read,
      (items) => items.length === 2,
      signal,
    )
    expect(found).toEqual({ items: [90_000n, 100_000n], fromBlock: 70_001n })
  })

  it('asks for less where the RPC refuses, and misses nothing', async () => {
    const read = async (window: BlockRange) => {
      if (window.toBlock - window.fromBlock >= 700n) throw new Error('block range too large')
      return numbers(window)
    }
    const range = { fromBlock: 1n, toBlock: 9_000n }
    expect((await readDownwards(range, read, never, signal)).items).toEqual(numbers(range))
  })

  it('passes on what a smaller window cannot mend', async () => {
    const refuse = () => Promise.reject(new Error('historical state is pruned'))
    const range = { fromBlock: 0n, toBlock: 9n }
    await expect(readDownwards(range, refuse, never, signal)).rejects.toThrow('pruned')
  })
})
