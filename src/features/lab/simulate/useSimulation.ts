import { useCallback, useEffect, useRef, useState } from 'react'
import type { SimulationResult } from '../../../analytics/lab/simulate/outcome'
import { simulate } from '../../../analytics/lab/simulate/simulate'
import { simulateInWorkers } from '../../../analytics/lab/simulate/simulateClient'
import { WorkerLostError } from '../../../analytics/lab/simulate/workerLane'
import { runInChunks } from '../../../chain/history/runInChunks'
import { labContent } from '../content'
import type { AskedSimulation } from './useParsedSimulation'

const content = labContent.simulate

/** A simulation, as far as it is. */
export interface SimulationState {
  /** The last simulation that ended, and what was asked of it. */
  readonly done: { readonly asked: AskedSimulation; readonly result: SimulationResult } | undefined
  /** 0 to 1 while one runs. */
  readonly progress: number | undefined
  /** What has to be said about the last one: that it failed, was canceled, or had to be started again. */
  readonly note: string | undefined
  readonly run: (asked: AskedSimulation) => void
  readonly cancel: () => void
}

/** Runs simulations in workers, one at a time; the first one at once. */
export function useSimulation(first: AskedSimulation | undefined): SimulationState {
  const [done, setDone] = useState<SimulationState['done']>()
  const [progress, setProgress] = useState<number>()
  const [note, setNote] = useState<string>()
  const running = useRef<AbortController>(undefined)
  const run = useCallback((asked: AskedSimulation) => {
    const input = { ...asked.input, ...asked.beside }
    running.current?.abort()
    const abort = new AbortController()
    running.current = abort
    const ifWanted = (act: () => void) => {
      if (!abort.signal.aborted) act()
    }
    setProgress(0)
    setNote(undefined)
    const onProgress = (part: number) => ifWanted(() => setProgress(part))
    simulateInWorkers(input, {
      signal: abort.signal,
      onProgress,
      onWorkerReplaced: () => ifWanted(() => setNote(content.restarted)),
    })
      .catch((error: unknown) => {
        if (!(error instanceof WorkerLostError)) throw error
        ifWanted(() => setNote(content.inPage))
        return runInChunks(withProgress(simulate(input), onProgress), abort.signal)
      })
      .then(
        (result) => ifWanted(() => setDone({ asked, result })),
        () => ifWanted(() => setNote(content.failed)),
      )
      .finally(() => ifWanted(() => setProgress(undefined)))
  }, [])
  const cancel = useCallback(() => {
    running.current?.abort()
    setProgress(undefined)
    setNote(content.canceled)
  }, [])
  useEffect(() => {
    if (first !== undefined && running.current === undefined) run(first)
  }, [first, run])
  useEffect(
    () => () => {
      running.current?.abort()
      running.current = undefined
    },
    [],
  )
  return { done, progress, note, run, cancel }
}

/** Tells how far a simulation is each time that it could pause. */
function* withProgress<result>(
  steps: Generator<number, result>,
  onProgress: (part: number) => void,
): Generator<void, result> {
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
    onProgress(next.value)
    yield
  }
}
