import * as v from 'valibot'
import type { Address } from 'viem'
import { EXIT_PLANS, type ExitPlan } from '../../analytics/exit/exitOutcome'
import { storedValue } from '../../data/storedValue'

const KEY = 'exitPlans.v1'
/** More pools than a person leaves at a time; beyond it the oldest goes. */
const MAX_PLANS = 50

const schema = v.record(v.string(), v.picklist(EXIT_PLANS))

/** An account on its way out of a pool. */
export interface Exit {
  readonly chainId: number
  readonly pool: Address
  readonly account: Address
}

/** The plan that each exit was started with. */
export type StartedPlans = ReadonlyMap<string, ExitPlan>

/** @param text As stored; anything that is none of ours is left out */
export function parseStartedPlans(text: string): StartedPlans {
  try {
    return new Map(Object.entries(v.parse(schema, JSON.parse(text))))
  } catch {
    return new Map()
  }
}

/** The plans with one set, or with `undefined` removed. */
export function withStartedPlan(
  plans: StartedPlans,
  exit: Exit,
  plan: ExitPlan | undefined,
): StartedPlans {
  const others = [...plans].filter(([key]) => key !== keyOf(exit))
  const own = plan === undefined ? [] : [[keyOf(exit), plan] as const]
  return new Map([...others, ...own].slice(-MAX_PLANS))
}

export function startedPlanOf(plans: StartedPlans, exit: Exit): ExitPlan | undefined {
  return plans.get(keyOf(exit))
}

/** Kept in this browser only. */
export const startedPlans = storedValue(KEY, parseStartedPlans, (plans) =>
  JSON.stringify(Object.fromEntries(plans)),
)

function keyOf({ chainId, pool, account }: Exit): string {
  return [chainId, pool, account].join(':').toLowerCase()
}
