import { noteOffer } from './claimOfferProblem'
import { createFlow } from './createFlow'
import { currentStepIndex, isFinished } from './flow'
import { createFlowStore, FLOWS_KEY, type FlowStorage, type FlowStore } from './flowStore'
import type { CommitProjection } from './kinds/commit'
import { isReplacedBy } from './replacedFlow'

/** The flows of this browser, and what a person can do with them besides sending. */
export interface OpenFlows {
  readonly store: FlowStore
  /** Adds a flow, in the place of an earlier attempt at the same that came to nothing. */
  readonly begin: (...flow: Parameters<typeof createFlow>) => void
  /** The person has seen the current figures, and wants the order on these terms. */
  readonly agree: (id: string, projection: CommitProjection) => void
  readonly isInterrupted: () => boolean
  /** What sends could not be fetched: nothing of it has started. */
  readonly noteLoadFailure: (id: string) => void
  /** Takes over what other tabs write, and tells of it, until the returned function is called. */
  readonly listen: (onChange: () => void) => () => void
}

export function openFlows(storage: FlowStorage | undefined): OpenFlows {
  const store = createFlowStore(storage)
  return {
    store,
    begin(...about) {
      const flow = createFlow(...about)
      noteOffer(store, flow)
      for (const old of store.get()) if (isReplacedBy(old, flow)) store.dismiss(old.id)
      store.add(flow)
    },
    agree(id, projection) {
      const flow = store.find(id)
      if (flow !== undefined)
        store.dispatch(id, currentStepIndex(flow), { type: 'agree', projection })
    },
    isInterrupted: () => store.get().some((flow) => !isFinished(flow)),
    noteLoadFailure(id) {
      const flow = store.find(id)
      const index = flow === undefined ? -1 : currentStepIndex(flow)
      if (!store.dispatch(id, index, { type: 'simulate' })) return
      store.dispatch(id, index, {
        type: 'stop',
        code: 'APP',
        message:
          'Part of the app failed to load. Nothing was sent. Check your connection, reload the page and try again.',
      })
    },
    listen(onChange) {
      const onStorage = (event: StorageEvent) => {
        if (event.key !== FLOWS_KEY) return
        store.reload()
        onChange()
      }
      window.addEventListener('storage', onStorage)
      return () => window.removeEventListener('storage', onStorage)
    },
  }
}
