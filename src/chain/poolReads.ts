import { type Address, zeroAddress } from 'viem'
import { quadFromBits } from '../protocol/quad'
import type {
  KeeperSnapshot,
  OracleSnapshot,
  PoolSnapshot,
  TotalCommitment,
} from '../protocol/snapshot'
import {
  erc20Abi,
  leveragedPoolAbi,
  oracleWrapperAbi,
  poolCommitterAbi,
  poolKeeperAbi,
  priceFeedAbi,
} from './abi'
import { type Answers, readOf, reusable } from './batch'
import { toCommitmentAmounts } from './commitmentAmounts'
import type { PoolFacts } from './poolRegistry'

/**
 * What else is worth knowing of a pool at a block, beyond what an upkeep reads. Prices in wads.
 */
export interface PoolMarket {
  /** The index price of now, as the oracle's own input gives it. */
  readonly spotPriceWad: bigint
  /** What the pool's oracle answers now; for an SMA the average before its next sample. */
  readonly oraclePriceWad: bigint
  /** When the feed behind the oracle was last written, Unix seconds; undefined where the feed does not say. */
  readonly feedUpdatedAtSec: bigint | undefined
  readonly secondaryFeeAddress: Address
}

/** A pool's state as the exact engine takes it, and what goes with it. */
export interface PoolState {
  readonly snapshot: PoolSnapshot
  readonly market: PoolMarket
}

/** Upkeeps that may happen between two refreshes without a second request. */
const MARGIN = 3n
/** Intervals read at the most, however late a pool is; 2,000 hours are 83 days. */
const MAX_QUEUE = 2_000n

/** What to read of one pool, and for which interval and sample numbers. */
export type PoolPlan = ReturnType<typeof makePlan>

export type PoolAnswers = Answers<PoolPlan['reads']>

/**
 * The reads for one pool's state.
 *
 * @param known The pool's state of before, from which the interval and sample numbers are guessed
 */
export function planPool(facts: PoolFacts, known: PoolSnapshot | undefined): PoolPlan {
  const key = known === undefined ? '' : planKey(facts, known)
  const last = plans.get(facts)
  // Between two upkeeps nothing changes about what to ask: the encoded reads are used again.
  if (last?.key === key) return last.plan
  const plan =
    known === undefined
      ? makePlan(facts, [], [])
      : makePlan(facts, queueIds(facts, known), samplesToRead(facts, known))
  plans.set(facts, { key, plan })
  return plan
}

const plans = new WeakMap<PoolFacts, { readonly key: string; readonly plan: PoolPlan }>()

/** All that the choice of interval and sample numbers depends on. */
function planKey(facts: PoolFacts, known: PoolSnapshot): string {
  const { updateIntervalId, totalPoolCommitments, oracle } = known
  const samples = oracle.kind === 'sma' ? oracle.periodCount : ''
  const queued = totalPoolCommitments.map((totals) => totals.updateIntervalId).join()
  return `${updateIntervalId}/${passedIntervals(facts, known)}/${isQueueComplete(known)}/${queued}/${samples}`
}

function samplesToRead({ oracle }: PoolFacts, known: PoolSnapshot): bigint[] {
  if (oracle.kind === 'spot' || known.oracle.kind !== 'sma') return []
  const { periodCount, numPeriods } = known.oracle
  return range(max(0n, periodCount - numPeriods), numPeriods + MARGIN)
}

function makePlan(facts: PoolFacts, intervalIds: readonly bigint[], sampleIds: readonly bigint[]) {
  const { address, committer, oracle } = facts
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
    queue: intervalIds.map((id) =>
      readOf(poolCommitterAbi, committer, 'totalPoolCommitments', [id]),
    ),
    executionPrice: readOf(poolKeeperAbi, facts.keeper, 'executionPrice', [address]),
    keeperGasPrice: readOf(poolKeeperAbi, facts.keeper, 'gasPrice'),
    committerPaused: readOf(poolCommitterAbi, committer, 'paused'),
    sma:
      oracle.kind === 'spot'
        ? []
        : [
            {
              periodCount: readOf(oracleWrapperAbi, oracle.wrapper, 'periodCount'),
              lastUpdate: readOf(oracleWrapperAbi, oracle.wrapper, 'lastUpdate'),
              prices: sampleIds.map((id) =>
                readOf(oracleWrapperAbi, oracle.wrapper, 'prices', [id]),
              ),
            },
          ],
  })
  /** What moves without anybody touching the pool. */
  const prices = reusable({
    oracle: readOf(oracleWrapperAbi, oracle.wrapper, 'getPrice'),
    spot: oracle.kind === 'spot' ? [] : [readOf(oracleWrapperAbi, oracle.spotWrapper, 'getPrice')],
    // In lists of one: a pool is still usable when these do not answer.
    feed: [readOf(priceFeedAbi, oracle.feed, 'latestRoundData')],
    settlementEth: [readOf(oracleWrapperAbi, facts.settlementEthOracle, 'getPrice')],
  })
  return { facts, intervalIds, sampleIds, reads: { state, prices } }
}

/**
 * The intervals that may hold commits: the next ones, those that a commit made now goes into (far ahead when keepers are
 * late), and what was found before. When that did not add up to what is pending, every one in between.
 */
function queueIds(facts: PoolFacts, known: PoolSnapshot): bigint[] {
  const { updateIntervalId } = known
  const length = queueLength(facts) + MARGIN
  const passed = passedIntervals(facts, known)
  if (!isQueueComplete(known)) return range(updateIntervalId, min(passed + length, MAX_QUEUE))
  const ids = new Set([
    ...range(updateIntervalId, length),
    ...range(updateIntervalId + passed, length),
  ])
  for (const totals of known.totalPoolCommitments) ids.add(totals.updateIntervalId)
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
function isQueueComplete(pool: PoolSnapshot): boolean {
  let mints = 0n
  let longBurns = 0n
  let shortBurns = 0n
  for (const totals of pool.totalPoolCommitments) {
    mints += totals.longMintSettlement + totals.shortMintSettlement
    longBurns += totals.longBurnPoolTokens + totals.longBurnShortMintPoolTokens
    shortBurns += totals.shortBurnPoolTokens + totals.shortBurnLongMintPoolTokens
  }
  return (
    mints === pool.pendingMintSettlementAmount &&
    longBurns === pool.pendingLongBurnPoolTokens &&
    shortBurns === pool.pendingShortBurnPoolTokens
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

/** The pool's state from the answers, or undefined when something that every pool has did not come. */
export function toPoolState(
  plan: PoolPlan,
  { state, prices }: PoolAnswers,
  timestampSec: bigint,
): PoolState | undefined {
  const { facts } = plan
  const oracle = toOracleSnapshot(plan, state, prices)
  // No interval's totals can revert: one that did not come is not one without commits.
  if (
    oracle === undefined ||
    prices.oracle === undefined ||
    !isComplete(state) ||
    state.queue.includes(undefined)
  )
    return undefined
  const [shortBalance, longBalance] = state.balances
  const spotPrice = oracle.kind === 'sma' ? oracle.spotPrice * oracle.scaler : oracle.priceWad
  return {
    market: {
      spotPriceWad: spotPrice,
      oraclePriceWad: prices.oracle,
      feedUpdatedAtSec: prices.feed[0]?.[3],
      secondaryFeeAddress: state.secondaryFeeAddress,
    },
    snapshot: {
      timestampSec,
      longBalance,
      shortBalance,
      leverageAmount: facts.leverageAmount,
      fee: facts.fee,
      lastPriceTimestampSec: state.lastPriceTimestamp,
      updateIntervalSec: facts.updateIntervalSec,
      frontRunningIntervalSec: facts.frontRunningIntervalSec,
      secondaryFeeSplitPercent: state.secondaryFeeSplitPercent,
      hasSecondaryFeeAddress: state.secondaryFeeAddress !== zeroAddress,
      primaryFees: state.primaryFees,
      secondaryFees: state.secondaryFees,
      paused: state.paused,
      longTokenSupply: state.longSupply,
      shortTokenSupply: state.shortSupply,
      updateIntervalId: state.updateIntervalId,
      mintingFee: quadFromBits(BigInt(state.mintingFee)),
      burningFee: quadFromBits(BigInt(state.burningFee)),
      changeInterval: quadFromBits(BigInt(state.changeInterval)),
      pendingMintSettlementAmount: state.pendingMint,
      pendingLongBurnPoolTokens: state.pendingLongBurn,
      pendingShortBurnPoolTokens: state.pendingShortBurn,
      committerPaused: state.committerPaused,
      totalPoolCommitments: toQueue(plan.intervalIds, state.queue, state.updateIntervalId),
      executedIntervals: [],
      executionPriceWad: state.executionPrice,
      oracle,
      ...toKeeper(facts, state, prices),
    },
  }
}

type StateAnswers = PoolAnswers['state']
type PriceAnswers = PoolAnswers['prices']
type CompleteState = {
  readonly [name in keyof StateAnswers]: Exclude<StateAnswers[name], undefined>
}

/** Every single value came; lists (the queue, the samples) are judged where they are used. */
function isComplete(state: StateAnswers): state is CompleteState {
  return Object.values(state).every((answer) => answer !== undefined)
}

function toOracleSnapshot(
  { facts, sampleIds }: PoolPlan,
  state: StateAnswers,
  prices: PriceAnswers,
): OracleSnapshot | undefined {
  const { oracle } = facts
  if (oracle.kind === 'spot')
    return prices.oracle === undefined ? undefined : { kind: 'spot', priceWad: prices.oracle }
  const sma = state.sma[0]
  const spotPrice = prices.spot[0]
  if (sma?.periodCount === undefined || sma.lastUpdate === undefined || spotPrice === undefined)
    return undefined
  const { periodCount } = sma
  const first = max(0n, periodCount - BigInt(oracle.numPeriods))
  const samples = sampleIds.flatMap((id, index) => {
    const price = sma.prices[index]
    return id < first || id >= periodCount || price === undefined ? [] : price
  })
  return {
    kind: 'sma',
    prices: samples,
    periodCount,
    numPeriods: BigInt(oracle.numPeriods),
    lastUpdateSec: sma.lastUpdate,
    updateIntervalSec: oracle.sampleIntervalSec,
    scaler: oracle.scaler,
    spotPrice,
  }
}

function toKeeper(
  facts: PoolFacts,
  { keeperGasPrice }: CompleteState,
  prices: PriceAnswers,
): { keeper?: KeeperSnapshot } {
  const settlementEthPriceWad = prices.settlementEth[0]
  if (settlementEthPriceWad === undefined) return {}
  return {
    keeper: {
      gasPriceWei: keeperGasPrice,
      settlementEthPriceWad,
      settlementTokenDecimals: BigInt(facts.settlementToken.decimals),
    },
  }
}

function toQueue(
  ids: readonly bigint[],
  answers: StateAnswers['queue'],
  currentId: bigint,
): TotalCommitment[] {
  return ids.flatMap((updateIntervalId, index) => {
    const totals = answers[index]
    if (totals === undefined || updateIntervalId < currentId) return []
    return { updateIntervalId, ...toCommitmentAmounts(totals) }
  })
}

/** True when the guess of interval or sample numbers was too narrow for what the pool turned out to hold. */
export function isPoolIncomplete(snapshot: PoolSnapshot): boolean {
  const { oracle } = snapshot
  const isCapped = BigInt(snapshot.totalPoolCommitments.length) >= MAX_QUEUE
  if (!isQueueComplete(snapshot) && !isCapped) return true
  if (oracle.kind === 'spot') return false
  const expected = oracle.periodCount < oracle.numPeriods ? oracle.periodCount : oracle.numPeriods
  return BigInt(oracle.prices.length) !== expected
}
