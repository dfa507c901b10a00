import { useMemo, useState } from 'react'
import { MAX_REPLAY_UPKEEPS } from '../../../analytics/lab/labBounds'
import { pathThroughPoints } from '../../../analytics/lab/prices/pathThroughPoints'
import { presetPath } from '../../../analytics/lab/prices/presetPath'
import type { PricePath } from '../../../analytics/lab/prices/pricePath'
import type { PriceSeries } from '../../../analytics/lab/prices/priceSeries'
import { resamplePrices, upkeepsFrom } from '../../../analytics/lab/prices/resamplePrices'
import { labContent } from '../content'
import type { LabForm } from '../form/labForm'
import { type Parsed, parseSpan, parseWhole } from '../form/parseField'
import type { LabPool } from '../form/parsePool'
import { parsePoints } from './parsePoints'

const content = labContent.path
const DAY_SEC = 86_400
const MAX_LENGTH_SEC = 3 * 366 * DAY_SEC
export const MAX_SEED = 2 ** 31

/** How many rebalances a length has; the problem where that is none, or too many. */
export function parseUpkeeps(length: string, intervalSec: number, most: number): Parsed<number> {
  const parsed = parseSpan(length, 60, MAX_LENGTH_SEC)
  if (!parsed.ok) return parsed
  const upkeeps = Math.floor(parsed.value / intervalSec)
  if (upkeeps < 1) return { ok: false, problem: labContent.tooFewUpkeeps }
  if (upkeeps > most) {
    const problem = labContent.tooManyUpkeeps(
      upkeeps.toLocaleString('en'),
      most.toLocaleString('en'),
    )
    return { ok: false, problem }
  }
  return { ok: true, value: upkeeps }
}

/** The path of the index that a replay runs on. */
export interface LabPath {
  /** Undefined where the fields say none. */
  readonly path: PricePath | undefined
  /** Why there is none, by field. */
  readonly problems: Readonly<
    Partial<Record<'length' | 'points' | 'seed' | 'path' | 'from', string>>
  >
}

/**
 * @param series Real prices, where the path is to be of them; undefined until there are any
 */
export function useLabPath(
  form: LabForm,
  pool: LabPool | undefined,
  series: PriceSeries | undefined,
): LabPath {
  const [nowSec] = useState(() => Math.floor(Date.now() / 1_000))
  const { path, points, length, from, seed } = form
  return useMemo(() => {
    if (pool === undefined) return { path: undefined, problems: {} }
    return toPath({ path, points, length, from, seed }, pool, series, nowSec)
  }, [path, points, length, from, seed, pool, series, nowSec])
}

type PathFields = Pick<LabForm, 'path' | 'points' | 'length' | 'from' | 'seed'>

function toPath(
  { path, points, length, from, seed }: PathFields,
  { snapshot, priceWad }: LabPool,
  series: PriceSeries | undefined,
  nowSec: number,
): LabPath {
  const none = (problems: LabPath['problems']): LabPath => ({ path: undefined, problems })
  const stepSec = Number(snapshot.updateIntervalSec)
  const upkeeps = parseUpkeeps(length, stepSec, Math.min(MAX_REPLAY_UPKEEPS, MOST_REPLAYED))
  if (!upkeeps.ok) return none({ length: upkeeps.problem })
  const times = { startSec: nowSec, stepSec, upkeeps: upkeeps.value }
  if (path === 'file' || path === 'past')
    return series === undefined ? none({}) : excerpt(series, from, times)
  if (path === 'points') {
    const parsed = parsePoints(points, priceWad, upkeeps.value)
    if (!parsed.ok) return none({ points: parsed.problem })
    return { path: pathThroughPoints(parsed.value, times), problems: {} }
  }
  const parsedSeed = parseWhole(seed, { min: 0, max: MAX_SEED })
  if (!parsedSeed.ok) return none({ seed: parsedSeed.problem })
  const made = presetPath(path, { ...times, startPriceWad: priceWad, seed: parsedSeed.value })
  return { path: made, problems: {} }
}

/** A year of hourly rebalances: more would only be drawn over each other. */
export const MOST_REPLAYED = 8_784

/** The part of real prices that is asked for, as long as there are any. */
function excerpt(
  series: PriceSeries,
  from: string,
  times: { readonly stepSec: number; readonly upkeeps: number },
): LabPath {
  const [first = 0, last = 0] = [series.timesSec[0], series.timesSec.at(-1)]
  const startSec =
    from === '' ? Math.max(first, last - times.stepSec * times.upkeeps) : dayStart(from)
  if (startSec === undefined || startSec > last || startSec + DAY_SEC <= first)
    return { path: undefined, problems: { from: content.badFrom } }
  const begin = Math.max(first, startSec)
  const upkeeps = Math.min(
    times.upkeeps,
    upkeepsFrom(series, { startSec: begin, stepSec: times.stepSec }),
  )
  if (upkeeps < 1) return { path: undefined, problems: { length: content.tooFewPrices } }
  return {
    path: resamplePrices(series, { startSec: begin, stepSec: times.stepSec, upkeeps }),
    problems: {},
  }
}

/** The first second of a day in UTC. */
export function dayStart(date: string): number | undefined {
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms / 1_000
}
