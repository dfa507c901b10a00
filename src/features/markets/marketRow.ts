import { type Address, isAddressEqual } from 'viem'
import { longShareWad, upkeepDueSec } from '../../analytics/poolFigures'
import { poolStatuses } from '../../analytics/poolStatus'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import type { PoolFacts } from '../../chain/poolFacts'
import type { Flow } from '../../flows/flow'
import { formatName } from '../../format/formatAddress'
import { computeEffectiveLeverage, computeSkewWad } from '../../protocol/poolMetrics'
import { toUInt } from '../../protocol/quad'
import { describePoolStatus } from '../../ui/describePoolStatus'
import { marketsContent } from './content'
import { describeHolding } from './describeHolding'
import type { MarketEngine } from './marketFigures'
import type { SortKey } from './sortKeys'

/** What a market is found, filtered and sorted by; its figures are `describeMarket`'s. */
export type MarketRow = ReturnType<typeof toMarketRow>

/**
 * @param engine Undefined until it has come
 * @param made What the account that looks at the list has made. @see madeMarkets
 * @param isOutside Whether it has something of the market in farms or in Balancer's pools
 * @param dollarsOf What an amount is worth in dollars, a wad; undefined for none, and where that is not known
 */
export function toMarketRow(
  pool: PoolAtBlock,
  engine: MarketEngine | undefined,
  made: readonly Address[],
  isOutside = false,
  dollarsOf?: (value: bigint, token: PoolFacts['settlementToken']) => bigint | undefined,
) {
  const { facts, snapshot, market, account } = pool
  const [status] = poolStatuses(
    snapshot,
    Number(snapshot.timestampSec),
    market.feedUpdatedAtSec,
    facts.deprecated,
  )
  const isMine = isOutside || describeHolding(account) !== undefined
  return {
    facts,
    pool,
    ...searchTermsOf(facts),
    sizeDollarsWad: dollarsOf?.(
      snapshot.longBalance + snapshot.shortBalance,
      facts.settlementToken,
    ),
    // Of a stranger's price no one can say what it will pay.
    edges: isVerified(pool) ? engine?.skewEdges(snapshot) : undefined,
    isMine,
    isVerified: isVerified(pool),
    isOwn: isMine || made.some((address) => isAddressEqual(address, facts.address)),
    isHealthy: status.kind === 'live' || status.kind === 'due',
    status: describePoolStatus(status).label,
  }
}

const searchTerms = new WeakMap<PoolFacts, ReturnType<typeof describeFacts>>()

/** What never changes about a market, found once. */
function searchTermsOf(facts: PoolFacts) {
  const known = searchTerms.get(facts) ?? describeFacts(facts)
  searchTerms.set(facts, known)
  return known
}

function describeFacts(facts: PoolFacts) {
  return {
    name: formatName(facts.name),
    leverage: `${toUInt(facts.leverageAmount)}x`,
    settlementSymbol: formatName(facts.settlementToken.symbol),
    underlying: facts.base ?? marketsContent.other,
    searchText: [
      facts.name,
      facts.settlementToken.symbol,
      facts.address,
      facts.longToken.address,
      facts.shortToken.address,
    ]
      .join(' ')
      .toLowerCase(),
  }
}

/** What a column sorts a market by; undefined where it has no such figure. */
export function sortValue(
  { pool: { facts, snapshot, market }, edges, status }: MarketRow,
  key: SortKey,
): number | string | undefined {
  switch (key) {
    case 'market':
      return facts.name
    case 'price':
      return market.spotPriceWad === undefined ? undefined : Number(market.spotPriceWad)
    case 'size':
      return (
        Number(snapshot.longBalance + snapshot.shortBalance) / 10 ** facts.settlementToken.decimals
      )
    case 'split':
      return toNumber(longShareWad(snapshot))
    case 'skew':
    case 'rate':
      return toNumber(computeSkewWad(snapshot))
    case 'gain': {
      const gain = computeEffectiveLeverage(snapshot)
      return gain && Math.max(Number(gain.longGainWad), Number(gain.shortGainWad))
    }
    case 'pays':
      return edges && toOrder(Math.max(edges.long.netGain, edges.short.netGain))
    case 'next':
      return Number(upkeepDueSec(snapshot))
    case 'status':
      return status
  }
}

/** What is no number has no place among others. */
function toOrder(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value
}

function toNumber(value: bigint | undefined): number | undefined {
  return value === undefined ? undefined : Number(value)
}

/**
 * The markets that an account has made in this browser, as far as that is still kept. What a market itself says of its creator is
 * the creator's choice: anyone can name someone else.
 */
export function madeMarkets(
  flows: readonly Pick<Flow, 'account' | 'intent'>[],
  viewer: Address | undefined,
): readonly Address[] {
  return flows.flatMap(({ account, intent }) => {
    const made = intent.kind === 'create' ? intent.created.deployPool : undefined
    return account === viewer && made !== undefined ? [made] : []
  })
}
