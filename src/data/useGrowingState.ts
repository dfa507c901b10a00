import { startTransition, useCallback, useEffect, useState } from 'react'
import { afterPointerUp } from '../press'

/** Something that is read bit by bit, and tells of each change. */
interface GrowingSource<state> {
  subscribe(listener: () => void): () => void
  /** The same object until something changes. */
  getSnapshot(): state
}

/**
 * What of a source is drawn. It can be much: it is drawn in slices, and no click waits for it.
 *
 * @returns The state, undefined until there is one of this source; and what draws the newest at once, for a change that a click
 * has asked for
 */
export function useGrowingState<state>(
  source: GrowingSource<state> | undefined,
): readonly [state: state | undefined, show: () => void] {
  const [shown, setShown] = useState<{ source: GrowingSource<state>; state: state }>()
  const show = useCallback(() => {
    if (source !== undefined) setShown({ source, state: source.getSnapshot() })
  }, [source])
  useEffect(() => {
    show()
    return source?.subscribe(() => afterPointerUp(() => startTransition(show)))
  }, [source, show])
  return [source !== undefined && shown?.source === source ? shown.state : undefined, show]
}
