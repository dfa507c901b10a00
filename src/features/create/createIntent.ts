import { chainlinkOracleWrapper, smaOracle } from 'virtual:published-bytecode'
import type { CreateIntent } from '../../flows/kinds/createIntent'
import { isSound } from './checkMarket'
import { createContent } from './content'
import type { LivePlan } from './useMarketPlan'

/** The intent that creates a planned market; undefined while it can’t be created. */
export function createIntent({
  findings,
  prerequisites,
  market,
  ethWrapper,
  poolName,
}: LivePlan): CreateIntent | undefined {
  const { token, feed, leverage, updateIntervalSec, frontRunningIntervalSec } = market
  const { mintingFeeWad, burningFeeWad, periods, sampleSec } = market
  const ethSource = market.eth ?? ethWrapper?.wrapper
  if (
    !isSound(findings) ||
    prerequisites?.ethPrice === undefined ||
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
  const { deploymentFee, poolKeeper, bases } = prerequisites
  return {
    kind: 'create',
    title: createContent.button.intentTitle(`${leverage}-${poolName}`),
    poolFactory: bases.poolFactory,
    poolKeeper,
    feed,
    sma:
      periods === undefined || sampleSec === undefined
        ? undefined
        : { numPeriods: periods, updateIntervalSec: sampleSec },
    ethPrice:
      prerequisites.ethPrice.updatedAtSec === undefined
        ? { wrapper: ethSource }
        : { feed: ethSource },
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
