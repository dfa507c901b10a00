import type { DecayTerms } from '../../../analytics/lab/decay/annualDecay'
import { parseFlows } from '../form/FlowFields'
import type { LabForm } from '../form/labForm'
import { type Problems, parseAll } from '../form/parseAll'
import { parseNumber, parseSpan, parseWhole } from '../form/parseField'

export type ParsedDecay =
  | { readonly ok: true; readonly terms: DecayTerms }
  | { readonly ok: false; readonly problems: Problems }

/** Of the index per year. */
export const VOLATILITY_BOUNDS = { min: 1, max: 300, unit: '%' }

type DecayFields = Pick<
  LabForm,
  'leverage' | 'volatility' | 'sma' | 'interval' | 'flows' | 'halfLife' | 'mint' | 'burn'
>

/** What the decay depends on, as the fields say it. */
export function parseDecay(form: DecayFields): ParsedDecay {
  const parsed = parseAll({
    leverage: parseNumber(form.leverage, { min: 1, max: 20, unit: 'x' }),
    volatility: parseNumber(form.volatility, VOLATILITY_BOUNDS),
    sma: parseWhole(form.sma, { min: 0, max: 24, unit: ' samples' }),
    interval: parseSpan(form.interval, 300, 7 * 86_400),
    flows: parseFlows(form),
    mint: parseNumber(form.mint, { min: 0, max: 50, unit: '%' }),
    burn: parseNumber(form.burn, { min: 0, max: 50, unit: '%' }),
  })
  if (!parsed.ok) return parsed
  const { leverage, volatility, sma, interval, flows, mint, burn } = parsed.values
  return {
    ok: true,
    terms: {
      leverage,
      annualVolatility: volatility / 100,
      smaPeriods: sma,
      updateIntervalSec: interval,
      flows,
      mintingFee: mint / 100,
      burningFee: burn / 100,
    },
  }
}
