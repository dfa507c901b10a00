import { type Address, isAddressEqual } from 'viem'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import { toUInt } from '../../protocol/quad'
import type { ParsedMarketForm } from './parseMarketForm'

/** A market that does the same as the planned one. */
export interface DuplicateMarket {
  readonly pool: Address
  readonly name: string
  /** Fees are all that could tell them apart, and do not. */
  readonly hasSameFees: boolean
}

/** A verified market that follows the same feed in the same way, in the same token; one with the same fees before others. */
export function findDuplicateMarket(
  market: ParsedMarketForm,
  pools: readonly PoolAtBlock[],
): DuplicateMarket | undefined {
  const duplicates = pools
    .filter((pool) => isVerified(pool) && isAlive(pool) && doesTheSame(market, pool))
    .map(({ facts, snapshot }): DuplicateMarket => {
      const hasSameFees =
        toUInt(snapshot.mintingFee) === market.mintingFeeWad &&
        toUInt(snapshot.burningFee) === market.burningFeeWad
      return { pool: facts.address, name: facts.name, hasSameFees }
    })
  return duplicates.find(({ hasSameFees }) => hasSameFees) ?? duplicates[0]
}

function isAlive({ facts, snapshot }: PoolAtBlock): boolean {
  return !facts.deprecated && !snapshot.paused
}

function doesTheSame(market: ParsedMarketForm, { facts }: PoolAtBlock): boolean {
  const { token, feed, periods, sampleSec } = market
  const { oracle } = facts
  return (
    token !== undefined &&
    feed !== undefined &&
    isAddressEqual(facts.settlementToken.address, token) &&
    isAddressEqual(oracle.feed, feed) &&
    (oracle.kind === 'sma'
      ? oracle.numPeriods === periods && Number(oracle.sampleIntervalSec) === sampleSec
      : !market.isSma) &&
    Number(toUInt(facts.leverageAmount)) === market.leverage &&
    Number(facts.updateIntervalSec) === market.updateIntervalSec &&
    Number(facts.frontRunningIntervalSec) === market.frontRunningIntervalSec
  )
}
