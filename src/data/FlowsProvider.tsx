import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { useConfig } from 'wagmi'
import { snapshotsKey } from '../chain/queries'
import { createFlow, currentStepIndex, type Flow, type Intent, isFinished } from '../flows/flow'
import type { FlowContext } from '../flows/flowContext'
import { createFlowStore, FLOWS_KEY, type FlowStore } from '../flows/flowStore'
import { useNetwork } from './NetworkContext'

interface FlowActions {
  /** Begins a new flow, opens the wallet, and gives the flow's id. */
  readonly start: (account: Flow['account'], intent: Intent, needsApproval: boolean) => string
  /** Goes on with a flow that waits for the person. */
  readonly proceed: (id: string) => void
  /** The person says that the wallet sent nothing: the step can be begun again. */
  readonly declareUnsent: (id: string) => void
  readonly dismiss: (id: string) => void
}

interface FlowsValue {
  readonly store: FlowStore
  readonly actions: FlowActions
}

/** Sending is half the weight of viem, and nobody sends before the first page has shown. */
const loadRunFlow = () => import('../flows/runFlow')

const FlowsContext = createContext<FlowsValue | undefined>(undefined)

/** Keeps the flows of this browser, and follows those that a reload interrupted. */
export function FlowsProvider({ children }: { children: ReactNode }) {
  const config = useConfig()
  const network = useNetwork()
  const queries = useQueryClient()
  const [store] = useState(() => createFlowStore(availableStorage()))

  const context = useMemo<FlowContext>(
    () => ({
      config,
      store,
      onChainChanged: () => void queries.invalidateQueries({ queryKey: snapshotsKey(network) }),
    }),
    [config, network, queries, store],
  )
  const value = useMemo<FlowsValue>(() => {
    const chainId = network.chain.id
    const run = async (id: string) => (await loadRunFlow()).runFlow(context, id)
    return {
      store,
      actions: {
        start(account, intent, needsApproval) {
          const about = {
            id: crypto.randomUUID(),
            chainId,
            account,
            createdAtMs: Date.now(),
            intent,
          }
          store.add(createFlow(about, needsApproval))
          void run(about.id)
          return about.id
        },
        proceed: (id) => void run(id),
        declareUnsent(id) {
          const flow = store.find(id)
          if (flow !== undefined)
            store.dispatch(id, currentStepIndex(flow), { type: 'declareUnsent' })
        },
        dismiss: store.dismiss,
      },
    }
  }, [context, network, store])

  useEffect(() => {
    const isInterrupted = store.get().some((flow) => !isFinished(flow))
    if (isInterrupted) void loadRunFlow().then(({ resumeFlows }) => resumeFlows(context))
    const onStorage = (event: StorageEvent) => {
      if (event.key === FLOWS_KEY) store.reload()
    }
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [context, store])

  return <FlowsContext value={value}>{children}</FlowsContext>
}

function useFlowsValue(): FlowsValue {
  const value = use(FlowsContext)
  if (value === undefined) throw new Error('FlowsProvider is missing')
  return value
}

/** All flows on this chain, newest first. */
export function useFlows(): readonly Flow[] {
  const { store } = useFlowsValue()
  const { chain } = useNetwork()
  const flows = useSyncExternalStore(store.subscribe, store.get)
  return useMemo(() => flows.filter(({ chainId }) => chainId === chain.id), [flows, chain.id])
}

export function useFlowActions(): FlowActions {
  return useFlowsValue().actions
}

function availableStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}
