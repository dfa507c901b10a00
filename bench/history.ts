import { createRandom } from '../devnet/seededRandom'
import { createFakePast } from '../src/chain/history/fakePast'
import { addChunk, type HistoryChunks } from '../src/chain/history/historyChunks'
import { createViewMemory, type HistoryView, toView } from '../src/chain/history/historyView'
import { POSITIVE_ZERO } from '../src/protocol/quad'
import type { Figure } from './projection'

const UPKEEPS = 5_000
const NEW_UPKEEPS = 40
const INTERVALS = { updateIntervalSec: 60n, frontRunningIntervalSec: 10n }

/** What one more upkeep costs the view of a long past: all worked out again, and with what is remembered. */
export function measureHistory(): Figure[] {
  const past = createFakePast(UPKEEPS + NEW_UPKEEPS, createRandom(1, 'past').uniform)
  const memory = createViewMemory()
  const whole: number[] = []
  const remembered: number[] = []
  let chunks: HistoryChunks = []
  past.chunks.forEach((chunk, index) => {
    chunks = addChunk(chunks, chunk).chunks
    const end = past.balances[index]
    if (end === undefined || index < UPKEEPS - 1) return
    const newest = { ...end, blockNumber: chunk.toBlock, changeInterval: POSITIVE_ZERO }
    const options = { intervals: INTERVALS, firstBlock: 0n, newest }
    const isFirst = index === UPKEEPS - 1
    if (isFirst || index % 10 === 0) whole.push(timeOf(() => toView(chunks, options)))
    const ms = timeOf(() => toView(chunks, { ...options, memory }))
    if (!isFirst) remembered.push(ms)
  })
  return [
    { name: 'history-5000-whole', value: at(whole, 0.5), unit: 'ms' },
    { name: 'history-5000-new-upkeep', value: at(remembered, 0.5), unit: 'ms' },
    { name: 'history-5000-new-upkeep-slowest', value: at(remembered, 1), unit: 'ms' },
  ]
}

function timeOf(work: () => HistoryView): number {
  const startedMs = performance.now()
  work()
  return performance.now() - startedMs
}

function at(values: readonly number[], part: number): number {
  const ascending = [...values].sort((a, b) => a - b)
  return (
    ascending[Math.min(Math.floor(ascending.length * part), ascending.length - 1)] ?? Number.NaN
  )
}
