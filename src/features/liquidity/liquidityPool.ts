import type { PooledToken, SecondaryPool } from '../../chain/balancer/secondaryPool'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { type AmountsWorth, computeAmountsWorth } from '../../data/amountsWorth'
import { shortTokenName } from '../../data/shortTokenName'
import { formatName } from '../../format/formatAddress'
import { WAD } from '../../protocol/wad'
import { liquidityContent } from './content'

/** The pool that the page is about. */
export interface LiquidityPool {
  readonly lp: SecondaryPool
  /** Undefined where its tokens are no market's, or that was not read. */
  readonly market: PoolAtBlock | undefined
  /** With the symbols that they have on the page, in the Vault's order. */
  readonly tokens: readonly PooledToken[]
  /** Places in `tokens` as the page lists them: long, short, then others. The Vault orders by address. */
  readonly order: readonly number[]
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
  return { lp, market, tokens, order: orderOf(lp, market), name, block }
}

function orderOf({ tokens }: SecondaryPool, market: PoolAtBlock | undefined): number[] {
  const sides = market === undefined ? [] : [market.facts.longToken, market.facts.shortToken]
  const rank = (index: number) => {
    const side = sides.findIndex(({ address }) => address === tokens[index]?.address)
    return side === -1 ? sides.length : side
  }
  return tokens.map((_, index) => index).sort((a, b) => rank(a) - rank(b))
}

/**
 * About what LP tokens are worth once they have been added: their share of the pool with what is added in it. An estimate, because
 * Balancer may mint LP tokens for its own fees in between.
 *
 * @returns Settlement units, and the change against what is added, a wad, where that is worth something; undefined where the price of
 * a token of the pool isn't known
 */
export function worthOfAdded(
  pool: Pick<LiquidityPool, 'lp' | 'market' | 'tokens'>,
  amountsIn: readonly bigint[],
  lpOut: bigint,
): { readonly worth: bigint; readonly changeWad: bigint | undefined } | undefined {
  const added = worthOfAmounts(pool, amountsIn)
  const whole = worthOfAmounts(
    pool,
    pool.tokens.map(({ balance }, index) => balance + (amountsIn[index] ?? 0n)),
  )
  if (added === undefined || whole === undefined || whole.unpriced.length > 0) return undefined
  const worth = (whole.worth * lpOut) / (pool.lp.totalSupply + lpOut)
  const changeWad = added.worth > 0n ? ((worth - added.worth) * WAD) / added.worth : undefined
  return { worth, changeWad }
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

/** The tokens without a price of which there is something, for a sentence; empty where all have one. */
export function unpricedNames({ unpriced }: AmountsWorth): string {
  const left = unpriced.filter(({ amount }) => amount > 0n)
  return left.map(({ token }) => formatName(token.symbol, 12)).join(liquidityContent.and)
}
