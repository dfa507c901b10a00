import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BlockRange, blockCount, mergeRanges, missingRanges, newestRange } from './blockRange'
import { addChunk, dropAbove, type HistoryChunks, toChunks } from './historyChunks'
import type { PoolEvent } from './poolEvent'
import { afterRefusal, afterSuccess, FIRST_WINDOW } from './windowSize'

const range = fc
  .tuple(fc.bigInt(0n, 300n), fc.bigInt(0n, 60n))
  .map(([fromBlock, length]): BlockRange => ({ fromBlock, toBlock: fromBlock + length }))

const blocksOf = ({ fromBlock, toBlock }: BlockRange): bigint[] =>
  Array.from({ length: Number(toBlock - fromBlock) + 1 }, (_, index) => fromBlock + BigInt(index))

describe('block ranges', () => {
  it('merge to the same blocks, ascending and apart', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const merged = mergeRanges(ranges)
        const blocks = merged.flatMap(blocksOf)
        expect(new Set(blocks)).toEqual(new Set(ranges.flatMap(blocksOf)))
        expect(blocks.length).toBe(new Set(blocks).size)
        merged.slice(1).forEach(({ fromBlock }, index) => {
          expect(fromBlock).toBeGreaterThan((merged[index]?.toBlock ?? 0n) + 1n)
        })
      }),
    )
  })

  it('are missing exactly where none is', () => {
    fc.assert(
      fc.property(fc.array(range), range, (ranges, wanted) => {
        const there = new Set(ranges.flatMap(blocksOf))
        expect(missingRanges(ranges, wanted).flatMap(blocksOf)).toEqual(
          blocksOf(wanted).filter((block) => !there.has(block)),
        )
      }),
    )
  })
})

describe('the walk into the past', () => {
  /** What the RPC does with each request in turn: takes so many blocks at most. */
  const limits = fc.array(fc.bigInt(1n, 80n), { minLength: 1, maxLength: 30 })

  it('reads every missing block exactly once, newest first, whatever the RPC refuses', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 4 }), range, limits, (stored, wanted, taken) => {
        const visited: bigint[] = []
        let chunks: HistoryChunks = mergeRanges(stored).map((part) => ({ ...part, events: [] }))
        const before = new Set(chunks.flatMap(blocksOf))
        let size = { ...FIRST_WINDOW, blocks: 64n }
        for (let request = 0; request < 5_000; request++) {
          const gap = missingRanges(chunks, wanted).at(-1)
          if (gap === undefined) break
          const window = newestRange(gap, size.blocks)
          const limit = taken[request % taken.length] ?? 1n
          if (blockCount(window) > limit) {
            size = afterRefusal(size, blockCount(window), request % 3 === 0 ? limit : undefined)
            continue
          }
          size = afterSuccess(size, blockCount(window))
          visited.push(...blocksOf(window).reverse())
          const events = blocksOf(window).map((blockNumber) => eventIn(blockNumber))
          chunks = addChunk(chunks, { ...window, events }).chunks
        }
        expect(visited).toEqual(
          blocksOf(wanted)
            .filter((block) => !before.has(block))
            .reverse(),
        )
        const read = chunks.flatMap(({ events }) => events.map(({ blockNumber }) => blockNumber))
        expect(read).toEqual([...visited].sort((a, b) => Number(a - b)))
      }),
    )
  })

  it('refuses to read a block twice', () => {
    const chunks = [{ fromBlock: 5n, toBlock: 9n, events: [] }]
    expect(() => addChunk(chunks, { fromBlock: 9n, toBlock: 12n, events: [] })).toThrow(RangeError)
  })
})

describe('chunks', () => {
  const chunkOf = (part: BlockRange) => ({
    ...part,
    events: blocksOf(part).map((block) => eventIn(block)),
  })

  it('are not joined over a hole of one block', () => {
    const low = chunkOf({ fromBlock: 0n, toBlock: 3n })
    const { chunks } = addChunk([low], chunkOf({ fromBlock: 5n, toBlock: 9n }))
    expect(missingRanges(chunks, { fromBlock: 0n, toBlock: 9n })).toEqual([
      { fromBlock: 4n, toBlock: 4n },
    ])
    expect(addChunk(chunks, chunkOf({ fromBlock: 4n, toBlock: 4n })).chunks).toHaveLength(1)
  })

  it('joined in memory are the same as put and removed in a storage', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), fc.bigInt(0n, 400n), (parts, cut) => {
        let chunks: HistoryChunks = []
        const stored = new Map<bigint, HistoryChunks[number]>()
        const store = (change: ReturnType<typeof addChunk>) => {
          for (const block of change.removed) stored.delete(block)
          for (const chunk of change.put) stored.set(chunk.fromBlock, chunk)
          chunks = change.chunks
        }
        for (const part of parts)
          for (const missing of missingRanges(chunks, part))
            store(addChunk(chunks, chunkOf(missing)))
        expect(toChunks([...stored.values()])).toEqual(chunks)
        store(dropAbove(chunks, cut))
        expect(toChunks([...stored.values()])).toEqual(chunks)
        expect(chunks.flatMap(blocksOf).every((block) => block <= cut)).toBe(true)
        expect(
          chunks.flatMap(({ events }) => events).map(({ blockNumber }) => blockNumber),
        ).toEqual(chunks.flatMap(blocksOf))
      }),
    )
  })
})

describe('the size of a window', () => {
  it('doubles while all goes well', () => {
    expect(afterSuccess(FIRST_WINDOW, 10_000n).blocks).toBe(20_000n)
  })

  it('learns nothing from a window that was cut short', () => {
    expect(afterSuccess(FIRST_WINDOW, 9_999n)).toBe(FIRST_WINDOW)
  })

  it('is halved by a refusal, or becomes what the RPC proposes', () => {
    expect(afterRefusal(FIRST_WINDOW, 10_000n, undefined).blocks).toBe(5_000n)
    expect(afterRefusal(FIRST_WINDOW, 10_000n, 500n).blocks).toBe(500n)
    expect(afterRefusal(FIRST_WINDOW, 10_000n, 20_000n).blocks).toBe(5_000n)
    expect(afterRefusal(FIRST_WINDOW, 1n, undefined).blocks).toBe(1n)
  })

  it('settles below a fixed limit with few refusals, and tries more after a while', () => {
    let size = FIRST_WINDOW
    let refusals = 0
    for (let request = 0; request < 20; request++)
      if (size.blocks > 1_000n) {
        refusals++
        size = afterRefusal(size, size.blocks, undefined)
      } else size = afterSuccess(size, size.blocks)
    expect(size.blocks).toBeGreaterThan(700n)
    expect(refusals).toBeLessThanOrEqual(6)
    for (let request = 0; request < 40 && size.blocks <= 1_000n; request++)
      size = afterSuccess(size, size.blocks)
    expect(size.blocks).toBeGreaterThan(1_000n)
  })
})

function eventIn(blockNumber: bigint): PoolEvent {
  return {
    kind: 'initialized',
    blockNumber,
    blockHash: '0x01',
    transactionHash: '0x02',
    logIndex: 0,
    timestampSec: blockNumber,
  }
}
