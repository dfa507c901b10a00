import { useEffect } from 'react'
import type { ExitPlan } from '../../analytics/exit/exitOutcome'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useStoredValue } from '../../data/storedValue'
import { useBusyPools } from '../../data/useBusyPools'
import { type Exit, startedPlanOf, startedPlans, withStartedPlan } from './startedPlans'

/** The plan that the connected account's exit was started with: what is best may change on the way, after a step of it. */
export function useStartedPlan({ facts }: PoolAtBlock): ExitPlan | undefined {
  const plans = useStoredValue(startedPlans)
  const exit = useExit(facts.address)
  return exit && startedPlanOf(plans, exit)
}

/**
 * Remembers a plan once the account sends a step of it, and forgets it when nothing is left to do.
 *
 * @param plan Undefined where none has to be remembered: keepers are on time
 */
export function useRememberPlan(
  { facts }: PoolAtBlock,
  plan: ExitPlan | undefined,
  isDone: boolean,
): void {
  const exit = useExit(facts.address)
  const { chainId, pool, account } = exit ?? {}
  const isSending = useBusyPools((flow) => flow.account === account).has(facts.address)
  const next = isDone ? undefined : plan
  useEffect(() => {
    if (chainId === undefined || pool === undefined || account === undefined) return
    const plans = startedPlans.get()
    const before = startedPlanOf(plans, { chainId, pool, account })
    const isToChange = isDone ? before !== undefined : isSending && next !== undefined
    if (isToChange && next !== before)
      startedPlans.set(withStartedPlan(plans, { chainId, pool, account }, next))
  }, [chainId, pool, account, isSending, isDone, next])
}

function useExit(pool: Exit['pool']): Exit | undefined {
  const { chain } = useNetwork()
  const { account, isWatched } = useSnapshot()
  if (account === undefined || isWatched) return undefined
  return { chainId: chain.id, pool, account }
}
