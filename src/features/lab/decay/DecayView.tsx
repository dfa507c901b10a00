import { useMemo } from 'react'
import type { DecayTerms } from '../../../analytics/lab/decay/annualDecay'
import {
  AXIS_VALUES,
  DECAY_AXES,
  type DecayAxis,
  type DecayPoint,
  decayCurve,
} from '../../../analytics/lab/decay/decayCurve'
import { useChunked } from '../../../data/useChunked'
import { Card } from '../../../ui/Card'
import { Skeleton } from '../../../ui/Skeleton'
import { labContent } from '../content'
import { LabChoice } from '../form/LabField'
import type { LabForm } from '../form/labForm'
import type { ChangeLab } from '../form/useLabForm'
import type { LabPoolState } from '../form/useLabPool'
import type { RealPrices } from '../prices/useRealPrices'
import { CsvButton } from '../shared/CsvButton'
import { LabLayout } from '../shared/LabLayout'
import { NoChart } from '../shared/NoChart'
import { NumbersTable } from '../shared/NumbersTable'
import { ClaimedDecay } from './ClaimedDecay'
import { decayContent } from './content'
import { DecayChart } from './DecayChart'
import { DecayControls } from './DecayControls'
import { decayCsv } from './decayCsv'
import { axisText, percentText, termsText } from './decayText'
import { parseDecay } from './parseDecay'
import { RealDecayCard } from './RealDecayCard'

const content = decayContent

/** Volatility decay per year, against all that it depends on. */
export function DecayView({
  form,
  poolState,
  prices,
  onChange,
}: {
  form: LabForm
  poolState: LabPoolState
  prices: RealPrices
  onChange: ChangeLab
}) {
  const { leverage, volatility, sma, interval, decayFlows: flows, halfLife, mint, burn } = form
  const parsed = useMemo(
    () => parseDecay({ leverage, volatility, sma, interval, flows, halfLife, mint, burn }),
    [leverage, volatility, sma, interval, flows, halfLife, mint, burn],
  )
  const axis = DECAY_AXES.find((one) => one === form.against) ?? 'leverage'
  const terms = parsed.ok ? parsed.terms : undefined
  const curve = useCurve(terms, axis)
  const columns = content.columns(content.axes[axis])
  const rows = AXIS_VALUES[axis].map((at) => ({
    key: String(at),
    cells: [axisText(axis, at), ...cellsOf(curve?.find((point) => point.at === at))],
  }))
  return (
    <LabLayout
      picture={
        <Card
          title={content.title}
          aside={
            <CsvButton
              name={content.csvName}
              isDisabled={curve === undefined}
              csv={() => decayCsv(curve ?? [])}
            />
          }
        >
          <div className="mb-2 max-w-64">
            <LabChoice
              label={content.against}
              value={axis}
              options={DECAY_AXES.map((value) => ({ value, label: content.axes[value] }))}
              onChange={(against) => onChange({ against })}
            />
          </div>
          <div className="h-80 sm:h-96">
            {curve === undefined ? (
              <NoChart text={parsed.ok ? undefined : content.nothing} />
            ) : (
              <DecayChart axis={axis} points={curve} />
            )}
          </div>
          <p role="status" className="mt-2 text-xs text-muted">
            {parsed.ok ? content.note : labContent.problems}
          </p>
        </Card>
      }
      controls={
        <DecayControls
          form={form}
          poolState={poolState}
          prices={prices}
          problems={parsed.ok ? {} : parsed.problems}
          onChange={onChange}
        />
      }
      numbers={
        <>
          <RealDecayCard terms={terms} series={prices.series} onChange={onChange} />
          <ClaimedDecay />
          {terms !== undefined && (
            <Card title={content.table}>
              <p className="mb-2 text-muted">{termsText(terms, axis)}</p>
              <NumbersTable label={content.table} columns={columns} rows={rows} />
              <p className="mt-2 max-w-prose text-xs text-muted">{content.dailyFundNote}</p>
            </Card>
          )}
        </>
      }
    />
  )
}

/** While they are awaited their room is kept. */
function cellsOf(point: DecayPoint | undefined) {
  if (point === undefined)
    return ['simulated', 'formula', 'dailyFund'].map((key) => <Skeleton key={key} />)
  const { simulated, formula, dailyFund } = point
  return [
    `${percentText(simulated.perYear)} ± ${percentText(simulated.standardError)}`,
    percentText(formula),
    percentText(dailyFund),
  ]
}

function useCurve(terms: DecayTerms | undefined, axis: DecayAxis) {
  const steps = useMemo(() => terms && (() => decayCurve(terms, axis)), [terms, axis])
  const { result, isRunning } = useChunked(steps)
  // The points of another axis have no place on this one.
  return isRunning ? undefined : result
}
