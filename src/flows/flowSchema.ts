import * as v from 'valibot'
import { MAX_REVISION } from '../protocol/bounds'
import type { Flow } from './flow'
import { actionsOf, KINDS, kindOf } from './kinds/kinds'
import {
  storedAddress,
  storedCount,
  storedHash,
  storedNumber,
  storedUnits,
} from './kinds/storedFields'
import type { Step, StepId } from './step'

const search = {
  fromBlock: storedUnits,
  nonce: v.optional(storedCount),
  callsId: v.optional(v.string()),
}

/** The last time that a `Date` can have. */
const MAX_TIME_MS = 8_640_000_000_000_000

const FAILURES = ['reverted', 'undone', 'replaced', 'cancelled', 'dropped', 'partly'] as const

const flag = v.optional(v.literal(true))
const hashOrNone = v.optional(storedHash)

const statusSchema = v.variant('at', [
  v.object({ at: v.literal('ready') }),
  v.object({ at: v.literal('simulating') }),
  v.object({ at: v.literal('signing'), ...search }),
  v.object({
    at: v.literal('unknown'),
    ...search,
    message: v.optional(v.string()),
    searched: v.optional(v.picklist(['nothing', 'failed', 'unfinished'])),
    isWarned: flag,
  }),
  v.object({
    at: v.literal('submitted'),
    callsId: v.string(),
    fromBlock: storedUnits,
    nonce: v.optional(storedCount),
    missing: flag,
    isUnfinished: flag,
  }),
  v.object({
    at: v.literal('sent'),
    hash: storedHash,
    fromBlock: v.optional(storedUnits),
    nonce: v.optional(storedCount),
    trace: v.optional(v.object({ sender: storedAddress, nonce: storedCount })),
    missing: flag,
    isUnfinished: flag,
    awaitsSigners: flag,
  }),
  v.object({ at: v.literal('done'), hash: hashOrNone }),
  v.object({
    at: v.literal('failed'),
    hash: hashOrNone,
    because: v.picklist(FAILURES),
    reason: v.optional(v.string()),
  }),
  v.object({ at: v.literal('stopped'), code: v.string(), message: v.string() }),
])

const stepSchema = v.object({
  kind: v.string(),
  leg: v.optional(storedCount),
  status: statusSchema,
  hashes: v.array(storedHash),
  lastRequest: v.optional(v.object({ ...search, isBlind: flag })),
})

const flowSchema = v.object({
  id: v.string(),
  chainId: storedCount,
  account: storedAddress,
  createdAtMs: storedNumber(0, MAX_TIME_MS),
  unbatched: v.boolean(),
  dismissed: v.boolean(),
  revision: v.optional(v.pipe(storedCount, v.maxValue(MAX_REVISION))),
  intent: v.looseObject({ kind: v.string(), title: v.string() }),
  steps: v.pipe(v.array(stepSchema), v.minLength(1)),
})

/** What another version or a hand has written there must not stop the page from opening, nor be taken for the person's. */
export function isFlow(value: unknown): value is Flow {
  if (!v.is(flowSchema, value)) return false
  const { intent, steps } = value
  if (!Object.hasOwn(KINDS, intent.kind)) return false
  const kind = KINDS[intent.kind as keyof typeof KINDS]
  const flow = value as unknown as Flow
  return (
    v.is(kind.schema, intent) &&
    steps.every(({ kind: step }) => ['approve', 'batch', ...kind.stepKinds].includes(step)) &&
    areOwnSteps(flow) &&
    (kindOf(flow.intent).isSound?.(flow) ?? true) &&
    flow.steps.every((step) => hasActions(flow, step))
  )
}

/** Whether the steps are those of the intent, in their order: a part that stands there twice would be sent twice. */
function areOwnSteps({ intent, steps }: Flow): boolean {
  const key = (list: readonly StepId[]) =>
    list.map(({ kind, leg }) => `${kind} ${leg ?? ''}`).join()
  const kind = kindOf(intent)
  const ways = [kind.steps(intent, true), kind.steps(intent, false)].map(key)
  if (kind.batch !== undefined) ways.push(key([{ kind: 'batch', leg: undefined }]))
  return ways.includes(key(steps))
}

/** Whether the intent has such a step, with a call that can be made where one was: an order of two parts has no third. */
function hasActions(flow: Flow, step: Step): boolean {
  try {
    const actions = actionsOf(flow, step)
    if (step.hashes.length > 0) for (const action of actions) action.request()
    return actions.length > 0
  } catch {
    return false
  }
}
