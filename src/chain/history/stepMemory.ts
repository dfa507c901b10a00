import type { CommitmentAmounts } from '../../protocol/snapshot'
import {
  type ExecutedCommits,
  executeBackwards,
  executeForwards,
  payKeeper,
  unpayKeeper,
} from './executedInterval'
import type { PoolEvent, SideBalances } from './poolEvent'

/**
 * The costly steps of `balancesAfterUpkeeps`, each remembered with its event while it begins from the same: a new
 * upkeep leaves the steps of all older ones as they were. Forgets an event when no one else has it any more.
 */
export interface StepMemory {
  /** @see executeForwards */
  execute(
    event: PoolEvent,
    before: SideBalances,
    commits: ExecutedCommits,
  ): ReturnType<typeof executeForwards>
  /** @see executeBackwards */
  unexecute(event: PoolEvent, after: SideBalances, commits: ExecutedCommits): SideBalances[]
  /** @see payKeeper */
  pay(event: PoolEvent, before: SideBalances, rewardWei: bigint): SideBalances | undefined
  /** @see unpayKeeper */
  unpay(event: PoolEvent, after: SideBalances, rewardWei: bigint): SideBalances[]
}

export function createStepMemory(): StepMemory {
  const onExecution = <T>(compute: (from: SideBalances, commits: ExecutedCommits) => T) =>
    remembering(compute, isSameExecution)
  const onReward = <T>(compute: (from: SideBalances, rewardWei: bigint) => T) =>
    remembering(compute, (a, b) => a === b)
  return {
    execute: onExecution(executeForwards),
    unexecute: onExecution(executeBackwards),
    pay: onReward(payKeeper),
    unpay: onReward(unpayKeeper),
  }
}

/** The last result for each event, computed again when the balances or the rest of the input are others. */
function remembering<I, O>(
  compute: (from: SideBalances, input: I) => O,
  isSame: (a: I, b: I) => boolean,
) {
  const kept = new WeakMap<PoolEvent, { from: SideBalances; input: I; output: O }>()
  return (event: PoolEvent, from: SideBalances, input: I): O => {
    const last = kept.get(event)
    if (last !== undefined && isSameBalances(last.from, from) && isSame(last.input, input))
      return last.output
    const output = compute(from, input)
    kept.set(event, { from, input, output })
    return output
  }
}

function isSameBalances(a: SideBalances, b: SideBalances): boolean {
  return a.longBalance === b.longBalance && a.shortBalance === b.shortBalance
}

function isSameExecution(a: ExecutedCommits, b: ExecutedCommits): boolean {
  return (
    a.mintingFee === b.mintingFee &&
    a.burningFee === b.burningFee &&
    a.prices.longPrice === b.prices.longPrice &&
    a.prices.shortPrice === b.prices.shortPrice &&
    isSameTotals(a.totals, b.totals)
  )
}

function isSameTotals(a: CommitmentAmounts, b: CommitmentAmounts): boolean {
  return (
    a === b || (Object.keys(a) as (keyof CommitmentAmounts)[]).every((name) => a[name] === b[name])
  )
}
