import type { PoolWeights } from '../../../analytics/lab/strategies/weightedPool'
import { strategiesContent } from '../strategies/content'
import type { LabForm } from './labForm'
import { type Problems, parseAll } from './parseAll'
import { parseNumber } from './parseField'

/** The fields that say how much of a holding is hedged. */
export const OWNED_FIELDS = ['hedged'] as const
/** The fields that say what a weighted pool is made of, and what it earns. */
export const LIQUIDITY_FIELDS = [
  'weightLong',
  'weightShort',
  'exposure',
  'swapFee',
  'turnover',
] as const

const percentTo = (max: number, min = 0) => ({ min, max, unit: '%' })

/** The part of a holding of the index that is hedged, 0 to 1. */
export function parseHedgedPart({ hedged }: Pick<LabForm, 'hedged'>) {
  const parsed = parseNumber(hedged, percentTo(100))
  return parsed.ok ? ({ ok: true, value: parsed.value / 100 } as const) : parsed
}

/** A weighted pool and its trade, in parts of one. */
export interface ParsedLiquidity {
  readonly weights: PoolWeights
  readonly otherExposure: number
  readonly swapFee: number
  readonly annualTurnover: number
}

export function parseLiquidity(
  form: Pick<LabForm, (typeof LIQUIDITY_FIELDS)[number]>,
):
  | { readonly ok: true; readonly value: ParsedLiquidity }
  | { readonly ok: false; readonly problems: Problems } {
  const parsed = parseAll({
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
  const weights = {
    long: values.weightLong / 100,
    short: values.weightShort / 100,
    other: other / 100,
  }
  return {
    ok: true,
    value: {
      weights,
      otherExposure: values.exposure / 100,
      swapFee: values.swapFee / 100,
      annualTurnover: values.turnover,
    },
  }
}
