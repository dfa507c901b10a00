import type { WorkerAnswer, WorkerRequest } from './workerMessages'

/** What is used of a `Worker`. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: Transferable[]): void
  terminate(): void
  onmessage: ((event: MessageEvent) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
}

/** A worker could not be started, died, or was silent for too long. */
export class WorkerLostError extends Error {
  override readonly name = 'WorkerLostError'
  readonly code = 'WORKER_LOST'

  constructor(options?: ErrorOptions) {
    super('The simulation’s background worker stopped responding', options)
  }
}

/** A worker that is asked one thing at a time, with a timer beside it. */
export interface WorkerLane {
  /**
   * @throws WorkerLostError when it dies, is ended, or is silent for too long; RangeError with the worker's own reason
   */
  ask(request: WorkerRequest, transfer: Transferable[]): Promise<WorkerAnswer>
  end(): void
}

/** @throws WorkerLostError where the browser cannot start a worker */
export function startLane(createWorker: () => WorkerLike, silentMs: number): WorkerLane {
  const worker = create(createWorker)
  let fail: ((error: Error) => void) | undefined
  let isEnded = false
  const end = () => {
    isEnded = true
    worker.terminate()
    fail?.(new WorkerLostError())
  }
  return {
    end,
    ask: (request, transfer) =>
      new Promise<WorkerAnswer>((resolve, reject) => {
        if (isEnded) {
          reject(new WorkerLostError())
          return
        }
        const timer = setTimeout(end, silentMs)
        const settle = (act: () => void) => {
          clearTimeout(timer)
          fail = undefined
          act()
        }
        fail = (error) => settle(() => reject(error))
        worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
          if (data.kind === 'error') fail?.(new RangeError(data.message))
          else if (data.kind === request.kind) settle(() => resolve(data))
        }
        worker.onerror = end
        worker.onmessageerror = end
        worker.postMessage(request, transfer)
      }),
  }
}

function create(createWorker: () => WorkerLike): WorkerLike {
  try {
    return createWorker()
  } catch (cause) {
    throw new WorkerLostError({ cause })
  }
}
