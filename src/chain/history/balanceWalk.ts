import { MAX_CANDIDATES } from '../../protocol/bounds'
import { updateMintingFee } from '../../protocol/poolCommitter'
import { ONE, POSITIVE_ZERO, type Quad } from '../../protocol/quad'
import type { CommitmentAmounts } from '../../protocol/snapshot'
import {
  type AnchorStep,
  type BalanceStep,
  type ExecutedStep,
  NO_BALANCES,
  type StepContext,
  toBalanceSteps,
} from './balanceSteps'
import type { ExecutedCommits, SideSupplies } from './executedInterval'
import { type IntervalTotals, type PoolIntervals, sumCommits } from './intervalTotals'
import type { PendingBurns } from './pendingBurns'
import type { IntervalPrices, PoolEvent, SideBalances } from './poolEvent'
import type { ComputedBalances } from './records'
import type { StepMemory } from './stepMemory'

export interface BalancesOptions {
  readonly intervals: PoolIntervals
  /** Whether nothing of the pool lies before the events. */
  readonly isFromStart: boolean
  /** The balances after the last event, where they are known. Settlement units. */
  readonly endBalances?: SideBalances | undefined
  /** Step of the minting fee as it is now, wad-scaled; without it fewer balances are exact. */
  readonly changeInterval?: Quad | undefined
}

/** Where a walk stands after whole transactions, for one that goes on from there. */
export interface WalkState {
  readonly position: Readonly<Position>
  readonly context: StepContext
  readonly totals: Pick<IntervalTotals, 'amounts' | 'firstWholeId'>
}

export interface BalanceWalk {
  /** For each `upkeep` event, in the same order; undefined where nothing is known. */
  readonly results: readonly (ComputedBalances | undefined)[]
  /** True when it says something of the upkeeps before its start, or would need them. */
  readonly concernsEarlier: boolean
  readonly end: WalkState
}

/**
 * Both balances after each upkeep, worked out from the events alone.
 *
 * Forwards from everything the pool itself said, and backwards from it to what lies before. A result is exact when
 * each step to it was: all commits of the executed intervals are known, and so are their prices and, for flips, the
 * minting fee. What does not arrive at the next balances that the pool said is not called exact. Backwards over fees
 * of unknown amount, the prices of the interval before tell whether there were any.
 *
 * @param events Of one pool, in chain order, without a gap
 * @param start The end of a walk over what lies before them
 */
export function walkBalances(
  events: readonly PoolEvent[],
  options: BalancesOptions,
  memory: StepMemory,
  start?: WalkState,
): BalanceWalk {
  const { intervals, isFromStart, endBalances, changeInterval } = options
  const totals = sumCommits(events, intervals, isFromStart, start?.totals)
  const { steps, context } = toBalanceSteps(events, totals, start?.context)
  if (endBalances !== undefined)
    steps.push({ kind: 'anchor', balances: endBalances, credited: NO_BALANCES })
  const results: (ComputedBalances | undefined)[] = []
  const position = { ...(start?.position ?? NOWHERE) }
  const findings = goForwards(steps, position, changeInterval, memory, results)
  const isProved = goBackwards(steps, findings, memory, results)
  return {
    results,
    concernsEarlier: findings.isStartDisproved || !isProved,
    end: { position, context, totals },
  }
}

/** What the walk forwards finds out for the walk backwards. */
interface Findings {
  /** The minting fee at executed steps, where it is known. */
  readonly fees: ReadonlyMap<BalanceStep, Quad>
  /** Upkeeps from which the next anchor was missed. */
  readonly disproved: ReadonlySet<number>
  /** Whether the first anchor was missed. */
  readonly isStartDisproved: boolean
}

interface Position {
  balances: SideBalances | undefined
  exact: boolean
  supplies: SideSupplies | undefined
  fee: Quad | undefined
}

const NOWHERE: Position = { balances: undefined, exact: false, supplies: undefined, fee: undefined }

function goForwards(
  steps: readonly BalanceStep[],
  at: Position,
  changeInterval: Quad | undefined,
  memory: StepMemory,
  results: (ComputedBalances | undefined)[],
): Findings {
  const fees = new Map<BalanceStep, Quad>()
  const disproved = new Set<number>()
  let sinceAnchor: number[] = []
  let anchors = 0
  let isStartDisproved = false

  const disprove = () => {
    if (anchors === 0) isStartDisproved = true
    for (const upkeep of sinceAnchor) {
      const result = results[upkeep]
      if (result !== undefined) results[upkeep] = { ...result, exact: false }
      disproved.add(upkeep)
    }
  }

  for (const step of steps) {
    switch (step.kind) {
      case 'anchor':
        if (at.exact && at.balances && !isReached(step, at.balances)) disprove()
        at.balances = pick(step.balances)
        at.exact = true
        sinceAnchor = []
        anchors++
        break
      case 'rebalance':
        move(at, at.balances && rebalanced(at.balances, step, 1n))
        break
      case 'executed': {
        if (at.fee !== undefined) fees.set(step, at.fee)
        const commits = toCommits(step, at.fee)
        at.supplies = undefined
        if (commits === undefined) at.exact = false
        if (commits === undefined || at.balances === undefined) break
        const after = memory.execute(step.event, at.balances, commits)
        at.supplies = after
        at.exact &&= after.exact
        move(at, pick(after))
        break
      }
      case 'fee':
        at.fee = step.mintingFee
        break
      case 'feeChange':
        at.fee = nextFee(at, changeInterval, step.pending)
        break
      case 'reward':
        move(at, at.balances && memory.pay(step.event, at.balances, step.rewardWei))
        break
      case 'unknown':
        at.exact = false
        at.fee = undefined
        break
      case 'upkeepEnd':
        results[step.upkeep] = at.balances && { ...at.balances, exact: at.exact }
        sinceAnchor.push(step.upkeep)
        break
    }
  }
  return { fees, disproved, isStartDisproved }
}

/** @returns Whether nothing waits for a proof that what lies before the steps could bring */
function goBackwards(
  steps: readonly BalanceStep[],
  { fees, disproved }: Findings,
  memory: StepMemory,
  results: (ComputedBalances | undefined)[],
): boolean {
  let candidates: SideBalances[] = []
  /** Fees of unknown amount were taken for none; what follows from it waits here to be proved. */
  let unproved: number[] | undefined
  for (const step of steps.toReversed()) {
    switch (step.kind) {
      case 'anchor':
        candidates = [withoutFees(step)]
        unproved = step.credited === undefined ? [] : undefined
        break
      case 'rebalance':
        candidates = candidates
          .map((after) => rebalanced(after, step, -1n))
          .filter((before) => before !== undefined)
        break
      case 'executed': {
        const commits = toCommits(step, fees.get(step))
        candidates =
          commits === undefined
            ? []
            : candidates.flatMap((after) => memory.unexecute(step.event, after, commits))
        if (unproved === undefined || commits === undefined || candidates.length === 0) break
        if (!areTelling(commits.prices)) break
        for (const upkeep of unproved) setExact(results, upkeep)
        unproved = undefined
        break
      }
      case 'reward':
        candidates = candidates.flatMap((after) => memory.unpay(step.event, after, step.rewardWei))
        break
      case 'unknown':
        candidates = []
        break
      case 'upkeepEnd': {
        const [candidate] = candidates
        if (candidate === undefined || results[step.upkeep]?.exact === true) break
        const isOnly = candidates.length === 1 && !disproved.has(step.upkeep)
        if (!isOnly && results[step.upkeep] !== undefined) break
        if (isOnly) unproved?.push(step.upkeep)
        results[step.upkeep] = { ...candidate, exact: isOnly && unproved === undefined }
        break
      }
    }
    if (candidates.length > MAX_CANDIDATES) candidates = []
  }
  return unproved === undefined || unproved.length === 0
}

function toCommits(
  { totals, prices, burningFee }: ExecutedStep,
  mintingFee: Quad | undefined,
): ExecutedCommits | undefined {
  if (totals === undefined || prices === undefined) return undefined
  if (mintingFee !== undefined) return { totals, prices, burningFee, mintingFee }
  return hasFlips(totals) ? undefined : { totals, prices, burningFee, mintingFee: POSITIVE_ZERO }
}

function hasFlips(totals: CommitmentAmounts): boolean {
  return totals.longBurnShortMintPoolTokens > 0n || totals.shortBurnLongMintPoolTokens > 0n
}

/** The minting fee after an upkeep, where it can be told. @see PoolCommitter.updateMintingFee */
function nextFee(
  { balances, exact, supplies, fee }: Position,
  changeInterval: Quad | undefined,
  pending: PendingBurns | undefined,
): Quad | undefined {
  if (fee === undefined || changeInterval === undefined) return undefined
  if (changeInterval === POSITIVE_ZERO) return fee
  if (balances === undefined || !exact || pending === undefined) return undefined
  if (supplies?.longSupply === undefined || supplies.shortSupply === undefined) return undefined
  return updateMintingFee({
    ...balances,
    mintingFee: fee,
    changeInterval,
    longTokenSupply: supplies.longSupply - pending.long,
    shortTokenSupply: supplies.shortSupply - pending.short,
  })
}

function move(at: Position, balances: SideBalances | undefined): void {
  at.balances = balances
  if (balances === undefined) at.exact = false
}

function rebalanced(
  { longBalance, shortBalance }: SideBalances,
  change: { readonly longBalanceChange: bigint; readonly shortBalanceChange: bigint },
  direction: 1n | -1n,
): SideBalances | undefined {
  const long = longBalance + direction * change.longBalanceChange
  const short = shortBalance + direction * change.shortBalanceChange
  return long < 0n || short < 0n ? undefined : { longBalance: long, shortBalance: short }
}

/** Whether an anchor can come of the balances before it: fees only ever add. */
function isReached({ balances, credited }: AnchorStep, before: SideBalances): boolean {
  const long = balances.longBalance - before.longBalance
  const short = balances.shortBalance - before.shortBalance
  if (credited === undefined) return long >= 0n && short >= 0n
  return long === credited.longBalance && short === credited.shortBalance
}

/** Whether prices tell the right balances from others: one is also the price of a token that no one has. */
function areTelling(prices: IntervalPrices): boolean {
  return prices.longPrice !== ONE && prices.shortPrice !== ONE
}

function withoutFees({ balances, credited = NO_BALANCES }: AnchorStep): SideBalances {
  return {
    longBalance: balances.longBalance - credited.longBalance,
    shortBalance: balances.shortBalance - credited.shortBalance,
  }
}

function setExact(results: (ComputedBalances | undefined)[], upkeep: number): void {
  const result = results[upkeep]
  if (result !== undefined) results[upkeep] = { ...result, exact: true }
}

function pick({ longBalance, shortBalance }: SideBalances): SideBalances {
  return { longBalance, shortBalance }
}
