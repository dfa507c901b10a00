import type { FlowsModel } from '../../../analytics/lab/flowsModel'
import type { SimulatedPool } from '../../../analytics/lab/simulate/simulatedPool'
import { simulatedPool } from '../../../analytics/lab/simulate/simulatedPool'
import type { Side } from '../../../analytics/poolFigures'
import { labContent } from '../content'
import { parseFlows } from '../form/FlowFields'
import type { LabForm } from '../form/labForm'
import { type Problems, parseAll } from '../form/parseAll'
import { type ParsedLiquidity, parseHedgedPart, parseLiquidity } from '../form/parseBeside'
import { parseNumber, parseSpan } from '../form/parseField'
import type { LabPool } from '../form/parsePool'

/** Everything that strategies are computed from. */
export interface StrategyTerms extends ParsedLiquidity {
  readonly pool: SimulatedPool
  /** The side with less in it, which the skew pays; long in an even pool. */
  readonly smallSide: Side
  readonly annualVolatility: number
  readonly flows: FlowsModel
  /** What is put in, or owned: settlement tokens. */
  readonly amount: number
  readonly heldSec: number
  readonly annualCarry: number
  readonly hedgedPart: number
}

export type ParsedStrategy =
  | { readonly ok: true; readonly terms: StrategyTerms }
  | { readonly ok: false; readonly problems: Problems }

const YEAR_SEC = 366 * 86_400
const percentTo = (max: number, min = 0) => ({ min, max, unit: '%' })

/** @param form The lab's settings; percent are parts of one in the result */
export function parseStrategy(form: LabForm, { snapshot }: LabPool): ParsedStrategy {
  const parsed = parseAll({
    volatility: parseNumber(form.volatility, percentTo(1_000)),
    flows: parseFlows(form),
    amount: parseNumber(form.amount, { min: 0.01, max: 1e12 }),
    held: parseSpan(form.held, 60, YEAR_SEC),
    carry: parseNumber(form.carry, percentTo(100, -100)),
    hedged: parseHedgedPart(form),
  })
  if (!parsed.ok) return parsed
  const liquidity = parseLiquidity(form)
  if (!liquidity.ok) return liquidity
  const { values } = parsed
  const pool = simulatedPool(snapshot)
  if (!(pool.longBalance >= 1 && pool.shortBalance >= 1))
    return { ok: false, problems: { pool: labContent.simulate.emptySide } }
  return {
    ok: true,
    terms: {
      pool,
      smallSide: pool.longBalance > pool.shortBalance ? 'short' : 'long',
      annualVolatility: values.volatility / 100,
      flows: values.flows,
      amount: values.amount,
      heldSec: values.held,
      annualCarry: values.carry / 100,
      hedgedPart: values.hedged,
      ...liquidity.value,
    },
  }
}
