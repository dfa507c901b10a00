import { type BalancesOptions, type WalkState, walkBalances } from './balanceWalk'
import type { PoolEvent } from './poolEvent'
import type { ComputedBalances } from './records'
import { createStepMemory, type StepMemory } from './stepMemory'

type Balances = readonly (ComputedBalances | undefined)[]

/**
 * What was worked out before: single steps, and for each first event the beginning that nothing new can change.
 * It does not outlive the events.
 */
export interface BalanceMemory {
  readonly steps: StepMemory
  readonly settled: WeakMap<PoolEvent, Settled>
}

/** A beginning whose results are final as long as its events and the options are the same. */
interface Settled {
  readonly events: readonly PoolEvent[]
  readonly options: BalancesOptions
  readonly results: Balances
  readonly end: WalkState
}

/** The newest events are walked over each time; a reorganisation mostly changes only them. */
const EVENTS_IN_MOTION = 250
/** So many more may gather before they are settled. */
const EVENTS_TO_SETTLE = 500

export function createBalanceMemory(): BalanceMemory {
  return { steps: createStepMemory(), settled: new WeakMap() }
}

/**
 * Both balances after each upkeep, worked out from the events alone: as `walkBalances` does, without walking over
 * what a memory of the same pool has settled.
 *
 * @param events Of one pool, in chain order, without a gap
 * @returns For each `upkeep` event, in the same order; undefined where nothing is known
 */
export function balancesAfterUpkeeps(
  events: readonly PoolEvent[],
  options: BalancesOptions,
  memory: BalanceMemory = createBalanceMemory(),
): Balances {
  const known = finalizedBlocks(events, options, memory)
  const walked = events.slice(known?.events.length ?? 0)
  const walk = walkBalances(walked, options, memory.steps, known?.end)
  const isEnough = known === undefined || !walk.concernsEarlier
  const results = isEnough
    ? [...(known?.results ?? []), ...walk.results]
    : walkBalances(events, options, memory.steps).results
  if (!isEnough) forget(events, memory)
  else if (walked.length > EVENTS_IN_MOTION + EVENTS_TO_SETTLE)
    settle(events, options, memory, known)
  return results
}

function finalizedBlocks(
  events: readonly PoolEvent[],
  options: BalancesOptions,
  { settled }: BalanceMemory,
): Settled | undefined {
  const known = events[0] && settled.get(events[0])
  if (known === undefined || known.events.length > events.length) return undefined
  const { isFromStart, changeInterval, intervals } = known.options
  const isSame =
    isFromStart === options.isFromStart &&
    changeInterval === options.changeInterval &&
    intervals.updateIntervalSec === options.intervals.updateIntervalSec &&
    intervals.frontRunningIntervalSec === options.intervals.frontRunningIntervalSec &&
    known.events.every((event, index) => event === events[index])
  return isSame ? known : undefined
}

/**
 * Settles all but the newest events, if the walk arrives there exactly: then all since the last balances that the
 * pool said is exact, what lies before those they have settled, and only a contradiction could change it.
 */
function settle(
  events: readonly PoolEvent[],
  options: BalancesOptions,
  memory: BalanceMemory,
  known: Settled | undefined,
): void {
  const [first] = events
  const length = transactionStart(events, events.length - EVENTS_IN_MOTION)
  const from = known?.events.length ?? 0
  if (first === undefined || length <= from) return
  const { results, end, concernsEarlier } = walkBalances(
    events.slice(from, length),
    { ...options, endBalances: undefined },
    memory.steps,
    known?.end,
  )
  const { firstWholeId, amounts } = end.totals
  if (!end.position.exact || firstWholeId === undefined) return
  if (known !== undefined && concernsEarlier) return
  const waiting = [...amounts].filter(([id]) => id > end.context.lastExecutedId)
  memory.settled.set(first, {
    events: events.slice(0, length),
    options,
    results: [...(known?.results ?? []), ...results],
    end: { ...end, totals: { firstWholeId, amounts: new Map(waiting) } },
  })
}

/** The first event, at an index or before, of the transaction there. */
function transactionStart(events: readonly PoolEvent[], index: number): number {
  let start = index
  while (start > 0 && events[start - 1]?.transactionHash === events[start]?.transactionHash) start--
  return start
}

function forget(events: readonly PoolEvent[], { settled }: BalanceMemory): void {
  if (events[0] !== undefined) settled.delete(events[0])
}
