import type { PooledToken, SecondaryPool } from '../../chain/balancer/secondaryPool'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { type AmountsWorth, computeAmountsWorth } from '../../data/amountsWorth'
import { shortTokenName } from '../../data/shortTokenName'
import { formatName } from '../../format/formatAddress'

/** The pool that the page is about. */
export interface LiquidityPool {
  readonly lp: SecondaryPool
  /** Undefined where its tokens are no market's, or that was not read. */
  readonly market: PoolAtBlock | undefined
  /** With the symbols that they have on the page, in the Vault's order. */
  readonly tokens: readonly PooledToken[]
  readonly name: string
  /** That the pool was read at. */
  readonly block: bigint
}

/** LP tokens of Balancer's pools. */
export const LP_DECIMALS = 18

/** A pool as the page shows it: pool tokens by their side. */
export function toLiquidityPool(
  lp: SecondaryPool,
  market: PoolAtBlock | undefined,
  block: bigint,
): LiquidityPool {
  const tokens = lp.tokens.map((token) =>
    market === undefined ? token : { ...token, ...shortTokenName(market, token) },
  )
  const name =
    market === undefined
      ? tokens.map(({ symbol }) => formatName(symbol, 12)).join(' / ')
      : formatName(market.facts.name)
  return { lp, market, tokens, name, block }
}

/** What amounts are worth, in the Vault's order of tokens; undefined without a market. */
export function worthOfAmounts(
  { market, tokens }: Pick<LiquidityPool, 'market' | 'tokens'>,
  amounts: readonly bigint[],
): AmountsWorth | undefined {
  if (market === undefined) return undefined
  const parts = tokens.map((token, index) => ({ token, amount: amounts[index] ?? 0n }))
  return computeAmountsWorth(market, parts)
}
