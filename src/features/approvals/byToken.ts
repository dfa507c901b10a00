import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'

/** The pools that may take something of one settlement token. */
interface TokenApprovals {
  readonly token: TokenFacts
  readonly pools: readonly PoolAtBlock[]
}

/** The pools that may take something from the account, by settlement token, in the order in which they come. */
export function byToken(pools: readonly PoolAtBlock[]): readonly TokenApprovals[] {
  const groups = new Map<string, { token: TokenFacts; pools: PoolAtBlock[] }>()
  for (const pool of pools) {
    if (pool.account === undefined || pool.account.settlementAllowance === 0n) continue
    const { settlementToken: token } = pool.facts
    const key = token.address.toLowerCase()
    const group = groups.get(key) ?? { token, pools: [] }
    group.pools.push(pool)
    groups.set(key, group)
  }
  return [...groups.values()]
}
