import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { useAccount, useConfig } from 'wagmi'
import { type Flow, isBusy, type LiveFlow } from '../flows/flow'
import type { CommitProjection } from '../flows/kinds/commit'
import type { Intent } from '../flows/kinds/kinds'
import type { OpenFlows } from '../flows/openFlows'
import { flowsStorage } from './flowsStorage'
import { useNetwork } from './NetworkContext'
import { newFlowId } from './newFlowId'

interface FlowActions {
  /** Begins a new flow, opens the wallet, and gives the flow's id. */
  readonly start: (account: Flow['account'], intent: Intent, needsApproval: boolean) => string
  /** Continues with a flow that waits for the person; with a projection, on the terms that they have seen now. */
  readonly proceed: (id: string, projection?: CommitProjection) => void
  /**
   * The person says that nothing was sent, or that it is gone: the step can be started again, after a warning where the chain
   * cannot confirm it.
   *
   * @param wasWarned Whether they said so with that warning before them
   * @returns False when what searches the chain could not be fetched: then nothing has changed
   */
  readonly declareUnsent: (id: string, wasWarned: boolean) => Promise<boolean>
  readonly dismiss: (id: string) => void
}

interface FlowsValue {
  /** Undefined for the moment until they are read. */
  readonly open: OpenFlows | undefined
  /** What reads them could not be fetched: only a reload helps. */
  readonly isBroken: boolean
  /** Ids of the flows that this page is at work on. */
  readonly running: ReadonlySet<string>
  readonly actions: FlowActions
}

/** What sends: half the weight of viem, and no one sends before the first page has shown. */
async function loadSending() {
  const [{ hasLocks, resumeFlows, runFlow }, { declareUnsent }, { flowContextOf }] =
    await Promise.all([
      import('../flows/runFlow'),
      import('../flows/searchLost'),
      import('./flowContextOf'),
    ])
  return { hasLocks, resumeFlows, runFlow, declareUnsent, flowContextOf }
}
type Sending = Awaited<ReturnType<typeof loadSending>>

const FlowsContext = createContext<FlowsValue | undefined>(undefined)

/** Keeps the flows of this browser, and follows those that a reload interrupted. */
export function FlowsProvider({ children }: { children: ReactNode }) {
  const config = useConfig()
  const network = useNetwork()
  const queries = useQueryClient()
  // Neither are they needed to show it.
  const [opening] = useState(async () =>
    (await import('../flows/openFlows')).openFlows(flowsStorage()),
  )
  const [open, setOpen] = useState<OpenFlows>()
  const [isBroken, setBroken] = useState(false)
  const [running, setRunning] = useState<ReadonlySet<string>>(new Set())

  const contextOf = useCallback(
    ({ flowContextOf }: Sending, { store }: OpenFlows) =>
      flowContextOf(config, network, queries, store),
    [config, network, queries],
  )
  const actions = useMemo<FlowActions>(() => {
    const run = async (opened: OpenFlows, id: string) => {
      setRunning((ids) => new Set([...ids, id]))
      try {
        const sending = await loadSending().catch(() => undefined)
        if (sending === undefined) opened.noteLoadFailure(id)
        else await sending.runFlow(contextOf(sending, opened), id)
      } finally {
        setRunning((ids) => new Set([...ids].filter((other) => other !== id)))
      }
    }
    return {
      start(account, intent, needsApproval) {
        const createdAtMs = Date.now()
        const about = { id: newFlowId(), chainId: network.chain.id, account, createdAtMs }
        void opening.then((opened) => {
          opened.begin({ ...about, intent }, needsApproval)
          return run(opened, about.id)
        })
        return about.id
      },
      proceed: (id, projection) =>
        void opening.then((opened) => {
          if (projection !== undefined) opened.agree(id, projection)
          return run(opened, id)
        }),
      async declareUnsent(id, wasWarned) {
        const opened = await opening
        const sending = await loadSending().catch(() => undefined)
        await sending?.declareUnsent(contextOf(sending, opened), id, wasWarned)
        return sending !== undefined
      },
      dismiss: (id) => void opening.then(({ store }) => store.dismiss(id)),
    }
  }, [contextOf, network, opening])
  const value = useMemo(
    () => ({ open, isBroken, running, actions }),
    [open, isBroken, running, actions],
  )

  useEffect(() => void opening.then(setOpen, () => setBroken(true)), [opening])
  useEffect(() => {
    if (open === undefined) return
    if (open.isInterrupted())
      void loadSending().then((sending) => sending.resumeFlows(contextOf(sending, open)), ignore)
    // Another tab is at work: should it be closed, this one takes over.
    return open.listen(() => {
      if (open.isInterrupted())
        void loadSending().then(
          (sending) =>
            sending.hasLocks() ? sending.resumeFlows(contextOf(sending, open), isBusy) : undefined,
          ignore,
        )
    })
  }, [contextOf, open])
  // Once someone may send, what sends is there before they click.
  const isConnected = useAccount().address !== undefined
  useEffect(() => {
    if (isConnected) void loadSending().catch(ignore)
  }, [isConnected])

  return <FlowsContext value={value}>{children}</FlowsContext>
}

function useFlowsValue(): FlowsValue {
  const value = use(FlowsContext)
  if (value === undefined) throw new Error('FlowsProvider is missing')
  return value
}

/** What could not be fetched now is fetched when it is needed. */
function ignore(): void {}

const NONE: readonly Flow[] = []
const noFlows = () => NONE
const noChanges = () => () => undefined

/** All flows on this chain, newest first. */
export function useFlows(): readonly LiveFlow[] {
  const { open, running } = useFlowsValue()
  const store = open?.store
  const { chain } = useNetwork()
  const flows = useSyncExternalStore(store?.subscribe ?? noChanges, store?.get ?? noFlows)
  return useMemo(
    () =>
      flows
        .filter(({ chainId }) => chainId === chain.id)
        .map((flow) => ({ ...flow, isRunning: running.has(flow.id) })),
    [flows, running, chain.id],
  )
}

/** Whether the browser keeps what is sent over a reload; true until that is known. */
export function useIsFlowStorageAvailable(): boolean {
  useFlows()
  return useFlowsValue().open?.store.isKept() ?? true
}

/** Whether what this browser has sent is known: before that nothing new is started. */
export function useFlowsState(): 'opening' | 'open' | 'broken' {
  const { open, isBroken } = useFlowsValue()
  if (isBroken) return 'broken'
  return open === undefined ? 'opening' : 'open'
}

export function useFlowActions(): FlowActions {
  return useFlowsValue().actions
}
