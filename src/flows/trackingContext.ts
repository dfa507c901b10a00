import type { Client, Hash } from 'viem'
import type { Flow } from './flow'
import type { FlowContext } from './flowContext'
import type { SeenNonces } from './kinds/flowKind'
import type { StepEvent } from './reduceFlow'
import type { Step } from './step'

/** What one following of a step has come to know, over all its looks. */
export interface TrackingState extends SeenNonces {
  looks: number
  /** When following began, Unix milliseconds. */
  readonly sinceMs: number
  /** Since when no one has known the transaction, Unix milliseconds. */
  unseenSinceMs: number | undefined
  /** The block up to which events have been searched without finding it. */
  searchedTo: bigint | undefined
  /** Transactions that left the event, and do something else. */
  readonly otherHashes: Set<Hash>
  /** There was more that could be it than the last search has looked at. */
  isUnfinished: boolean
  /** Requests to nodes so far. */
  requests: number
  /** How many of them the last pause has accounted for. */
  pausedFor: number
}

/** One step that is followed, with what it takes. */
export interface TrackingContext {
  readonly context: FlowContext
  /** Counts its requests in `watch`. */
  readonly client: Client
  readonly flow: Flow
  readonly step: Step
  readonly dispatch: (event: StepEvent) => boolean
  readonly watch: TrackingState
}

export function newWatch(): TrackingState {
  return {
    looks: 0,
    sinceMs: Date.now(),
    unseenSinceMs: undefined,
    searchedTo: undefined,
    otherHashes: new Set(),
    isUnfinished: false,
    requests: 0,
    pausedFor: 0,
    otherNonces: new Set(),
    emptyNonces: new Map(),
  }
}

/** A client whose requests are counted. */
export function countedClient(client: Client, watch: TrackingState): Client {
  const request = (async (args: never, options: never) => {
    watch.requests += 1
    return client.request(args, options)
  }) as typeof client.request
  return { ...client, request }
}

const FIRST_PAUSE_MS = 100
const MOST_PAUSE_MS = 1_000
const SEARCH_PAUSE_MS = 4_000
const PATIENT_AFTER_MS = 60_000
/** Of what has not come in a minute a node is asked no more than once in this time. */
const MS_PER_REQUEST = 10_000

/** Whether what is followed has not come in a minute. */
export function hasBackedOff({ sinceMs }: TrackingState): boolean {
  return Date.now() - sinceMs >= PATIENT_AFTER_MS
}

/** How long to wait before looking again for a transaction that a node has, in milliseconds. */
export function pauseAfterLook(watch: TrackingState): number {
  watch.looks += 1
  watch.pausedFor = watch.requests
  return Math.min(FIRST_PAUSE_MS * 2 ** (watch.looks - 1), MOST_PAUSE_MS)
}

/** How long to wait before searching again for what no node has, in milliseconds: longer the more the last look has asked. */
export function pauseAfterSearch(watch: TrackingState): number {
  watch.looks += 1
  const requests = watch.requests - watch.pausedFor
  watch.pausedFor = watch.requests
  return hasBackedOff(watch) ? Math.max(1, requests) * MS_PER_REQUEST : SEARCH_PAUSE_MS
}
