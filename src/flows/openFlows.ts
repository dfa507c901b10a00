import { createFlow, currentStepIndex, isFinished } from './flow'
import { createFlowStore, FLOWS_KEY, type FlowStorage, type FlowStore } from './flowStore'

/** The flows of this browser, and what a person can do with them besides sending. */
export interface OpenFlows {
  readonly store: FlowStore
  readonly begin: (...flow: Parameters<typeof createFlow>) => void
  /** The person says that nothing was sent, or that it is gone: the step can be begun again. */
  readonly declareUnsent: (id: string) => void
  readonly isInterrupted: () => boolean
  /** Hears of what other tabs write, until the returned function is called. */
  readonly listen: () => () => void
}

export function openFlows(storage: FlowStorage | undefined): OpenFlows {
  const store = createFlowStore(storage)
  return {
    store,
    begin: (...flow) => store.add(createFlow(...flow)),
    declareUnsent(id) {
      const flow = store.find(id)
      if (flow !== undefined) store.dispatch(id, currentStepIndex(flow), { type: 'declareUnsent' })
    },
    isInterrupted: () => store.get().some((flow) => !isFinished(flow)),
    listen() {
      const onStorage = (event: StorageEvent) => {
        if (event.key === FLOWS_KEY) store.reload()
      }
      window.addEventListener('storage', onStorage)
      return () => window.removeEventListener('storage', onStorage)
    },
  }
}
