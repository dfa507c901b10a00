import * as v from 'valibot'
import { type Flow, isFinished, reduceFlow, type StepEvent, type StepStatus } from './flow'

/** Where flows are kept: `Storage` of the browser, or a stand-in. */
export type FlowStorage = Pick<Storage, 'getItem' | 'setItem'>

/** All flows of this browser, newest first. Each change is written down before anything else happens. */
export interface FlowStore {
  readonly get: () => readonly Flow[]
  readonly find: (id: string) => Flow | undefined
  readonly add: (flow: Flow) => void
  /** Applies an event to a step; says whether it changed anything. */
  readonly dispatch: (id: string, stepIndex: number, event: StepEvent) => boolean
  readonly dismiss: (id: string) => void
  readonly subscribe: (listener: () => void) => () => void
  /** Takes over what another tab has written. */
  readonly reload: () => void
}

export const FLOWS_KEY = 'flows.v1'
const KEPT = 50

export function createFlowStore(storage: FlowStorage | undefined): FlowStore {
  let flows = read(storage)
  let isStored = true
  const listeners = new Set<() => void>()

  function set(next: readonly Flow[]): void {
    flows = next
    try {
      storage?.setItem(FLOWS_KEY, JSON.stringify(flows, writeBigint))
      isStored = true
    } catch {
      // A full or forbidden storage costs the memory over a reload, not the transaction.
      isStored = false
    }
    notify()
  }
  function notify(): void {
    for (const listener of listeners) listener()
  }
  /** Another tab may have written since: start from what is stored, so that neither loses the other's flows. */
  function refresh(): void {
    if (storage === undefined || !isStored) return
    const stored = read(storage)
    const storedIds = new Set(stored.map(({ id }) => id))
    // Somebody may have cleared the site's data in the middle of a transaction: what is unfinished stays.
    const cleared = flows.filter((flow) => !storedIds.has(flow.id) && !isFinished(flow))
    flows = [...cleared, ...stored]
  }

  return {
    get: () => flows,
    find: (id) => flows.find((flow) => flow.id === id),
    add(flow) {
      refresh()
      set([flow, ...flows].filter((kept, index) => index < KEPT || !isFinished(kept)))
    },
    dispatch(id, stepIndex, event) {
      refresh()
      const flow = flows.find((candidate) => candidate.id === id)
      if (flow === undefined) return false
      const next = reduceFlow(flow, stepIndex, event)
      if (next === flow) return false
      set(flows.map((candidate) => (candidate.id === id ? next : candidate)))
      return true
    },
    dismiss(id) {
      refresh()
      set(flows.map((flow) => (flow.id === id ? { ...flow, dismissed: true } : flow)))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reload() {
      refresh()
      notify()
    },
  }
}

function read(storage: FlowStorage | undefined): readonly Flow[] {
  try {
    const parsed: unknown = JSON.parse(storage?.getItem(FLOWS_KEY) ?? '[]', readBigint)
    return Array.isArray(parsed) ? parsed.filter(isFlow) : []
  } catch {
    return []
  }
}

const STATUSES = [
  'ready',
  'simulating',
  'signing',
  'unknown',
  'sent',
  'done',
  'failed',
  'stopped',
] as const satisfies readonly StepStatus['at'][]

const poolIntent = { pool: v.string(), title: v.string() }

const flowSchema = v.object({
  id: v.string(),
  chainId: v.number(),
  account: v.string(),
  createdAtMs: v.number(),
  dismissed: v.boolean(),
  intent: v.variant('kind', [
    v.looseObject({
      ...poolIntent,
      kind: v.literal('commit'),
      committer: v.string(),
      amount: v.bigint(),
    }),
    v.looseObject({ ...poolIntent, kind: v.literal('claim'), committer: v.string() }),
    v.looseObject({ ...poolIntent, kind: v.literal('upkeep'), pools: v.array(v.string()) }),
  ]),
  steps: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(['approve', 'commit', 'claim', 'upkeep']),
        status: v.looseObject({ at: v.picklist(STATUSES) }),
        hashes: v.array(v.string()),
      }),
    ),
    v.minLength(1),
  ),
})

/** What another version or a hand has written there must not stop the page from opening. */
function isFlow(value: unknown): value is Flow {
  return v.is(flowSchema, value)
}

const BIGINT_MARK = 'bigint:'

function writeBigint(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${BIGINT_MARK}${value}` : value
}

function readBigint(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !/^bigint:-?\d+$/.test(value)) return value
  return BigInt(value.slice(BIGINT_MARK.length))
}
