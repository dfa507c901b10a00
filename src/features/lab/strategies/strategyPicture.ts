import { hedgeOwned } from '../../../analytics/lab/strategies/hedgeOwned'
import { payoffCurve } from '../../../analytics/lab/strategies/payoffCurve'
import { liquidityCurve } from '../../../analytics/lab/strategies/weightedPool'
import type { ChartLine, ChartRow } from '../../../ui/charts/LinesChart'
import { strategiesContent } from './content'
import type { StrategyTerms } from './parseStrategy'
import type { Strategy } from './strategy'

const { lines } = strategiesContent
const STAKE = 100
/** Moves of the index, from −40% to +40%. */
const MOVES = Array.from({ length: 81 }, (_, index) => (index - 40) / 100)

/** A strategy's payoff: what 100 is worth after one move of the index, in lines. */
export interface StrategyPicture {
  /** `x` is the move in percent. */
  readonly rows: readonly ChartRow[]
  readonly lines: readonly ChartLine[]
}

const LONG = { key: 'long', label: lines.long, color: 'var(--long)' }
const SHORT = { key: 'short', label: lines.short, color: 'var(--short)', dash: 'dashed' } as const

export function strategyPicture(strategy: Strategy, terms: StrategyTerms): StrategyPicture {
  switch (strategy) {
    case 'directional':
      return ofPayoffs(terms, [LONG, SHORT])
    case 'straddle':
      return ofPayoffs(terms, [LONG, SHORT, accent('straddle', lines.straddle)])
    case 'farm':
      return ofPayoffs(terms, [terms.smallSide === 'long' ? LONG : SHORT])
    case 'farmHedged':
      return ofPayoffs(terms, [
        terms.smallSide === 'long' ? LONG : SHORT,
        accent('hedged', lines.hedged),
      ])
    case 'hedgeOwned': {
      const { pool, hedgedPart, heldSec } = terms
      const { points } = hedgeOwned(pool, hedgedPart, heldSec, MOVES)
      return {
        rows: points.map(({ move, owned, hedged }) => row(move, { owned, hedged })),
        lines: [muted('owned', lines.owned), accent('hedged', lines.hedged)],
      }
    }
    case 'liquidity':
      return {
        rows: liquidityCurve(terms, MOVES).map(({ move, pool, held }) => row(move, { pool, held })),
        lines: [accent('pool', lines.pool), muted('held', lines.held)],
      }
  }
}

function ofPayoffs(
  { pool, smallSide }: StrategyTerms,
  shown: readonly ChartLine[],
): StrategyPicture {
  const points = payoffCurve(pool, smallSide, MOVES)
  return { rows: points.map(({ move, ...values }) => row(move, values)), lines: shown }
}

function row(move: number, values: Readonly<Record<string, number>>): ChartRow {
  const y = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value * STAKE]))
  return { x: Math.round(move * 100), y }
}

function accent(key: string, label: string): ChartLine {
  return { key, label, color: 'var(--accent)' }
}

function muted(key: string, label: string): ChartLine {
  return { key, label, color: 'var(--muted)', dash: 'dashed' }
}
