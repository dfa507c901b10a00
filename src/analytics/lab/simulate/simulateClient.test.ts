import { describe, expect, it } from 'vitest'
import { startAnswering } from './answerRequest'
import { simulate } from './simulate'
import { type SimulateOptions, simulateInWorkers } from './simulateClient'
import type { SimulationInput } from './simulation'
import { type WorkerLike, WorkerLostError } from './workerLane'
import type { WorkerRequest } from './workerMessages'

const INPUT: SimulationInput = {
  pool: {
    leverage: 3,
    updateIntervalSec: 3_600,
    smaPeriods: 2,
    upkeepsPerSample: 1,
    samples: [1, 1],
    executionPrice: 1,
    fee: 1e-6,
    mintingFee: 0.01,
    burningFee: 0,
    longBalance: 1e12,
    shortBalance: 2e12,
    keeperReward: 10,
  },
  flows: { kind: 'halfLife', halfLifeSec: 86_400 },
  hedge: { side: 'long', annualCarry: 0.1, adjustEvery: 1 },
  model: { kind: 'lognormal', annualDrift: 0, annualVolatility: 1 },
  paths: 1_100,
  upkeeps: 20,
  seed: 5,
}

/** A worker in the same thread, which copies what it is sent, as a real one does. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null
  onerror: WorkerLike['onerror'] = null
  onmessageerror: WorkerLike['onmessageerror'] = null
  isTerminated = false
  private readonly answer = startAnswering()
  private requests = 0

  /** @param diesAt Number of the request at which something goes wrong, from 0 */
  constructor(
    private readonly diesAt = Number.POSITIVE_INFINITY,
    private readonly how: 'silent' | 'error' = 'silent',
  ) {}

  postMessage(message: unknown): void {
    const request = structuredClone(message) as WorkerRequest
    if (this.requests++ >= this.diesAt) {
      if (this.how === 'error') setTimeout(() => this.onerror?.({} as ErrorEvent))
      return
    }
    setTimeout(() => {
      if (!this.isTerminated) this.onmessage?.({ data: this.answer(request) } as MessageEvent)
    })
  }

  terminate(): void {
    this.isTerminated = true
  }
}

function expected() {
  const steps = simulate(INPUT)
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

/** Runs on fake workers, made in order; after the last, sound ones. */
async function run(made: FakeWorker[], options: Partial<SimulateOptions> = {}) {
  const workers: FakeWorker[] = []
  const seen = { replaced: 0, progress: [] as number[] }
  const result = simulateInWorkers(INPUT, {
    signal: new AbortController().signal,
    workers: 2,
    silentMs: 200,
    createWorker: () => {
      const worker = made.shift() ?? new FakeWorker()
      workers.push(worker)
      return worker
    },
    onProgress: (progress) => seen.progress.push(progress),
    onWorkerReplaced: () => seen.replaced++,
    ...options,
  })
  return { result, workers, seen }
}

describe('simulateInWorkers', () => {
  it.each([1, 2, 3])('gives what simulate gives, with %i workers', async (workers) => {
    const { result, seen, workers: used } = await run([], { workers })
    expect(await result).toEqual(expected())
    expect(seen.progress).toEqual(seen.progress.toSorted((a, b) => a - b))
    expect(seen.progress.at(-1)).toBe(1)
    expect(seen.replaced).toBe(0)
    expect(used.every(({ isTerminated }) => isTerminated)).toBe(true)
  })

  it.each([
    ['is silent at its start', new FakeWorker(0)],
    ['is silent over a block', new FakeWorker(2)],
    ['dies at a block', new FakeWorker(1, 'error')],
    ['dies when the result is put together', new FakeWorker(6, 'error')],
  ])('replaces a worker that %s, says so, and gives the same', async (_, worker) => {
    const { result, seen } = await run([worker], { workers: 1 })
    expect(await result).toEqual(expected())
    expect(seen.replaced).toBe(1)
  })

  it('gives up when a second worker is lost', async () => {
    const { result, workers } = await run([new FakeWorker(1), new FakeWorker(1)], { workers: 1 })
    await expect(result).rejects.toBeInstanceOf(WorkerLostError)
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true)
  })

  it('counts a worker that cannot be created as lost', async () => {
    const createWorker = () => {
      throw new Error('blocked by policy')
    }
    const { result, seen } = await run([], { createWorker })
    await expect(result).rejects.toBeInstanceOf(WorkerLostError)
    expect(seen.replaced).toBe(1)
  })

  it('ends its workers when it is cancelled', async () => {
    const abort = new AbortController()
    const { result, workers } = await run([], {
      signal: abort.signal,
      onProgress: () => abort.abort(),
    })
    await expect(result).rejects.toMatchObject({ name: 'AbortError' })
    expect(workers.length).toBeGreaterThan(0)
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true)
  })

  it('gives the reason for an input beyond its bounds, and replaces no worker for it', async () => {
    const seen = { replaced: 0 }
    const run = simulateInWorkers(
      { ...INPUT, pool: { ...INPUT.pool, longBalance: 0 } },
      {
        signal: new AbortController().signal,
        createWorker: () => new FakeWorker(),
        onWorkerReplaced: () => seen.replaced++,
      },
    )
    await expect(run).rejects.toBeInstanceOf(RangeError)
    expect(seen.replaced).toBe(0)
  })
})
