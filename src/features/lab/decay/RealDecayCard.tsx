import { useMemo } from 'react'
import type { DecayTerms } from '../../../analytics/lab/decay/annualDecay'
import { decayUpkeeps, type RealDecay, realDecay } from '../../../analytics/lab/decay/realDecay'
import { MAX_DECAY_UPKEEPS } from '../../../analytics/lab/labBounds'
import type { PriceSeries } from '../../../analytics/lab/prices/priceSeries'
import { usualStepSec } from '../../../analytics/lab/prices/sortPrices'
import { useChunked } from '../../../data/useChunked'
import { formatInterval } from '../../../format/formatTime'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { labContent } from '../content'
import type { ChangeLab } from '../form/useLabForm'
import { CsvButton } from '../shared/CsvButton'
import { NumbersTable } from '../shared/NumbersTable'
import { decayContent } from './content'
import { realDecayCsv } from './decayCsv'
import { percentText } from './decayText'
import { VOLATILITY_BOUNDS } from './parseDecay'

const content = decayContent.real
const DAY_SEC = 86_400

/** What real prices did to a pool: their volatility, what was lost on them, and what the model says at that volatility. */
export function RealDecayCard({
  terms,
  series,
  onChange,
}: {
  /** Undefined while the fields have none. */
  terms: DecayTerms | undefined
  /** Undefined while no prices are loaded. */
  series: PriceSeries | undefined
  onChange: ChangeLab
}) {
  const upkeeps = terms && series && decayUpkeeps(series, terms.updateIntervalSec)
  const isTooLong = upkeeps !== undefined && upkeeps > MAX_DECAY_UPKEEPS
  const steps = useMemo(
    () => (terms && series && !isTooLong ? () => realDecay(terms, series) : undefined),
    [terms, series, isTooLong],
  )
  const { result, isRunning } = useChunked(steps)
  const periods = steps === undefined || isRunning ? undefined : result
  const rows = (periods ?? []).map(toRow)
  const volatility = periods?.[0]?.volatility.value
  return (
    <Card
      title={content.title}
      aside={
        <CsvButton
          name={content.csvName}
          isDisabled={rows.length === 0}
          csv={() => realDecayCsv(periods ?? [])}
        />
      }
    >
      {rows.length > 0 && (
        <NumbersTable label={content.title} columns={content.columns} rows={rows} />
      )}
      {volatility !== undefined && isUsable(volatility) && (
        <Button
          className="mt-3"
          onClick={() => onChange({ volatility: (volatility * 100).toFixed(1) })}
        >
          {content.useVolatility}
        </Button>
      )}
      <div role="status" className="mt-2 max-w-prose space-y-1 text-xs text-muted">
        {statusTexts({ terms, series, upkeeps, isTooLong, periods }).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </Card>
  )
}

function toRow({ startSec, endSec, year, volatility, real, model }: RealDecay) {
  const name = year === undefined ? content.all : String(year)
  return {
    key: name,
    cells: [
      name,
      daysText((endSec - startSec) / DAY_SEC),
      `${percentText(volatility.value)} ± ${percentText(volatility.standardError)}`,
      ...(real === undefined
        ? [content.tooShort, content.tooShort, content.tooShort]
        : [real.mean, real.long, real.short].map(percentText)),
      `${percentText(model.perYear)} ± ${percentText(model.standardError)}`,
    ],
  }
}

/** With a decimal of a few days: ten hours aren’t 0 days. */
function daysText(days: number): string {
  return days.toLocaleString('en', { maximumFractionDigits: days < 10 ? 1 : 0 })
}

function isUsable(volatility: number): boolean {
  return volatility * 100 >= VOLATILITY_BOUNDS.min && volatility * 100 <= VOLATILITY_BOUNDS.max
}

function statusTexts({
  terms,
  series,
  upkeeps = 0,
  isTooLong,
  periods,
}: {
  terms: DecayTerms | undefined
  series: PriceSeries | undefined
  upkeeps: number | undefined
  isTooLong: boolean
  periods: readonly RealDecay[] | undefined
}): readonly string[] {
  if (series === undefined) return [content.noPrices]
  if (terms === undefined) return [labContent.problems]
  if (isTooLong)
    return [content.tooLong(upkeeps.toLocaleString('en'), MAX_DECAY_UPKEEPS.toLocaleString('en'))]
  if (periods === undefined) return [content.computing]
  if (periods.length === 0) return [content.tooFew]
  const usual = usualStepSec(series.timesSec) ?? 0
  return [
    content.note,
    ...(periods.some(({ real }) => real === undefined) ? [content.tooShortNote] : []),
    ...(usual > terms.updateIntervalSec
      ? [content.coarse(formatInterval(BigInt(Math.round(usual))))]
      : []),
  ]
}
