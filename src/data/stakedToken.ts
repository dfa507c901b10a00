import { isAddressEqual } from 'viem'
import { worthOf } from '../analytics/holding'
import { unwrapLp } from '../analytics/secondary/unwrapLp'
import type { SecondaryPool } from '../chain/balancer/secondaryPool'
import { isVerified, type PoolAtBlock } from '../chain/poolAtBlock'
import type { TokenFacts } from '../chain/poolFacts'
import type { Secondary } from '../chain/secondary/getSecondary'
import type { ListedFarm } from '../chain/staking/farm'
import type { Balance } from '../protocol/snapshot'

/** The order to look a token up in: a market that anyone made may say that its tokens are another's. */
export function verifiedFirst(pools: readonly PoolAtBlock[]): readonly PoolAtBlock[] {
  return [...pools.filter(isVerified), ...pools.filter((pool) => !isVerified(pool))]
}

/** What a farm takes, as far as it is known. */
export interface StakedToken {
  readonly kind: 'long' | 'short' | 'lp' | 'other'
  /** The market that it is of; undefined where that was not read. */
  readonly pool: PoolAtBlock | undefined
  /** The pool on Balancer that an LP token is a share of; undefined where that was not read. */
  readonly lp: SecondaryPool | undefined
}

/** Finds out what a farm takes: by the markets' tokens and Balancer's pools, and where these were not read by the table of farms. */
export function identifyStakedToken(
  {
    stakingToken,
    programme,
  }: Pick<ListedFarm, 'programme'> & { readonly stakingToken: Pick<TokenFacts, 'address'> },
  pools: readonly PoolAtBlock[],
  balancerPools: Secondary['pools'],
): StakedToken {
  const is = (token: Pick<TokenFacts, 'address'>) =>
    isAddressEqual(token.address, stakingToken.address)
  for (const pool of pools) {
    if (is(pool.facts.longToken)) return { kind: 'long', pool, lp: undefined }
    if (is(pool.facts.shortToken)) return { kind: 'short', pool, lp: undefined }
  }
  const lp = balancerPools.find(is)
  const holds = (token: TokenFacts) =>
    lp?.tokens.some(({ address }) => isAddressEqual(address, token.address)) === true
  const pool = pools.find(({ facts }) => holds(facts.longToken) && holds(facts.shortToken))
  const kind = lp === undefined ? (programme?.stake ?? 'other') : 'lp'
  return { kind, pool, lp }
}

/** What staked tokens, or LP tokens, come to in their market. Base units. */
export interface StakeValue {
  readonly pool: PoolAtBlock
  /** Of the market's own tokens: of an LP token the share of the Vault's balances that it is. */
  readonly tokens: Balance
  /** Settlement units at the snapshot's token prices, before fees. */
  readonly worth: bigint
  /** What an LP token is also a share of, and no price is known for. */
  readonly unpriced: readonly { readonly token: TokenFacts; readonly amount: bigint }[]
}

/**
 * What an amount of a staked token is worth: pool tokens at the market's token prices, LP tokens as the share of the Vault's
 * balances that they are.
 *
 * @param amount Base units
 * @returns Undefined where the token's market or its pool on Balancer was not read
 */
export function computeStakeValue(
  { kind, pool, lp }: StakedToken,
  amount: bigint,
): StakeValue | undefined {
  if (pool === undefined || kind === 'other') return undefined
  if (kind !== 'lp') {
    const none = { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n }
    const tokens = { ...none, [`${kind}Tokens`]: amount }
    return { pool, tokens, worth: worthOf(pool.snapshot, tokens), unpriced: [] }
  }
  // A farm may say that more is staked in it than there is.
  if (lp === undefined || amount > lp.totalSupply) return undefined
  const { longToken, shortToken, settlementToken } = pool.facts
  const amounts = unwrapLp(lp.tokens, lp.totalSupply, amount)
  const parts = lp.tokens.map((token, index) => ({ token, amount: amounts[index] ?? 0n }))
  const partOf = ({ address }: TokenFacts) =>
    parts.find(({ token }) => isAddressEqual(token.address, address))?.amount ?? 0n
  const tokens = {
    longTokens: partOf(longToken),
    shortTokens: partOf(shortToken),
    settlementTokens: partOf(settlementToken),
  }
  const priced = [longToken, shortToken, settlementToken]
  const isPriced = ({ address }: TokenFacts) =>
    priced.some((token) => isAddressEqual(token.address, address))
  const unpriced = parts.filter(({ token }) => !isPriced(token))
  return { pool, tokens, worth: worthOf(pool.snapshot, tokens), unpriced }
}

/** A farm in which the account has a stake or rewards, with what the stake is. */
export interface Stake {
  readonly farm: ListedFarm
  readonly token: StakedToken
  readonly staked: bigint
  /** Undefined for a stake that is only known as itself. */
  readonly value: StakeValue | undefined
}

/** The account's stakes, and farms that owe it rewards. */
export function stakesOf(
  { farms, pools: balancerPools }: Pick<Secondary, 'farms' | 'pools'>,
  pools: readonly PoolAtBlock[],
): readonly Stake[] {
  const trusted = verifiedFirst(pools)
  return farms.flatMap((farm) => {
    const { staked = 0n, earned = 0n } = farm.account ?? {}
    if (staked === 0n && earned === 0n) return []
    const token = identifyStakedToken(farm, trusted, balancerPools)
    return { farm, token, staked, value: computeStakeValue(token, staked) }
  })
}
