import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../devnet/seededRandom'
import { POSITIVE_ZERO } from '../../protocol/quad'
import { balancesAfterUpkeeps, createBalanceMemory } from './balancesAfterUpkeeps'
import { createFakePast } from './fakePast'
import { addChunk, type HistoryChunk, type HistoryChunks } from './historyChunks'
import { createViewMemory, toView } from './historyView'
import type { PoolEvent } from './poolEvent'

const INTERVALS = { updateIntervalSec: 60n, frontRunningIntervalSec: 10n }

/** One event made another, or left out: what an RPC that lies, or a keeper of its own, would leave. */
function disturb(chunks: readonly HistoryChunk[], at: number, how: 'drop' | 'change') {
  return chunks.map((chunk, index): HistoryChunk => {
    if (index !== at) return chunk
    const changed = ({ ...event }: PoolEvent): PoolEvent[] => {
      if (event.kind !== 'rebalance') return [event]
      return how === 'drop'
        ? []
        : [{ ...event, longBalanceChange: event.longBalanceChange + 1_000_000n }]
    }
    return { ...chunk, events: chunk.events.flatMap(changed) }
  })
}

/** As read again: the events from a block on are other objects. */
function rereadFrom(chunk: HistoryChunk, from: bigint): HistoryChunk {
  const events = chunk.events.map((event) => (event.blockNumber < from ? event : { ...event }))
  return { ...chunk, events }
}

describe('balances with a memory', () => {
  it('are those without one, to the last field, while the past grows, is disturbed and reorganised', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 3, maxLength: 8 }),
        fc.boolean(),
        // Rarely said balances leave long stretches that only the newest ones can contradict.
        fc.constantFrom(0.3, 0.005),
        fc.option(fc.tuple(fc.nat(400), fc.constantFrom('drop', 'change')), { nil: undefined }),
        fc.nat(3),
        (seed, growths, isFromStart, busyPart, disturbance, forget) => {
          const past = createFakePast(420, createRandom(seed, 'past').uniform, busyPart)
          const whole = isFromStart ? past.chunks : past.chunks.slice(5)
          const chunks = disturbance === undefined ? whole : disturb(whole, ...disturbance)
          const memory = createViewMemory()
          let read: HistoryChunks = []
          let next = 200
          for (const chunk of chunks.slice(0, next)) read = addChunk(read, chunk).chunks
          for (const growth of growths) {
            // The newest blocks are others now.
            const lost = chunks[next - forget]?.fromBlock ?? 0n
            read = read.map((chunk) => (chunk.toBlock < lost ? chunk : rereadFrom(chunk, lost)))
            for (const chunk of chunks.slice(next, next + growth))
              read = addChunk(read, chunk).chunks
            next = Math.min(next + growth, chunks.length)
            const toBlock = read.at(-1)?.toBlock ?? 0n
            const end = past.balances[next - 1 + (isFromStart ? 0 : 5)]
            if (end === undefined) throw new Error('The past is too short')
            // The newest balances are not known at each moment, and may contradict all that led to them.
            const blockNumber = growth % 3 === 0 ? 0n : toBlock
            const longBalance = end.longBalance - (growth % 4 === 0 ? 1n : 0n)
            const newest = { ...end, longBalance, blockNumber, changeInterval: POSITIVE_ZERO }
            const options = { intervals: INTERVALS, newest }
            expect(toView(read, { ...options, memory })).toEqual(toView(read, options))
          }
        },
      ),
      { numRuns: 30 },
    )
  }, 60_000)

  it('walk over the newest events only', () => {
    const past = createFakePast(400, createRandom(1, 'past').uniform)
    const events = past.chunks.flatMap((chunk) => chunk.events)
    const options = { intervals: INTERVALS, isFromStart: true, changeInterval: POSITIVE_ZERO }
    const memory = createBalanceMemory()
    balancesAfterUpkeeps(events, options, memory)
    const settled = memory.settled.get(events[0] as PoolEvent)
    expect(settled?.events.length).toBeGreaterThan(events.length - 300)
    expect(settled?.results.every((balances) => balances?.exact)).toBe(true)
    expect(balancesAfterUpkeeps(events, options, memory)).toEqual(
      past.balances.map((balances) => ({ ...balances, exact: true })),
    )
  })
})
