import { MAX_PATHS, MAX_SIMULATED_UPKEEPS } from '../../../analytics/lab/labBounds'
import type { PriceSeries } from '../../../analytics/lab/prices/priceSeries'
import { resamplePrices, upkeepsFrom } from '../../../analytics/lab/prices/resamplePrices'
import { logReturnsOf } from '../../../analytics/lab/simulate/measureReturns'
import type { PriceModel } from '../../../analytics/lab/simulate/priceModel'
import { simulatedPool } from '../../../analytics/lab/simulate/simulatedPool'
import type { SimulationInput } from '../../../analytics/lab/simulate/simulation'
import { labContent } from '../content'
import { parseFlows } from '../form/FlowFields'
import type { LabForm } from '../form/labForm'
import { type Problems, parseAll } from '../form/parseAll'
import { type Parsed, parseNumber, parseWhole } from '../form/parseField'
import type { LabPool } from '../form/parsePool'
import { MAX_SEED, parseUpkeeps } from '../prices/useLabPath'

const DAY_SEC = 86_400
export const MAX_DRIFT_PERCENT = 1_000
const MAX_PERCENT = { min: 0, max: 1_000, unit: '%' }

export type ParsedSimulation =
  | { readonly ok: true; readonly input: SimulationInput }
  | { readonly ok: false; readonly problems: Problems }

/** What of the form a simulation depends on. */
export const SIMULATION_FIELDS = [
  'model',
  'volatility',
  'drift',
  'jumps',
  'jumpSize',
  'block',
  'paths',
  'seed',
  'length',
  'flows',
  'halfLife',
  'carry',
] as const

export type SimulationFields = Pick<LabForm, (typeof SIMULATION_FIELDS)[number]>

/**
 * The simulation that the fields describe.
 *
 * @param series Real prices, for drawing from the past
 */
export function parseSimulation(
  form: SimulationFields,
  { snapshot }: LabPool,
  series: PriceSeries | undefined,
): ParsedSimulation {
  const stepSec = Number(snapshot.updateIntervalSec)
  const parsed = parseAll({
    model: parseModel(form, series, stepSec),
    paths: parseWhole(form.paths, { min: 1, max: MAX_PATHS }),
    seed: parseWhole(form.seed, { min: 0, max: MAX_SEED }),
    length: parseUpkeeps(form.length, stepSec, MAX_SIMULATED_UPKEEPS),
    flows: parseFlows(form),
    carry: parseNumber(form.carry, { min: -100, max: 100, unit: '%' }),
    ...modelFields(form),
  })
  if (!parsed.ok) return parsed
  const { values } = parsed
  const pool = simulatedPool(snapshot)
  if (!(pool.longBalance >= 1 && pool.shortBalance >= 1))
    return { ok: false, problems: { pool: labContent.simulate.emptySide } }
  return {
    ok: true,
    input: {
      pool,
      model: values.model,
      paths: values.paths,
      seed: values.seed,
      upkeeps: values.length,
      flows: values.flows,
      hedge: {
        // The side that the skew pays.
        side: pool.longBalance > pool.shortBalance ? 'short' : 'long',
        annualCarry: values.carry / 100,
        adjustEvery: Math.max(1, Math.round(DAY_SEC / stepSec)),
      },
    },
  }
}

/** The fields of the chosen model, each with its problem. */
function modelFields(form: SimulationFields): Record<string, Parsed<unknown>> {
  switch (form.model) {
    case 'bootstrap':
      return { block: parseWhole(form.block, { min: 1, max: MAX_SIMULATED_UPKEEPS }) }
    case 'jumps':
      return { ...lognormalFields(form), ...jumpFields(form) }
    case 'lognormal':
      return lognormalFields(form)
  }
}

function lognormalFields({ volatility, drift }: SimulationFields) {
  return {
    volatility: parseNumber(volatility, MAX_PERCENT),
    drift: parseNumber(drift, {
      min: -MAX_DRIFT_PERCENT,
      max: MAX_DRIFT_PERCENT,
      unit: '%',
    }),
  }
}

function jumpFields({ jumps, jumpSize }: SimulationFields) {
  return {
    jumps: parseNumber(jumps, { min: 0, max: 1_000 }),
    jumpSize: parseNumber(jumpSize, { min: 0, max: 90, unit: '%' }),
  }
}

/** What is wrong with a model whose fields say it themselves. */
const SAID_AT_FIELDS = { ok: false, problem: '' } as const

function parseModel(
  form: SimulationFields,
  series: PriceSeries | undefined,
  stepSec: number,
): Parsed<PriceModel> {
  if (form.model === 'bootstrap') return parseBootstrap(form, series, stepSec)
  const base = parseAll(lognormalFields(form))
  if (!base.ok) return SAID_AT_FIELDS
  const index = {
    annualDrift: base.values.drift / 100,
    annualVolatility: base.values.volatility / 100,
  }
  if (form.model === 'lognormal') return { ok: true, value: { kind: 'lognormal', ...index } }
  const jumps = parseAll(jumpFields(form))
  if (!jumps.ok) return SAID_AT_FIELDS
  const jumpDeviation = Math.log1p(jumps.values.jumpSize / 100)
  return {
    ok: true,
    value: {
      kind: 'jumps',
      ...index,
      jumpsPerYear: jumps.values.jumps,
      jumpMean: 0,
      jumpDeviation,
    },
  }
}

function parseBootstrap(
  { block }: SimulationFields,
  series: PriceSeries | undefined,
  stepSec: number,
): Parsed<PriceModel> {
  const logReturns = series === undefined ? undefined : returnsOf(series, stepSec)
  if (logReturns === undefined || logReturns.length === 0)
    return { ok: false, problem: labContent.simulate.needsPast }
  const parsed = parseWhole(block, { min: 1, max: MAX_SIMULATED_UPKEEPS })
  if (!parsed.ok) return SAID_AT_FIELDS
  return {
    ok: true,
    value: { kind: 'bootstrap', logReturns, blockLength: parsed.value, annualDrift: 0 },
  }
}

/** Log returns of real prices over a pool's update interval. */
export function returnsOf(series: PriceSeries, stepSec: number): Float64Array {
  const startSec = series.timesSec[0] ?? 0
  const upkeeps = upkeepsFrom(series, { startSec, stepSec })
  if (upkeeps < 2) return new Float64Array(0)
  return logReturnsOf(resamplePrices(series, { startSec, stepSec, upkeeps }).pricesWad)
}
