import type { SimulationResult } from './outcome'
import type { Progress } from './simulate'
import { blockStarts, type SimulatedBlock, type SimulationInput } from './simulation'
import { startLane, type WorkerLane, type WorkerLike, WorkerLostError } from './workerLane'

/** How long a worker may be silent over one block, which takes some 20 ms, before it counts as dead. */
const SILENT_MS = 15_000
/** More do not help: the result is put together by one of them. */
const MAX_WORKERS = 2

export interface SimulateOptions {
  readonly signal: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  /** A worker died or was silent, and another one has taken over. A page says so. */
  readonly onWorkerReplaced?: () => void
  /** For tests. */
  readonly createWorker?: () => WorkerLike
  readonly workers?: number
  readonly silentMs?: number
}

function createSimulationWorker(): WorkerLike {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}

/**
 * A simulation in workers beside the page: two where the machine has two cores. The result is that of `simulate`, whatever
 * their number. The first worker that dies or is silent is replaced; all end when the simulation does.
 *
 * @throws The signal's reason; WorkerLostError when a replaced worker is lost too: `simulate` then still works in the page;
 *   RangeError for an input beyond its bounds
 */
export async function simulateInWorkers(
  input: SimulationInput,
  options: SimulateOptions,
): Promise<SimulationResult> {
  const { signal, onProgress, createWorker = createSimulationWorker } = options
  signal.throwIfAborted()
  const starts = blockStarts(input)
  const waiting = [...starts].reverse()
  const blocks: SimulatedBlock[] = []
  const lanes = new Set<WorkerLane>()
  let replacements = 1

  const open = async (): Promise<WorkerLane> => {
    const lane = startLane(createWorker, options.silentMs ?? SILENT_MS)
    lanes.add(lane)
    await lane.ask({ kind: 'start', input }, [])
    return lane
  }
  /** Repeats what a lost worker was asked on another one, once. */
  const withReplacement = async <value>(
    lane: WorkerLane | undefined,
    work: (lane: WorkerLane) => Promise<value>,
  ): Promise<{ lane: WorkerLane; value: value }> => {
    try {
      const used = lane ?? (await open())
      return { lane: used, value: await work(used) }
    } catch (error) {
      if (!(error instanceof WorkerLostError) || replacements === 0 || signal.aborted) throw error
      replacements--
      options.onWorkerReplaced?.()
      const used = await open()
      return { lane: used, value: await work(used) }
    }
  }
  const computeBlocks = async (): Promise<WorkerLane | undefined> => {
    let lane: WorkerLane | undefined
    for (let start = waiting.pop(); start !== undefined; start = waiting.pop()) {
      signal.throwIfAborted()
      const firstPath = start
      const done = await withReplacement(lane, (used) => used.ask({ kind: 'block', firstPath }, []))
      lane = done.lane
      if (done.value.kind === 'block') blocks.push(done.value.block)
      onProgress?.(blocks.length / starts.length)
    }
    return lane
  }

  const stop = () => {
    for (const lane of lanes) lane.end()
  }
  signal.addEventListener('abort', stop)
  try {
    const count = Math.min(options.workers ?? workersOfMachine(), starts.length)
    const used = await Promise.all(Array.from({ length: count }, computeBlocks))
    signal.throwIfAborted()
    const lane = used.find((each) => each !== undefined)
    // Blocks are copied: a worker that is lost now must not take them along. All at once would hold the page up.
    const { value } = await withReplacement(lane, async (worker) => {
      for (const block of blocks) await worker.ask({ kind: 'collect', block }, [])
      return worker.ask({ kind: 'summarize' }, [])
    })
    if (value.kind !== 'summarize') throw new WorkerLostError()
    return value.result
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
}

function workersOfMachine(): number {
  return Math.min(MAX_WORKERS, Math.max(1, globalThis.navigator?.hardwareConcurrency ?? 1))
}
