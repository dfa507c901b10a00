import { useMemo } from 'react'
import type { PriceSeries } from '../../../analytics/lab/prices/priceSeries'
import type { HeldBeside } from '../../../analytics/lab/simulate/positions'
import { simulatedPool } from '../../../analytics/lab/simulate/simulatedPool'
import type { SimulationInput } from '../../../analytics/lab/simulate/simulation'
import { hedgeOwned } from '../../../analytics/lab/strategies/hedgeOwned'
import type { LabForm } from '../form/labForm'
import type { Problems } from '../form/parseAll'
import {
  LIQUIDITY_FIELDS,
  OWNED_FIELDS,
  parseHedgedPart,
  parseLiquidity,
} from '../form/parseBeside'
import type { LabPool } from '../form/parsePool'
import { parseSimulation, SIMULATION_FIELDS } from './parseSimulation'

/** A simulation that can be run. */
export interface AskedSimulation {
  /** Of the pool alone. The same until a field changes that it depends on. */
  readonly input: SimulationInput
  /** What is held beside the pool, for a position that needs it. The same until its fields change. */
  readonly beside: HeldBeside | undefined
}

export type ParsedAsk =
  | { readonly ok: true; readonly asked: AskedSimulation }
  | { readonly ok: false; readonly problems: Problems }

/** The simulation that the fields describe; undefined without a pool. */
export function useParsedSimulation(
  form: LabForm,
  pool: LabPool | undefined,
  series: PriceSeries | undefined,
): ParsedAsk | undefined {
  const key = SIMULATION_FIELDS.map((field) => form[field]).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields that it depends on, not the form as a whole
  const parsed = useMemo(() => pool && parseSimulation(form, pool, series), [key, pool, series])
  const besideKey = besideFields(form).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields that the position depends on
  const beside = useMemo(() => pool && parseBeside(form, pool), [besideKey, pool])
  return useMemo(() => {
    if (parsed === undefined || beside === undefined) return undefined
    if (!parsed.ok) return parsed
    if (!beside.ok) return beside
    return { ok: true, asked: { input: parsed.input, beside: beside.value } }
  }, [parsed, beside])
}

/** What the position depends on. */
function besideFields(form: LabForm): readonly string[] {
  switch (form.position) {
    case 'owned':
      return ['owned', ...OWNED_FIELDS.map((field) => form[field])]
    case 'liquidity':
      return ['liquidity', ...LIQUIDITY_FIELDS.map((field) => form[field])]
    default:
      return []
  }
}

/** What is held beside the pool; nothing for a position that is all in it. */
function parseBeside(
  form: LabForm,
  { snapshot }: LabPool,
):
  | { readonly ok: true; readonly value: HeldBeside | undefined }
  | { readonly ok: false; readonly problems: Problems } {
  if (form.position === 'owned') {
    const hedged = parseHedgedPart(form)
    if (!hedged.ok) return { ok: false, problems: { hedged: hedged.problem } }
    const { shortTokens } = hedgeOwned(simulatedPool(snapshot), hedged.value, 0, [])
    return { ok: true, value: { owned: { shortTokens } } }
  }
  if (form.position !== 'liquidity') return { ok: true, value: undefined }
  const parsed = parseLiquidity(form)
  if (!parsed.ok) return parsed
  const { weights, otherExposure, swapFee, annualTurnover } = parsed.value
  const liquidity = { weights, otherExposure, annualFees: swapFee * annualTurnover }
  return { ok: true, value: { liquidity } }
}
