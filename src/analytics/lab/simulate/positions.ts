import type { PoolWeights } from '../strategies/weightedPool'
import type { Position, PositionBeside } from './outcome'
import { HEDGED, INDEX, LONG, SHORT } from './poolPath'
import { expOf, logOf } from './portableMath'
import { SECONDS_PER_YEAR } from './priceModel'

/** What is held beside the pool. Absent: nothing, and its outcomes are not computed. */
export interface HeldBeside {
  /** The index itself, with short tokens against its fall. */
  readonly owned?: {
    /** Value of the short tokens at the start, as a multiple of what is owned. */
    readonly shortTokens: number
  }
  /** Long and short tokens with a third one in a weighted pool. */
  readonly liquidity?: {
    readonly weights: PoolWeights
    /** How much of the index the third token has in it at the start, 0 to 1. */
    readonly otherExposure: number
    /** Swap fees, as a part of what is in the pool per year. They stay in it. */
    readonly annualFees: number
  }
}

/** Values of one figure of all paths of a block at one time. */
type Row = Float32Array | Float64Array

/** Computes the values of a position from recorded figures: `rowOf` gives those, `target` takes the result. */
export type FillPosition = (target: Row, rowOf: (figure: number) => Row, timeSec: number) => void

/** How each position that the input asks for comes from what a path records. */
export function positionsOf({
  owned,
  liquidity,
}: HeldBeside): Readonly<Partial<Record<Position | PositionBeside | 'index', FillPosition>>> {
  return {
    index: recorded(INDEX),
    long: recorded(LONG),
    short: recorded(SHORT),
    straddle: weighted([LONG, 0.5], [SHORT, 0.5]),
    hedged: recorded(HEDGED),
    ...(owned !== undefined && { owned: ownedWith(owned.shortTokens) }),
    ...(liquidity !== undefined && {
      liquidity: inWeightedPool(liquidity),
      unpooled: outsideOfIt(liquidity),
    }),
  }
}

function recorded(figure: number): FillPosition {
  return (target, rowOf) => target.set(rowOf(figure))
}

function weighted(
  [first, firstPart]: readonly [number, number],
  [second, secondPart]: readonly [number, number],
): FillPosition {
  return (target, rowOf) => {
    const [one, other] = [rowOf(first), rowOf(second)]
    for (let path = 0; path < target.length; path++)
      target[path] = firstPart * (one[path] as number) + secondPart * (other[path] as number)
  }
}

/** The tokens' price is no part of what is owned: only what they gain or lose counts. */
function ownedWith(shortTokens: number): FillPosition {
  const both = weighted([INDEX, 1], [SHORT, shortTokens])
  return (target, rowOf, timeSec) => {
    both(target, rowOf, timeSec)
    for (let path = 0; path < target.length; path++)
      target[path] = (target[path] as number) - shortTokens
  }
}

/** A pool of constant weights is worth the product of its prices to the powers of its weights, and grows by its fees. */
function inWeightedPool({
  weights,
  otherExposure,
  annualFees,
}: Required<HeldBeside>['liquidity']): FillPosition {
  return (target, rowOf, timeSec) => {
    const [index, long, short] = [rowOf(INDEX), rowOf(LONG), rowOf(SHORT)]
    const fees = (annualFees * timeSec) / SECONDS_PER_YEAR
    for (let path = 0; path < target.length; path++) {
      const other = 1 + otherExposure * ((index[path] as number) - 1)
      target[path] = expOf(
        fees +
          weights.long * logOf(long[path] as number) +
          weights.short * logOf(short[path] as number) +
          weights.other * logOf(other),
      )
    }
  }
}

function outsideOfIt({ weights, otherExposure }: Required<HeldBeside>['liquidity']): FillPosition {
  return (target, rowOf) => {
    const [index, long, short] = [rowOf(INDEX), rowOf(LONG), rowOf(SHORT)]
    for (let path = 0; path < target.length; path++)
      target[path] =
        weights.long * (long[path] as number) +
        weights.short * (short[path] as number) +
        weights.other * (1 + otherExposure * ((index[path] as number) - 1))
  }
}
