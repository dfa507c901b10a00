import type { Address } from 'viem'
import { MAX_PERIODS, MAX_SHOWN_DECIMALS } from '../../protocol/bounds'
import { quadFromBits } from '../../protocol/quad'
import type { OracleFacts, PoolFacts, TokenFacts } from '../poolFacts'
import { decodeAnswer, type LensAnswer } from './decodeAnswer'
import type { LensPoolResult } from './lensFunctions'

type Facts = LensPoolResult<'readFacts'>

/**
 * A pool's constant facts.
 *
 * @param keepers Those of the factories, in their order
 * @returns Undefined for one that was not read
 */
export function toPoolFacts(
  address: Address,
  answer: LensAnswer,
  keepers: readonly Address[],
): PoolFacts | undefined {
  const facts = decodeAnswer('readFacts', answer)
  if (facts === undefined) return undefined
  const { settlementToken, longToken, shortToken } = facts
  const tokens = [settlementToken, longToken, shortToken]
  // The lens has looked at them, but the RPC may say anything.
  if (tokens.some(({ decimals }) => decimals > MAX_SHOWN_DECIMALS)) return undefined
  if (facts.hasOracle && facts.numPeriods > MAX_PERIODS) return undefined
  // A pool that is known by its address alone has the number after the last factory's.
  if (facts.factoryIndex > BigInt(keepers.length)) return undefined
  const pair = pairOf(facts.feedDescription) ?? pairOf(facts.name.replace(/^\d+-/, ''))
  return {
    address,
    deprecated: facts.factoryIndex > 0n,
    name: facts.name || address,
    committer: facts.committer,
    keeper: facts.keeper,
    factoryKeeper: keepers[Number(facts.factoryIndex)],
    settlementEthOracle: facts.settlementEthOracle,
    settlementEthFeed: facts.settlementEthFeed,
    settlementEthCodeHash: facts.settlementEthOracleHash,
    settlementToken: toToken(settlementToken),
    longToken: toToken(longToken),
    shortToken: toToken(shortToken),
    oracle: toOracle(facts),
    base: pair?.base,
    quote: pair?.quote,
    leverageAmount: quadFromBits(BigInt(facts.leverageAmount)),
    fee: quadFromBits(BigInt(facts.fee)),
    updateIntervalSec: facts.updateIntervalSec,
    frontRunningIntervalSec: facts.frontRunningIntervalSec,
  }
}

interface IndexPair {
  readonly base: string
  readonly quote: string
}

/** The pair in `BTC / USD` (a feed's description) or in `BTC/USD+USDC` (a pool's name). */
function pairOf(text: string): IndexPair | undefined {
  const match = text.match(/^([A-Z0-9]{1,10}) ?\/ ?([A-Z0-9]{1,10})(?:\+|$)/)
  const [, base, quote] = match ?? []
  return base === undefined || quote === undefined ? undefined : { base, quote }
}

/** A token without a readable symbol is still usable. */
function toToken({ token, symbol, decimals }: Facts['settlementToken']): TokenFacts {
  return { address: token, symbol: symbol || 'unnamed token', decimals: Number(decimals) }
}

function toOracle(facts: Facts): OracleFacts {
  const { oracleWrapper: wrapper, spotWrapper, feed } = facts
  const codeHashes = [facts.oracleWrapperHash, facts.spotWrapperHash] as const
  if (!facts.hasOracle) return { kind: 'unavailable', wrapper, feed, codeHashes }
  if (facts.numPeriods === 0n) return { kind: 'spot', wrapper, feed, codeHashes }
  return {
    kind: 'sma',
    wrapper,
    codeHashes,
    spotWrapper,
    feed,
    numPeriods: Number(facts.numPeriods),
    sampleIntervalSec: facts.sampleIntervalSec,
    scaler: facts.scaler,
  }
}
