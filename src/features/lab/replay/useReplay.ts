import { startTransition, useEffect, useState } from 'react'
import {
  type ComparisonInput,
  type ComparisonPoint,
  compareReplay,
} from '../../../analytics/lab/replay/compareReplay'
import {
  type ReplayEnd,
  type ReplayInput,
  type ReplayStep,
  replay,
  replayStart,
} from '../../../analytics/lab/replay/replay'
import { OutlookError } from '../../../analytics/outlook'
import { runInChunks } from '../../../chain/history/runInChunks'
import { ProtocolError } from '../../../protocol/protocolError'
import type { PoolSnapshot } from '../../../protocol/snapshot'
import type { LabPool } from '../form/parsePool'
import { replayValues } from './replayRows'
import { addStep, NO_TOTALS, type ReplayTotals } from './replayTotals'

/** A replay, as far as it is computed. */
export interface ReplayState {
  /** Whose replay it is: another pool may be chosen while this one is still shown. */
  readonly pool: LabPool | undefined
  /** The pool that it starts from; undefined before there is one. */
  readonly start: PoolSnapshot | undefined
  /** Index price at the start, wad. */
  readonly startPriceWad: bigint
  readonly steps: readonly ReplayStep[]
  /** What stands beside each step. */
  readonly points: readonly ComparisonPoint[]
  readonly totals: ReplayTotals
  /** Undefined while it runs. */
  readonly end: ReplayEnd | undefined
  /** Why it could not be computed, as a sentence. */
  readonly problem: string | undefined
}

/** Drawn so often and no oftener, so that drawing does not take longer than computing. */
const PUBLISH_MS = 250
const NOTHING: ReplayState = {
  pool: undefined,
  start: undefined,
  startPriceWad: 0n,
  steps: [],
  points: [],
  totals: NO_TOTALS,
  end: undefined,
  problem: undefined,
}

/** What is replayed, and what it is compared with. */
export interface ReplayRun {
  readonly pool: LabPool
  readonly input: ReplayInput
  readonly comparison: ComparisonInput
}

/**
 * Computes a replay with pauses, and shows it as it grows. Another input begins another one. Neither the computing nor the drawing
 * may hold up what a person does: it begins in a task of its own, and is shown in a transition.
 *
 * @param run Undefined while the form has none
 */
export function useReplay(run: ReplayRun | undefined): ReplayState {
  const [state, setState] = useState(NOTHING)
  useEffect(() => {
    if (run === undefined) return
    const abort = new AbortController()
    const publish = (next: ReplayState) => {
      if (!abort.signal.aborted) startTransition(() => setState(next))
    }
    const begin = setTimeout(() => {
      runInChunks(collect(run, publish), abort.signal).then(publish, (error: unknown) => {
        if (abort.signal.aborted) return
        if (!isExpected(error)) throw error
        publish({ ...NOTHING, problem: error.message })
      })
    })
    return () => {
      clearTimeout(begin)
      abort.abort()
    }
  }, [run])
  return state
}

function* collect(
  { pool, input, comparison }: ReplayRun,
  publish: (state: ReplayState) => void,
): Generator<void, ReplayState> {
  const steps: ReplayStep[] = []
  const points: ComparisonPoint[] = []
  let totals = NO_TOTALS
  const start = replayStart(input)
  const startPriceWad = input.path.pricesWad[0] ?? 0n
  const compare = compareReplay(start, startPriceWad, comparison)
  const values = replayValues(start)
  const soFar = { ...NOTHING, pool, start, startPriceWad }
  const run = replay(input)
  let shownMs = performance.now()
  for (;;) {
    const next = run.next()
    if (next.done) return { ...soFar, steps, points, totals, end: next.value }
    const point = compare(next.value)
    steps.push(next.value)
    points.push(point)
    totals = addStep(totals, next.value, values(next.value, point))
    if (performance.now() - shownMs > PUBLISH_MS) {
      publish({ ...soFar, steps: [...steps], points: [...points], totals })
      shownMs = performance.now()
    }
    yield
  }
}

/** What the engine has to say about a pool or a path that cannot be. */
function isExpected(error: unknown): error is Error {
  return (
    error instanceof OutlookError || error instanceof ProtocolError || error instanceof RangeError
  )
}
