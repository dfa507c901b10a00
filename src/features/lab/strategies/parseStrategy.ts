import type { FlowsModel } from '../../../analytics/lab/flowsModel'
import type { SimulatedPool } from '../../../analytics/lab/simulate/simulatedPool'
import { simulatedPool } from '../../../analytics/lab/simulate/simulatedPool'
import type { PoolWeights } from '../../../analytics/lab/strategies/weightedPool'
import type { Side } from '../../../analytics/poolFigures'
import { labContent } from '../content'
import { parseFlows } from '../form/FlowFields'
import type { LabForm } from '../form/labForm'
import { type Problems, parseAll } from '../form/parseAll'
import { parseNumber, parseSpan } from '../form/parseField'
import type { LabPool } from '../form/parsePool'
import { strategiesContent } from './content'

/** Everything that strategies are computed from. */
export interface StrategyTerms {
  readonly pool: SimulatedPool
  /** The side with less in it, which the skew pays; long in an even pool. */
  readonly smallSide: Side
  readonly annualVolatility: number
  readonly flows: FlowsModel
  readonly heldSec: number
  readonly annualCarry: number
  readonly hedgedPart: number
  readonly weights: PoolWeights
  readonly otherExposure: number
  readonly swapFee: number
  readonly annualTurnover: number
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
    held: parseSpan(form.held, 60, YEAR_SEC),
    carry: parseNumber(form.carry, percentTo(100, -100)),
    hedged: parseNumber(form.hedged, percentTo(100)),
    weightLong: parseNumber(form.weightLong, percentTo(98, 1)),
    weightShort: parseNumber(form.weightShort, percentTo(98, 1)),
    exposure: parseNumber(form.exposure, percentTo(100)),
    swapFee: parseNumber(form.swapFee, percentTo(10, 0.01)),
    turnover: parseNumber(form.turnover, { min: 0, max: 10_000, unit: 'x' }),
  })
  if (!parsed.ok) return parsed
  const { values } = parsed
  const other = 100 - values.weightLong - values.weightShort
  if (other < 1) {
    const problem = strategiesContent.weightsTooLarge
    return { ok: false, problems: { weightLong: problem, weightShort: problem } }
  }
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
      heldSec: values.held,
      annualCarry: values.carry / 100,
      hedgedPart: values.hedged / 100,
      weights: {
        long: values.weightLong / 100,
        short: values.weightShort / 100,
        other: other / 100,
      },
      otherExposure: values.exposure / 100,
      swapFee: values.swapFee / 100,
      annualTurnover: values.turnover,
    },
  }
}
