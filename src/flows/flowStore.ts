import { MAX_FINISHED_FLOWS } from '../protocol/bounds'
import { type Flow, isFinished } from './flow'
import { isFlow } from './flowSchema'
import { newerFlow, nextRevision } from './newerFlow'
import { OLD_FLOWS_KEY, renameOldFields, upgradeFlow } from './oldFlows'
import { reduceFlow, type StepEvent } from './reduceFlow'

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
  /** Whether what is written down outlives the page. */
  readonly isKept: () => boolean
}

export const FLOWS_KEY = 'flows.v2'

export function createFlowStore(storage: FlowStorage | undefined): FlowStore {
  let flows = readFlows(storage)
  let isStored = canStore(storage)
  const listeners = new Set<() => void>()

  function set(next: readonly Flow[]): void {
    flows = next
    try {
      storage?.setItem(FLOWS_KEY, JSON.stringify(flows, writeBigint))
      isStored = true
      if (storage?.getItem(OLD_FLOWS_KEY)) storage.setItem(OLD_FLOWS_KEY, '')
    } catch {
      // A full or forbidden storage costs the memory over a reload, not the transaction.
      isStored = false
    }
    notify()
  }
  function notify(): void {
    for (const listener of listeners) listener()
  }
  /**
   * Another tab may have written since: start from what is stored, so that neither loses the other's flows. What this page knows
   * and has not been kept, or was written over by another tab, stays.
   *
   * @returns Whether this page knows more than what is stored
   */
  function refresh(): boolean {
    const stored = readFlows(storage)
    const storedIds = new Set(stored.map(({ id }) => id))
    // Someone may have cleared the site's data in the middle of a transaction: what is unfinished stays.
    const missing = flows.filter(
      (flow) => !storedIds.has(flow.id) && !(isStored && isFinished(flow)),
    )
    const known = new Map(flows.map((flow) => [flow.id, flow]))
    const merged = stored.map((flow) => {
      const here = known.get(flow.id)
      return here === undefined ? flow : newerFlow(here, flow)
    })
    flows = [...missing, ...merged]
    return missing.length > 0 || merged.some((flow, index) => flow !== stored[index])
  }

  return {
    get: () => flows,
    find: (id) => flows.find((flow) => flow.id === id),
    add(flow) {
      refresh()
      set([flow, ...flows].filter((kept, index) => index < MAX_FINISHED_FLOWS || !isFinished(kept)))
    },
    dispatch(id, stepIndex, event) {
      refresh()
      const flow = flows.find((candidate) => candidate.id === id)
      if (flow === undefined) return false
      const reduced = reduceFlow(flow, stepIndex, event)
      if (reduced === flow) return false
      const next = { ...reduced, revision: nextRevision(flow) }
      set(flows.map((candidate) => (candidate.id === id ? next : candidate)))
      return true
    },
    dismiss(id) {
      refresh()
      // Nothing of it here: another tab may know it.
      if (!flows.some((flow) => flow.id === id)) return
      set(flows.map((flow) => (flow.id === id ? { ...flow, dismissed: true } : flow)))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reload() {
      const knowsMore = refresh()
      // What another tab has written over is written again; a storage that refuses is not asked at each look.
      if (knowsMore && isStored) set(flows)
      else notify()
    },
    isKept: () => isStored,
  }
}

const TEST_KEY = `${FLOWS_KEY}.test`
/** Longer than what a transaction leaves behind, all but the making of a market. */
const ROOM = ' '.repeat(16_384)

/**
 * A storage can be forbidden, or full. Never tried with the flows themselves: what a page reads can be older than what another tab
 * has written, and would be written over it.
 */
function canStore(storage: FlowStorage | undefined): boolean {
  try {
    storage?.setItem(TEST_KEY, ROOM)
    storage?.setItem(TEST_KEY, '')
    return storage !== undefined
  } catch {
    return false
  }
}

/** The flows written down, and those that a tab of the version before has written since: each with all its hashes. */
function readFlows(storage: FlowStorage | undefined): readonly Flow[] {
  const flows = [...byId(read(storage, FLOWS_KEY).filter(isFlow)).values()]
  const old = byId(read(storage, OLD_FLOWS_KEY).map(upgradeFlow).filter(isFlow))
  const current = flows.map((flow) => {
    const other = old.get(flow.id)
    old.delete(flow.id)
    return other !== undefined && countHashes(other) > countHashes(flow) ? other : flow
  })
  return [...current, ...old.values()]
}

/** Each flow once, whatever someone has written there. */
function byId(flows: readonly Flow[]): Map<string, Flow> {
  const found = new Map<string, Flow>()
  for (const flow of flows) if (!found.has(flow.id)) found.set(flow.id, flow)
  return found
}

function countHashes({ steps }: Flow): number {
  return steps.reduce((count, { hashes }) => count + hashes.length, 0)
}

function read(storage: FlowStorage | undefined, key: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(storage?.getItem(key) || '[]', revive)
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}

const BIGINT_MARK = 'bigint:'

function writeBigint(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${BIGINT_MARK}${value}` : value
}

function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return renameOldFields(value)
  if (!/^bigint:-?\d+$/.test(value)) return value
  return BigInt(value.slice(BIGINT_MARK.length))
}
