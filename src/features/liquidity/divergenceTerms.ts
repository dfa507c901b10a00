import { isAddressEqual } from 'viem'
import { type SimulatedPool, simulatedPool } from '../../analytics/lab/simulate/simulatedPool'
import { V1_WEIGHTS } from '../../analytics/lab/strategies/weightedPool'
import { OutlookError } from '../../analytics/outlook'
import type { LiquidityMix } from '../../analytics/secondary/divergenceAfterMoves'
import { wadToNumber } from '../../analytics/wadToNumber'
import type { PooledToken } from '../../chain/balancer/secondaryPool'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { formatPlain } from '../../format/formatAmount'
import type { LiquidityPool } from './liquidityPool'

/** What divergence is computed from. */
export interface DivergenceTerms {
  readonly market: SimulatedPool
  /** The pool's own mix, then that of the articles. */
  readonly mixes: readonly [own: LiquidityMix, v1: LiquidityMix]
  /** The tokens beside long and short. */
  readonly others: readonly PooledToken[]
  /** Whether these are the settlement token alone, which does not move with the index. */
  readonly isStill: boolean
}

/** In the articles the third token is the index's own asset. */
const V1_MIX: LiquidityMix = { weights: V1_WEIGHTS, otherExposure: 1 }

/** @returns Undefined where the market cannot be computed: a side is empty, or its oracle does not answer */
export function divergenceTerms(
  pool: LiquidityPool,
  market: PoolAtBlock,
): DivergenceTerms | undefined {
  const { longToken, shortToken, settlementToken } = market.facts
  const is = (token: PooledToken, other: { readonly address: `0x${string}` }) =>
    isAddressEqual(token.address, other.address)
  const weightOf = (tokens: readonly PooledToken[]) =>
    wadToNumber(tokens.reduce((sum, { weightWad }) => sum + weightWad, 0n))
  const others = pool.tokens.filter((token) => !is(token, longToken) && !is(token, shortToken))
  const isStill = others.every((token) => is(token, settlementToken))
  const weights = {
    long: weightOf(pool.tokens.filter((token) => is(token, longToken))),
    short: weightOf(pool.tokens.filter((token) => is(token, shortToken))),
    other: weightOf(others),
  }
  const simulated = simulate(market)
  if (simulated === undefined) return undefined
  const own = { weights, otherExposure: isStill ? 0 : 1 }
  return { market: simulated, mixes: [own, V1_MIX], others, isStill }
}

function simulate({ snapshot }: PoolAtBlock): SimulatedPool | undefined {
  if (snapshot.longBalance === 0n || snapshot.shortBalance === 0n) return undefined
  try {
    return simulatedPool(snapshot)
  } catch (error) {
    if (error instanceof OutlookError) return undefined
    throw error
  }
}

/** The lab's page on liquidity with this market and these weights. */
export function labLink(pool: LiquidityPool, market: PoolAtBlock, isStill: boolean): string {
  const percent = (wad: bigint) => formatPlain(wad, 16)
  const weightOf = (own: { readonly address: `0x${string}` }) =>
    pool.tokens.find(({ address }) => isAddressEqual(address, own.address))?.weightWad ?? 0n
  const query = new URLSearchParams({
    strategy: 'liquidity',
    pool: market.facts.address,
    weightLong: percent(weightOf(market.facts.longToken)),
    weightShort: percent(weightOf(market.facts.shortToken)),
    exposure: isStill ? '0' : '100',
    swapFee: percent(pool.lp.swapFeeWad),
  })
  return `/lab/strategies?${query}`
}
