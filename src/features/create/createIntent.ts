import { chainlinkOracleWrapper, smaOracle } from 'virtual:published-bytecode'
import type { CreateIntent } from '../../flows/kinds/createIntent'
import { isSound } from './checkMarket'
import type { LivePlan } from './useMarketPlan'

/** What makes a planned market; undefined while something keeps it from being made. */
export function createIntent({
  findings,
  ground,
  market,
  ethWrapper,
  poolName,
}: LivePlan): CreateIntent | undefined {
  const { token, feed, leverage, updateIntervalSec, frontRunningIntervalSec } = market
  const { mintingFeeWad, burningFeeWad, periods, sampleSec } = market
  const ethSource = market.eth ?? ethWrapper?.wrapper
  if (
    !isSound(findings) ||
    ground?.ethPrice === undefined ||
    token === undefined ||
    feed === undefined ||
    ethSource === undefined ||
    leverage === undefined ||
    updateIntervalSec === undefined ||
    frontRunningIntervalSec === undefined ||
    mintingFeeWad === undefined ||
    burningFeeWad === undefined
  )
    return undefined
  const { deploymentFee, poolKeeper, bases } = ground
  return {
    kind: 'create',
    title: `Make the market ${leverage}-${poolName}`,
    poolFactory: bases.poolFactory,
    poolKeeper,
    feed,
    sma:
      periods === undefined || sampleSec === undefined
        ? undefined
        : { numPeriods: periods, updateIntervalSec: sampleSec },
    ethPrice:
      ground.ethPrice.updatedAtSec === undefined ? { wrapper: ethSource } : { feed: ethSource },
    terms: {
      poolName,
      frontRunningIntervalSec,
      updateIntervalSec,
      leverage,
      settlementToken: token,
      mintingFeeWad,
      burningFeeWad,
    },
    fee: deploymentFee && { token: deploymentFee.token, amount: deploymentFee.amount },
    code: { spot: chainlinkOracleWrapper, sma: smaOracle },
    created: {},
  }
}
