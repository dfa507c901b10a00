import { queuedBeyond } from '../protocol/queuedBeyond'
import type { PoolSnapshot } from '../protocol/snapshot'
import { isNothing } from '../protocol/userBalance'
import {
  erc20Abi,
  leveragedPoolAbi,
  oracleWrapperAbi,
  poolCommitterAbi,
  poolKeeperAbi,
  priceFeedAbi,
} from './abi'
import { type Answers, readOf, reusable, sharedReadOf } from './batch'
import type { PoolFacts } from './poolRegistry'

/** Upkeeps that may happen between two refreshes without a second request. */
const MARGIN = 3n
/**
 * Intervals read one after the other at the most, however late a pool is: more than the next 64 upkeeps can execute. What is
 * queued beyond them is found where commits go now and where the account has some; of the rest only the sum is known.
 */
export const MAX_QUEUE = 1_000n

/** What to read of one pool, and for which interval and sample numbers. */
export type PoolPlan = ReturnType<typeof makePlan>

export type PoolAnswers = Answers<PoolPlan['reads']>

/**
 * The reads for one pool's state.
 *
 * @param known The pool's state of before, from which the interval and sample numbers are guessed
 * @param own The intervals in which the account has commits, as far as they are known
 */
export function planPool(
  facts: PoolFacts,
  known: PoolSnapshot | undefined,
  own: readonly bigint[] = [],
): PoolPlan {
  const basis = known && basisOf(facts, known, own)
  const last = plans.get(facts)
  // Between two upkeeps nothing changes about what to ask: the encoded reads are used again.
  if (last !== undefined && isSame(last.basis, basis)) return last.plan
  const plan =
    known === undefined
      ? makePlan(facts, [], [])
      : makePlan(facts, queueIds(facts, known, own), samplesToRead(facts, known))
  plans.set(facts, { basis, plan })
  return plan
}

/** All that the choice of interval and sample numbers depends on. */
interface Basis {
  readonly updateIntervalId: bigint
  readonly passed: bigint
  readonly isQueueComplete: boolean
  readonly periodCount: bigint | undefined
  readonly queued: readonly bigint[]
  readonly own: readonly bigint[]
}

const plans = new WeakMap<
  PoolFacts,
  { readonly basis: Basis | undefined; readonly plan: PoolPlan }
>()

function basisOf(facts: PoolFacts, known: PoolSnapshot, own: readonly bigint[]): Basis {
  return {
    updateIntervalId: known.updateIntervalId,
    passed: passedIntervals(facts, known),
    isQueueComplete: isQueueComplete(known),
    periodCount: known.oracle.kind === 'sma' ? known.oracle.periodCount : undefined,
    queued: queuedIds(known.totalPoolCommitments),
    own,
  }
}

function isSame(before: Basis | undefined, now: Basis | undefined): boolean {
  if (before === undefined || now === undefined) return before === now
  return (
    before.updateIntervalId === now.updateIntervalId &&
    before.passed === now.passed &&
    before.isQueueComplete === now.isQueueComplete &&
    before.periodCount === now.periodCount &&
    isSameList(before.queued, now.queued) &&
    isSameList(before.own, now.own)
  )
}

function isSameList(before: readonly bigint[], now: readonly bigint[]): boolean {
  if (before === now) return true
  return before.length === now.length && before.every((id, index) => id === now[index])
}

type Queue = PoolSnapshot['totalPoolCommitments']

/** Between two commits it is the same list at every block. */
const queued = new WeakMap<Queue, readonly bigint[]>()

/** The intervals in which something is queued. */
function queuedIds(queue: Queue): readonly bigint[] {
  const known =
    queued.get(queue) ??
    queue.filter((totals) => !isNothing(totals)).map((totals) => totals.updateIntervalId)
  queued.set(queue, known)
  return known
}

function samplesToRead({ oracle }: PoolFacts, known: PoolSnapshot): bigint[] {
  if (oracle.kind === 'spot' || known.oracle.kind !== 'sma') return []
  const { periodCount, numPeriods } = known.oracle
  return range(max(0n, periodCount - numPeriods), numPeriods + MARGIN)
}

function makePlan(facts: PoolFacts, intervalIds: readonly bigint[], sampleIds: readonly bigint[]) {
  const { queueReads, sampleReads, ...reads } = constantReads(facts)
  const numbered = reusable({ queue: queueReads(intervalIds), samples: sampleReads(sampleIds) })
  return { facts, intervalIds, sampleIds, reads: { ...reads, numbered } }
}

/** Reads by number. What was asked for the last time is not encoded anew: with an interval that passes most numbers stay. */
function numberedReads<read>(
  readOfNumber: (id: bigint) => read,
): (ids: readonly bigint[]) => read[] {
  let last = new Map<bigint, read>()
  return (ids) => {
    const reads = ids.map((id): [bigint, read] => [id, last.get(id) ?? readOfNumber(id)])
    last = new Map(reads)
    return reads.map(([, read]) => read)
  }
}

/** What is read of a pool whatever its state is, and what is read by number. */
function constantReads(facts: PoolFacts) {
  const known = constants.get(facts)
  if (known !== undefined) return known
  const made = makeConstantReads(facts)
  constants.set(facts, made)
  return made
}

const constants = new WeakMap<PoolFacts, ReturnType<typeof makeConstantReads>>()

function makeConstantReads(facts: PoolFacts) {
  const { address, committer, oracle } = facts
  // Contract by contract: each is named once for all reads in a row.
  const state = reusable({
    balances: readOf(leveragedPoolAbi, address, 'balances'),
    lastPriceTimestamp: readOf(leveragedPoolAbi, address, 'lastPriceTimestamp'),
    paused: readOf(leveragedPoolAbi, address, 'paused'),
    primaryFees: readOf(leveragedPoolAbi, address, 'primaryFees'),
    secondaryFees: readOf(leveragedPoolAbi, address, 'secondaryFees'),
    secondaryFeeAddress: readOf(leveragedPoolAbi, address, 'secondaryFeeAddress'),
    secondaryFeeSplitPercent: readOf(leveragedPoolAbi, address, 'secondaryFeeSplitPercent'),
    longSupply: readOf(erc20Abi, facts.longToken.address, 'totalSupply'),
    shortSupply: readOf(erc20Abi, facts.shortToken.address, 'totalSupply'),
    updateIntervalId: readOf(poolCommitterAbi, committer, 'updateIntervalId'),
    mintingFee: readOf(poolCommitterAbi, committer, 'mintingFee'),
    burningFee: readOf(poolCommitterAbi, committer, 'burningFee'),
    changeInterval: readOf(poolCommitterAbi, committer, 'changeInterval'),
    pendingMint: readOf(poolCommitterAbi, committer, 'pendingMintSettlementAmount'),
    pendingLongBurn: readOf(poolCommitterAbi, committer, 'pendingLongBurnPoolTokens'),
    pendingShortBurn: readOf(poolCommitterAbi, committer, 'pendingShortBurnPoolTokens'),
    committerPaused: readOf(poolCommitterAbi, committer, 'paused'),
    executionPrice: readOf(poolKeeperAbi, facts.keeper, 'executionPrice', [address]),
    keeperGasPrice: readOf(poolKeeperAbi, facts.keeper, 'gasPrice'),
    sma:
      oracle.kind === 'spot'
        ? []
        : [
            {
              periodCount: readOf(oracleWrapperAbi, oracle.wrapper, 'periodCount'),
              lastUpdate: readOf(oracleWrapperAbi, oracle.wrapper, 'lastUpdate'),
            },
          ],
  })
  /** What moves without anybody touching the pool, and is often the same for several. */
  const prices = {
    oracle: sharedReadOf(oracleWrapperAbi, oracle.wrapper, 'getPrice'),
    spot:
      oracle.kind === 'spot'
        ? []
        : [sharedReadOf(oracleWrapperAbi, oracle.spotWrapper, 'getPrice')],
    // In lists of one: a pool is still usable when these do not answer.
    feed: [sharedReadOf(priceFeedAbi, oracle.feed, 'latestRoundData')],
    settlementEth: [sharedReadOf(oracleWrapperAbi, facts.settlementEthOracle, 'getPrice')],
  }
  const queueReads = numberedReads((id) =>
    readOf(poolCommitterAbi, committer, 'totalPoolCommitments', [id]),
  )
  const sampleReads = numberedReads((id) =>
    readOf(oracleWrapperAbi, oracle.wrapper, 'prices', [id]),
  )
  return { state, prices, queueReads, sampleReads }
}

/**
 * The intervals that may hold commits: the next ones, those that a commit made now goes into (far ahead when keepers are
 * late), what was found before, and the account's own. When that did not add up to what is pending, every one in between.
 */
function queueIds(facts: PoolFacts, known: PoolSnapshot, own: readonly bigint[]): bigint[] {
  const { updateIntervalId } = known
  const length = queueLength(facts) + MARGIN
  const passed = passedIntervals(facts, known)
  const next = isQueueComplete(known) ? length : min(passed + length, MAX_QUEUE)
  const ids = new Set([
    ...range(updateIntervalId, next),
    ...range(updateIntervalId + passed, length),
    ...own.filter((id) => id >= updateIntervalId),
  ])
  for (const id of queuedIds(known.totalPoolCommitments)) ids.add(id)
  return [...ids].sort((a, b) => (a < b ? -1 : 1))
}

/** Update intervals since the last upkeep. */
function passedIntervals(
  { updateIntervalSec }: PoolFacts,
  { timestampSec, lastPriceTimestampSec }: PoolSnapshot,
): bigint {
  return (timestampSec - lastPriceTimestampSec) / max(1n, updateIntervalSec)
}

/** Whether the queue that was read holds all that the committer says is pending. */
export function isQueueComplete(pool: Parameters<typeof queuedBeyond>[0]): boolean {
  const { pendingMintSettlementAmount, pendingLongBurnPoolTokens, pendingShortBurnPoolTokens } =
    queuedBeyond(pool)
  return (
    pendingMintSettlementAmount === 0n &&
    pendingLongBurnPoolTokens === 0n &&
    pendingShortBurnPoolTokens === 0n
  )
}

/** How many intervals ahead a commit made now can land: the front-running interval in update intervals, and one. */
function queueLength({ frontRunningIntervalSec, updateIntervalSec }: PoolFacts): bigint {
  if (updateIntervalSec === 0n) return 1n
  return frontRunningIntervalSec / updateIntervalSec + 2n
}

function range(from: bigint | undefined, length: bigint): bigint[] {
  if (from === undefined) return []
  return Array.from({ length: Number(length) }, (_, index) => from + BigInt(index))
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
