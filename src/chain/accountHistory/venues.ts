import type { Address, Client } from 'viem'
import { type BalancerNetwork, resolveBalancer } from '../balancer/resolveBalancer'
import type { Network } from '../network'
import type { TokenFacts } from '../poolFacts'
import { hasFarms } from '../staking/hasFarms'
import type { AccountContracts } from './accountContracts'
import type { Lp, PoolFarm, PoolLp } from './poolVenues'

/** Where pool tokens are traded and staked outside of their pools: Balancer and the farms of the table. */
export interface Venues {
  /** Undefined on a chain without. */
  readonly vault: Address | undefined
  readonly lps: readonly Lp[]
  readonly farms: readonly VenueFarm[]
}

interface VenueFarm {
  readonly address: Address
  readonly stakingToken: Address
  readonly rewardToken: TokenFacts
}

export type VenueNetwork = Pick<Network, 'chain' | 'balancer' | 'farms' | 'blockNumberSource'>

export const NO_VENUES: Venues = { vault: undefined, lps: [], farms: [] }

/**
 * The venues of a chain, in one request; in none where there are none.
 *
 * @throws RPC errors, MalformedResponseError
 */
export async function readVenues(client: Client, network: VenueNetwork): Promise<Venues> {
  const balancer: BalancerNetwork | undefined = resolveBalancer(network)
  if (balancer === undefined && !hasFarms(network)) return NO_VENUES
  // Their table and the lens are loaded only where there is something to read.
  const [{ getSecondary }, { resolveFarms }] = await Promise.all([
    import('../secondary/getSecondary'),
    import('../staking/resolveFarms'),
  ])
  const { pools, farms } = await getSecondary(
    client,
    network,
    balancer,
    resolveFarms(network),
    undefined,
  )
  return {
    vault: balancer?.vault,
    lps: pools.map(({ address, id, tokens }) => ({ address, id, tokens: tokens.map(factsOf) })),
    farms: farms.map(({ address, stakingToken, rewardToken }) => ({
      address,
      stakingToken: stakingToken.address,
      rewardToken: factsOf(rewardToken),
    })),
  }
}

function factsOf({ address, symbol, decimals }: TokenFacts): TokenFacts {
  return { address, symbol, decimals }
}

/** What of the venues decides what is read: blocks that were read with others have to be read again. */
export function venuesKey({ vault, lps, farms }: Venues): string {
  return [
    vault ?? '',
    ...lps.map(({ address }) => address).sort(),
    ...farms.map(({ address, stakingToken }) => `${address}:${stakingToken}`).sort(),
  ]
    .join()
    .toLowerCase()
}

/** Gives each pool the venues of its tokens; each venue to one pool, the first that has a token there. */
export function withVenues(
  pools: readonly AccountContracts[],
  { vault, lps, farms }: Venues,
): readonly AccountContracts[] {
  const taken = new Set<string>()
  const take = (address: Address) => {
    const isFree = !taken.has(address)
    taken.add(address)
    return isFree
  }
  return pools.map((contracts) => {
    const { longToken, shortToken, settlementToken } = contracts
    const own = lps
      .filter(({ tokens }) => tokens.some((token) => isOneOf(token, [longToken, shortToken])))
      .filter(({ address }) => take(address))
      .map((lp): PoolLp => {
        const priced = [longToken, shortToken, settlementToken]
        return { ...lp, isPriced: lp.tokens.every((token) => isOneOf(token, priced)) }
      })
    const staked = farms.flatMap((farm): PoolFarm[] => {
      const { address, rewardToken, stakingToken } = farm
      const is = (token: Address) => token.toLowerCase() === stakingToken.toLowerCase()
      if (is(longToken)) return [{ address, rewardToken, of: 'long' }]
      if (is(shortToken)) return [{ address, rewardToken, of: 'short' }]
      const lp = own.find((one) => is(one.address))?.address
      return lp === undefined ? [] : [{ address, rewardToken, of: 'lp', lp }]
    })
    const venues = { vault, lps: own, farms: staked.filter(({ address }) => take(address)) }
    return { ...contracts, venues }
  })
}

function isOneOf({ address }: Pick<TokenFacts, 'address'>, tokens: readonly Address[]): boolean {
  return tokens.some((token) => token.toLowerCase() === address.toLowerCase())
}
