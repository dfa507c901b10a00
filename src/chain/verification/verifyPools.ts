import { type Address, zeroAddress } from 'viem'
import { MAX_INTERVAL_SEC, MAX_PERIODS } from '../../protocol/bounds'
import { type Quad, toUInt } from '../../protocol/quad'
import { getPrice, poll } from '../../protocol/smaOracle'
import type { PoolSnapshot, SmaOracleSnapshot } from '../../protocol/snapshot'
import { WAD } from '../../protocol/wad'
import type { Network } from '../network'
import type { PoolAtBlock } from '../poolAtBlock'
import type { OracleFacts, PoolFacts } from '../poolFacts'
import type { UnknownKind, UnverifiedComponent } from '../unverifiedComponent'
import { factoryChildCheck } from './factoryChildCheck'
import type { VerifiedComponent } from './verifiedComponent'
import { namedTokens, verifiedComponents } from './verifiedComponents'
import { WRAPPER_HASHES } from './wrapperCode'

/** A pool before it is checked. */
type ReadPool = Pick<PoolAtBlock, 'facts' | 'poolControllers' | 'snapshot'>

type Knowledge = Pick<
  Network,
  | 'chain'
  | 'knownPools'
  | 'extraVerifiedComponents'
  | 'dollarFeeds'
  | 'bridge'
  | 'deprecatedFactories'
  | 'isFactoryChecked'
>

/** As controllers, these are no one. */
const NOBODY = [zeroAddress, '0x000000000000000000000000000000000000dEaD'].map((nobody) =>
  nobody.toLowerCase(),
)

/**
 * Which components of each pool are not known. The contracts are right in all of them; what the creator of a pool chooses are its
 * components. Known are the components in the network's table and those that the operator adds, wrappers by the hash of their code, and
 * everything that the pools known by their address are made of. Those themselves are known whatever they are made of.
 *
 * @param pools All that were read at one block
 * @returns In the order of `pools`; nothing for a pool that is known in full
 */
export function verifyPools(
  network: Knowledge,
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

interface BasisToken {
  readonly names: readonly string[]
  readonly ethFeed: string | undefined
}

/** Addresses in lower case. */
interface Basis {
  readonly tokens: ReadonlyMap<string, BasisToken>
  /** With the pair that each is of. */
  readonly feeds: ReadonlyMap<string, string | undefined>
  readonly wrappers: ReadonlySet<string>
  readonly keepers: ReadonlySet<string>
  readonly governors: ReadonlySet<string>
  /** With the token that each is for. */
  readonly ethOracles: ReadonlySet<string>
}

function toBasis(network: Knowledge, known: readonly ReadPool[]): Basis {
  const components = verifiedComponents(network)
  const { dollarFeeds, bridge } = network
  const facts = known.map((pool) => pool.facts)
  const told = facts.filter(({ oracle }) => oracle.kind !== 'unavailable')
  return {
    tokens: new Map([
      ...facts.map(({ settlementToken }) => toEntry(settlementToken.address)),
      ...dollarFeeds.map(({ token }) => toEntry(token)),
      ...(bridge?.tokens ?? []).map(({ l2 }) => toEntry(l2)),
      ...components.tokens.map(({ address, name, ethFeed }) =>
        toEntry(address, namedTokens([{ name, address }]), ethFeed),
      ),
    ]),
    feeds: new Map([
      ...told.map((pool) => [toKey(pool.oracle.feed), pairOf(pool)] as const),
      ...components.feeds.map(({ address, name }) => [toKey(address), name] as const),
    ]),
    wrappers: new Set(facts.map(({ oracle }) => toKey(oracle.wrapper))),
    keepers: new Set(known.map(({ poolControllers }) => toKey(poolControllers.keeper))),
    governors: new Set([
      ...NOBODY,
      ...components.governors.map(toKey),
      ...known.flatMap(({ poolControllers: { feeController, oracleGovernance } }) =>
        [feeController, oracleGovernance].flatMap((who) => (who === undefined ? [] : toKey(who))),
      ),
    ]),
    ethOracles: new Set(facts.map(ethOracleKey)),
  }
}

function toEntry(
  token: Address,
  named: readonly VerifiedComponent[] = [],
  ethFeed?: Address,
): [string, BasisToken] {
  const names = named.map(({ name }) => name)
  return [toKey(token), { names, ethFeed: ethFeed && toKey(ethFeed) }]
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

function pairOf({ base, quote }: PoolFacts): string | undefined {
  return base === undefined ? undefined : `${base}/${quote}`
}

function ethOracleKey({ settlementToken, settlementEthOracle }: PoolFacts): string {
  return `${toKey(settlementToken.address)} ${toKey(settlementEthOracle)}`
}

function toKey(address: Address): string {
  return address.toLowerCase()
}

/**
 * Whether an average can have taken its samples itself: code says nothing of what another constructor has stored. Samples ahead
 * of the block keep it from taking any; those far from the feed's price make an average that goes where its creator knows. So do
 * samples in an order that was chosen, which is why the average is followed too. An honest one that a fast market has left
 * behind goes as far: until it has caught up, it cannot be told from a forged one.
 */
function hasPlausibleSamples({ oracle, timestampSec, executionPriceWad }: PoolSnapshot): boolean {
  // Where no price comes, no rebalance does.
  if (oracle.kind !== 'sma') return true
  const spot = oracle.spotPrice * oracle.scaler
  if (oracle.lastUpdateSec > timestampSec) return false
  if (!oracle.prices.every((price) => price * MOST_FACTOR >= spot && price <= spot * MOST_FACTOR))
    return false
  if (oracle.prices.length === 0) return true
  try {
    const start = getPrice(oracle)
    const path = [executionPriceWad, ...nextAverages(oracle)]
    return path.every((price) => distance(price, start) * 100n <= start * MOST_DRIFT_PERCENT)
  } catch {
    // Samples that the contract itself could not add up.
    return false
  }
}

/** The average after each of the samples by which all that are stored are replaced, with the index where it is. */
function nextAverages(oracle: SmaOracleSnapshot): readonly bigint[] {
  const averages: bigint[] = []
  let next = oracle
  for (let n = 0n; n < oracle.numPeriods; n++) {
    next = poll(next, next.lastUpdateSec + next.updateIntervalSec)
    averages.push(getPrice(next))
  }
  return averages
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a
}

/** No index of the known feeds has moved farther while an average of theirs was taken. */
const MOST_FACTOR = 2n
/** How far an average may be bound to move while the index does not, in percent of what it is. */
const MOST_DRIFT_PERCENT = 5n

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
