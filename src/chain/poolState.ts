import { type Address, zeroAddress } from 'viem'
import { quadFromBits } from '../protocol/quad'
import type {
  KeeperSnapshot,
  OracleSnapshot,
  PoolSnapshot,
  TotalCommitment,
} from '../protocol/snapshot'
import { toCommitmentAmounts } from './commitmentAmounts'
import { isQueueComplete, MAX_QUEUE, type PoolAnswers, type PoolPlan } from './planPool'
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

/** The pool's state from the answers, or undefined when something that every pool has did not come. */
export function toPoolState(
  plan: PoolPlan,
  answers: PoolAnswers,
  timestampSec: bigint,
): PoolState | undefined {
  const { facts } = plan
  const { prices } = answers
  const oracle = toOracleSnapshot(plan, answers)
  const stored = storedOf(plan, answers)
  if (oracle === undefined || prices.oracle === undefined || stored === undefined) return undefined
  const spotPrice = oracle.kind === 'sma' ? oracle.spotPrice * oracle.scaler : oracle.priceWad
  return {
    market: {
      spotPriceWad: spotPrice,
      oraclePriceWad: prices.oracle,
      feedUpdatedAtSec: prices.feed[0]?.[3],
      secondaryFeeAddress: stored.secondaryFeeAddress,
    },
    snapshot: {
      ...stored.part,
      timestampSec,
      oracle,
      ...toKeeper(facts, stored.keeperGasPrice, prices),
    },
  }
}

/** What an upkeep reads of a pool, but for time and prices. */
type StoredPart = Omit<PoolSnapshot, 'timestampSec' | 'oracle' | 'keeper'>

/** What is the same for as long as nobody touches the pool, and is then not computed again. */
interface Stored {
  readonly part: StoredPart
  readonly secondaryFeeAddress: Address
  readonly keeperGasPrice: bigint
}

const lastStored = new WeakMap<
  PoolFacts,
  { readonly plan: PoolPlan; readonly answers: PoolAnswers; readonly stored: Stored | undefined }
>()

function storedOf(plan: PoolPlan, answers: PoolAnswers): Stored | undefined {
  const last = lastStored.get(plan.facts)
  if (
    last?.plan === plan &&
    last.answers.state === answers.state &&
    last.answers.numbered === answers.numbered
  )
    return last.stored
  const stored = toStored(plan, answers)
  lastStored.set(plan.facts, { plan, answers, stored })
  return stored
}

function toStored(plan: PoolPlan, { state, numbered: { queue } }: PoolAnswers): Stored | undefined {
  const { facts } = plan
  // No interval's totals can revert: one that did not come is not one without commits.
  if (!isComplete(state) || queue.includes(undefined)) return undefined
  const [shortBalance, longBalance] = state.balances
  return {
    secondaryFeeAddress: state.secondaryFeeAddress,
    keeperGasPrice: state.keeperGasPrice,
    part: markPart({
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
      totalPoolCommitments: toQueue(plan.intervalIds, queue, state.updateIntervalId),
      executedIntervals: [],
      executionPriceWad: state.executionPrice,
    }),
  }
}

/** Says up to where the queue is known, where it was read as far as it ever is and does not add up. */
function markPart(part: StoredPart): StoredPart {
  const { totalPoolCommitments, updateIntervalId } = part
  if (BigInt(totalPoolCommitments.length) < MAX_QUEUE || isQueueComplete(part)) return part
  const gap = totalPoolCommitments.findIndex(
    (totals, index) => totals.updateIntervalId !== updateIntervalId + BigInt(index),
  )
  const known = gap === -1 ? totalPoolCommitments.length : gap
  return { ...part, queueReadBelow: updateIntervalId + BigInt(known) }
}

type StateAnswers = PoolAnswers['state']
type PriceAnswers = PoolAnswers['prices']
type CompleteState = {
  readonly [name in keyof StateAnswers]: Exclude<StateAnswers[name], undefined>
}

/** Every single value came; the oracle's are judged where they are used. */
function isComplete(state: StateAnswers): state is CompleteState {
  return Object.values(state).every((answer) => answer !== undefined)
}

function toOracleSnapshot(
  { facts, sampleIds }: PoolPlan,
  { state, prices, numbered }: PoolAnswers,
): OracleSnapshot | undefined {
  const { oracle } = facts
  if (oracle.kind === 'spot')
    return prices.oracle === undefined ? undefined : { kind: 'spot', priceWad: prices.oracle }
  const sma = state.sma[0]
  const spotPrice = prices.spot[0]
  if (sma?.periodCount === undefined || sma.lastUpdate === undefined || spotPrice === undefined)
    return undefined
  const { periodCount } = sma
  const numPeriods = BigInt(oracle.numPeriods)
  const first = periodCount > numPeriods ? periodCount - numPeriods : 0n
  const samples = sampleIds.flatMap((id, index) => {
    const price = numbered.samples[index]
    return id < first || id >= periodCount || price === undefined ? [] : price
  })
  return {
    kind: 'sma',
    prices: samples,
    periodCount,
    numPeriods,
    lastUpdateSec: sma.lastUpdate,
    updateIntervalSec: oracle.sampleIntervalSec,
    scaler: oracle.scaler,
    spotPrice,
  }
}

function toKeeper(
  facts: PoolFacts,
  gasPriceWei: bigint,
  prices: PriceAnswers,
): { keeper?: KeeperSnapshot } {
  const settlementEthPriceWad = prices.settlementEth[0]
  if (settlementEthPriceWad === undefined) return {}
  return {
    keeper: {
      gasPriceWei,
      settlementEthPriceWad,
      settlementTokenDecimals: BigInt(facts.settlementToken.decimals),
    },
  }
}

function toQueue(
  ids: readonly bigint[],
  answers: PoolAnswers['numbered']['queue'],
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
  if (!isQueueComplete(snapshot) && snapshot.queueReadBelow === undefined) return true
  if (oracle.kind === 'spot') return false
  const expected = oracle.periodCount < oracle.numPeriods ? oracle.periodCount : oracle.numPeriods
  return BigInt(oracle.prices.length) !== expected
}
