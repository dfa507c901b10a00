import { type Address, zeroAddress } from 'viem'
import { MAX_INTERVAL_SEC, MAX_PERIODS } from '../../protocol/bounds'
import { type Quad, toUInt } from '../../protocol/quad'
import { WAD } from '../../protocol/wad'
import type { OracleFacts, PoolFacts } from '../poolFacts'
import type { UnknownKind, UnverifiedComponent } from '../unverifiedComponent'
import { factoryChildCheck } from './factoryChildCheck'
import { hasPlausibleSamples } from './plausibleSamples'
import {
  type Basis,
  ethOracleKey,
  pairOf,
  type ReadPool,
  toBasis,
  toKey,
  type VerificationNetwork,
} from './verifiedBasis'
import { WRAPPER_HASHES } from './wrapperCode'

/**
 * Which components of each pool are not known. The contracts are right in all of them; what the creator of a pool chooses are its
 * components. Known are the components in the network's table and those that the operator adds, wrappers by the hash of their code, and
 * everything that the pools known by their address are made of. Those themselves are known whatever they are made of.
 *
 * @param pools All that were read at one block
 * @returns In the order of `pools`; nothing for a pool that is known in full
 */
export function verifyPools(
  network: VerificationNetwork,
  pools: readonly ReadPool[],
): readonly (readonly UnverifiedComponent[])[] {
  const knownPools = new Set(network.knownPools.map(toKey))
  const deprecatedChecks = network.deprecatedFactories.map(factoryChildCheck)
  const isDeployed = (facts: PoolFacts) =>
    !facts.deprecated ||
    !network.isFactoryChecked ||
    deprecatedChecks.some((isChild) => isChild(facts))
  const isKnown = ({ facts }: ReadPool) => knownPools.has(toKey(facts.address))
  const known = pools.filter(isKnown)
  const basis = toBasis(
    network,
    known.filter((pool) => !pool.facts.deprecated),
  )
  // Two markets of one name cannot be told apart in a list: it belongs to the one that is known.
  const taken = new Set(known.map(({ facts }) => facts.name.toLowerCase()))
  return pools.map((pool) =>
    isKnown(pool)
      ? []
      : verifyPool(basis, pool, {
          isDeployed: isDeployed(pool.facts),
          isNamesake: taken.has(pool.facts.name.toLowerCase()),
        }),
  )
}

function verifyPool(
  basis: Basis,
  { facts, poolControllers, snapshot }: ReadPool,
  { isDeployed, isNamesake }: { readonly isDeployed: boolean; readonly isNamesake: boolean },
): readonly UnverifiedComponent[] {
  const { oracle, settlementToken, settlementEthOracle, settlementEthFeed, factoryKeeper } = facts
  const token = basis.tokens.get(toKey(settlementToken.address))
  const paysByFeed =
    token?.ethFeed !== undefined &&
    facts.settlementEthCodeHash === WRAPPER_HASHES.spot &&
    token.ethFeed === toKey(settlementEthFeed)
  const isSameKeeper = (keeper: Address | undefined) =>
    keeper !== undefined && toKey(keeper) === toKey(poolControllers.keeper)
  const found: UnverifiedComponent[] = []
  const require = (isKnown: boolean, kind: UnknownKind, address: Address) => {
    if (!isKnown) found.push({ kind, address })
  }
  require(token !== undefined, 'settlementToken', settlementToken.address)
  require(basis.feeds.has(toKey(oracle.feed)), 'feed', oracle.feed)
  const isOracleKnown =
    (isPublished(oracle) && hasPlausibleSamples(snapshot)) ||
    basis.wrappers.has(toKey(oracle.wrapper))
  require(isOracleKnown, 'oracle', oracle.wrapper)
  if (oracle.kind === 'sma') {
    const { oracleKeeper = zeroAddress, oracleGovernance = zeroAddress } = poolControllers
    require(isSameKeeper(oracleKeeper), 'oracleKeeper', oracleKeeper)
    // An oracle without governance is of no published code, which is said already.
    require(basis.governors.has(toKey(oracleGovernance)), 'oracleGovernance', oracleGovernance)
  }
  require(paysByFeed ||
    basis.ethOracles.has(ethOracleKey(facts)), 'settlementEthOracle', settlementEthOracle)
  require(basis.governors.has(
    toKey(poolControllers.feeController),
  ), 'feeController', poolControllers.feeController)
  // A market's creator sets it, whatever fee controller they name.
  if (toUInt(snapshot.changeInterval) > MOST_FEE_STEP_WAD)
    found.push({ kind: 'mintingFeeStep', address: facts.committer })
  require(isSameKeeper(factoryKeeper) ||
    basis.keepers.has(toKey(poolControllers.keeper)), 'keeper', poolControllers.keeper)
  require(saysWhatItIs(basis, facts) && !isNamesake, 'name', facts.address)
  require(isDeployed, 'factory', facts.address)
  return found
}

/** A millionth at each upkeep: below 1% a year where there is one an hour. A larger one can take an order by surprise. */
const MOST_FEE_STEP_WAD = WAD / 1_000_000n

/** Whether the name begins with what the market is, as the names of the known ones do: `3-ETH/USD+USDC`, `3-BTC/USD+USDC-12h`. */
function saysWhatItIs({ tokens, feeds }: Basis, facts: PoolFacts): boolean {
  const { name, leverageAmount, oracle, settlementToken } = facts
  const pair = feeds.get(toKey(oracle.feed)) ?? pairOf(facts)
  const leverage = wholeLeverage(leverageAmount)
  const symbols = [
    settlementToken.symbol,
    ...(tokens.get(toKey(settlementToken.address))?.names ?? []),
  ]
  return symbols.some((symbol) => {
    const said = `${leverage}-${pair}+${symbol}`
    return name === said || name.startsWith(`${said}-`)
  })
}

/** Undefined for one that is no number, or below zero: a node may say anything. */
function wholeLeverage(leverageAmount: Quad): bigint | undefined {
  try {
    return toUInt(leverageAmount)
  } catch {
    return undefined
  }
}

/**
 * Whether an oracle's code is the published one, with constants such as its constructor takes: the same code can be deployed by
 * another one. Then it gives what the feed says, and no one can change that.
 */
function isPublished(oracle: OracleFacts): boolean {
  const [code, spotCode] = oracle.codeHashes
  if (spotCode !== WRAPPER_HASHES.spot) return false
  if (oracle.kind === 'spot') return true
  if (oracle.kind === 'unavailable') return false
  const { numPeriods, sampleIntervalSec, scaler } = oracle
  const isOfTerms =
    numPeriods <= Number(MAX_PERIODS) &&
    sampleIntervalSec > 0n &&
    // With a longer one the time of the next sample overflows, and every upkeep fails for good.
    sampleIntervalSec <= BigInt(MAX_INTERVAL_SEC) &&
    scaler === 1n
  return isOfTerms && code === WRAPPER_HASHES.sma
}
