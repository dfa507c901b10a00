import { zeroAddress } from 'viem'
import { quadFromBits } from '../../protocol/quad'
import type { ExecutedInterval, OracleSnapshot, PoolSnapshot } from '../../protocol/snapshot'
import { isPlausible } from '../plausiblePool'
import type { PoolAccount, PoolAtBlock } from '../poolAtBlock'
import type { PoolFacts } from '../poolFacts'
import { decodeAnswer, type LensAnswer } from './decodeAnswer'
import type { LensPoolResult } from './lensFunctions'

type State = LensPoolResult<'readPool'>[0]
type Account = LensPoolResult<'readPool'>[1][number]

/**
 * A pool as the exact engine takes it, with what else is worth knowing.
 *
 * @param timestampSec Time of the block
 * @returns Undefined for a pool that was not read, or whose figures no pool can have
 */
export function toPoolAtBlock(
  facts: PoolFacts,
  answer: LensAnswer,
  timestampSec: bigint,
): Omit<PoolAtBlock, 'unverifiedComponents'> | undefined {
  const [state, accounts] = decodeAnswer('readPool', answer) ?? []
  if (state === undefined || accounts === undefined) return undefined
  const oracle = toOracle(facts, state)
  if (oracle === undefined) return undefined
  const isSma = oracle.kind === 'sma'
  const [own] = accounts
  const position = own && toAccount(own)
  const snapshot = toPoolSnapshot(
    facts,
    state,
    oracle,
    timestampSec,
    position?.executedIntervals ?? [],
  )
  if (!isPlausible(snapshot)) return undefined
  return {
    facts,
    snapshot,
    market: {
      spotPriceWad: spotPriceWad(oracle),
      oraclePriceWad: state.hasPrice ? state.oraclePriceWad : undefined,
      feedUpdatedAtSec: state.feedUpdatedAtSec === 0n ? undefined : state.feedUpdatedAtSec,
      secondaryFeeAddress: state.secondaryFeeAddress,
    },
    poolControllers: {
      keeper: state.keeper,
      feeController: state.feeController,
      oracleKeeper: isSma ? state.oracleKeeper : undefined,
      oracleGovernance: isSma ? state.oracleGovernance : undefined,
    },
    account: position?.account,
  }
}

function toPoolSnapshot(
  facts: PoolFacts,
  state: State,
  oracle: OracleSnapshot,
  timestampSec: bigint,
  executedIntervals: readonly ExecutedInterval[],
): PoolSnapshot {
  return {
    timestampSec,
    longBalance: state.longBalance,
    shortBalance: state.shortBalance,
    leverageAmount: facts.leverageAmount,
    fee: facts.fee,
    lastPriceTimestampSec: state.lastPriceTimestampSec,
    updateIntervalSec: facts.updateIntervalSec,
    frontRunningIntervalSec: facts.frontRunningIntervalSec,
    secondaryFeeSplitPercent: state.secondaryFeeSplitPercent,
    hasSecondaryFeeAddress: state.secondaryFeeAddress !== zeroAddress,
    primaryFees: state.primaryFees,
    secondaryFees: state.secondaryFees,
    paused: state.paused,
    longTokenSupply: state.longTokenSupply,
    shortTokenSupply: state.shortTokenSupply,
    updateIntervalId: state.updateIntervalId,
    mintingFee: quadFromBits(BigInt(state.mintingFee)),
    burningFee: quadFromBits(BigInt(state.burningFee)),
    changeInterval: quadFromBits(BigInt(state.changeInterval)),
    pendingMintSettlementAmount: state.pendingMintSettlementAmount,
    pendingLongBurnPoolTokens: state.pendingLongBurnPoolTokens,
    pendingShortBurnPoolTokens: state.pendingShortBurnPoolTokens,
    committerPaused: state.committerPaused,
    totalPoolCommitments: state.totalPoolCommitments.toSorted((a, b) =>
      a.updateIntervalId < b.updateIntervalId ? -1 : 1,
    ),
    ...(state.queueReadBelow === 0n ? {} : { queueReadBelow: state.queueReadBelow }),
    executedIntervals,
    executionPriceWad: state.executionPriceWad,
    oracle,
    // A price that is none is no answer.
    ...(state.hasSettlementEthPrice && state.settlementEthPriceWad > 0n
      ? {
          keeper: {
            gasPriceWei: state.keeperGasPriceWei,
            settlementEthPriceWad: state.settlementEthPriceWad,
            settlementTokenDecimals: BigInt(facts.settlementToken.decimals),
          },
        }
      : {}),
  }
}

function spotPriceWad(oracle: OracleSnapshot): bigint | undefined {
  switch (oracle.kind) {
    case 'unavailable':
      return undefined
    case 'spot':
      return oracle.priceWad
    case 'sma':
      return oracle.spotPrice * oracle.scaler
  }
}

/** Undefined where the pool now answers with another oracle than before, which no pool can have. */
function toOracle({ oracle }: PoolFacts, state: State): OracleSnapshot | undefined {
  if (oracle.kind === 'unavailable' || !state.hasPrice) return { kind: 'unavailable' }
  if (oracle.kind === 'spot')
    return state.numPeriods === 0n ? { kind: 'spot', priceWad: state.oraclePriceWad } : undefined
  if (state.numPeriods !== BigInt(oracle.numPeriods)) return undefined
  return {
    kind: 'sma',
    prices: state.samples,
    periodCount: state.periodCount,
    numPeriods: state.numPeriods,
    lastUpdateSec: state.lastSampleSec,
    updateIntervalSec: oracle.sampleIntervalSec,
    scaler: oracle.scaler,
    spotPrice: state.spotPrice,
  }
}

function toAccount({
  aggregateBalance,
  unAggregatedCommitments,
  userCommitments,
  executedIntervals,
  ...balances
}: Account): {
  readonly account: PoolAccount
  readonly executedIntervals: readonly ExecutedInterval[]
} {
  // Beyond 15 the contract mixes the list up: an interval can be in it twice.
  const isFirst = (id: bigint, index: number) => unAggregatedCommitments.indexOf(id) === index
  return {
    account: {
      ...balances,
      user: {
        aggregateBalance,
        unAggregatedCommitments,
        userCommitments: userCommitments.filter(({ updateIntervalId }, index) =>
          isFirst(updateIntervalId, index),
        ),
      },
    },
    executedIntervals: executedIntervals
      .filter(
        ({ updateIntervalId }, index) =>
          executedIntervals.findIndex((other) => other.updateIntervalId === updateIntervalId) ===
          index,
      )
      .map(({ updateIntervalId, longPrice, shortPrice, burnFee }) => ({
        updateIntervalId,
        longPrice: quadFromBits(BigInt(longPrice)),
        shortPrice: quadFromBits(BigInt(shortPrice)),
        burnFee: quadFromBits(BigInt(burnFee)),
      })),
  }
}
