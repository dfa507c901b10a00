import { startTransition, useEffect, useState } from 'react'
import { runInChunks } from '../chain/history/runInChunks'

/**
 * What a generator comes to, run with pauses so that the page stays responsive. The result before it is kept meanwhile.
 *
 * @param steps Begins it; another one each time that it has to run again. Undefined to run nothing
 */
export function useChunked<result>(steps: (() => Generator<unknown, result>) | undefined): {
  readonly result: result | undefined
  readonly isRunning: boolean
} {
  const [done, setDone] = useState<{ of: typeof steps; result: result }>()
  const [failure, setFailure] = useState<{ error: unknown }>()
  useEffect(() => {
    if (steps === undefined) return
    const abort = new AbortController()
    // In a task of its own: several may begin with the same page.
    const begin = setTimeout(() =>
      runInChunks(steps(), abort.signal).then(
        (result) => {
          if (!abort.signal.aborted) startTransition(() => setDone({ of: steps, result }))
        },
        (error: unknown) => {
          if (!abort.signal.aborted) setFailure({ error })
        },
      ),
    )
    return () => {
      clearTimeout(begin)
      abort.abort()
    }
  }, [steps])
  // The boundary around it says that something is wrong.
  if (failure !== undefined) throw failure.error
  return { result: done?.result, isRunning: steps !== undefined && done?.of !== steps }
}
