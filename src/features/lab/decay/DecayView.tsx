import { useMemo } from 'react'
import type { DecayTerms } from '../../../analytics/lab/decay/annualDecay'
import { DECAY_AXES, type DecayAxis, decayCurve } from '../../../analytics/lab/decay/decayCurve'
import { useChunked } from '../../../data/useChunked'
import { Card } from '../../../ui/Card'
import { labContent } from '../content'
import { LabChoice } from '../form/LabField'
import type { LabForm } from '../form/labForm'
import type { ChangeLab } from '../form/useLabForm'
import type { LabPoolState } from '../form/useLabPool'
import type { RealPrices } from '../prices/useRealPrices'
import { CsvButton } from '../shared/CsvButton'
import { LabLayout } from '../shared/LabLayout'
import { NumbersTable } from '../shared/NumbersTable'
import { ClaimedDecay } from './ClaimedDecay'
import { decayContent } from './content'
import { DecayChart } from './DecayChart'
import { DecayControls } from './DecayControls'
import { decayCsv } from './decayCsv'
import { axisText, percentText } from './decayText'
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
  const rows = (curve ?? []).map(({ at, simulated, formula, dailyFund }) => ({
    key: String(at),
    cells: [
      axisText(axis, at),
      `${percentText(simulated.perYear)} ± ${percentText(simulated.standardError)}`,
      percentText(formula),
      percentText(dailyFund),
    ],
  }))
  return (
    <LabLayout
      picture={
        <Card
          title={content.title}
          aside={
            <CsvButton
              name={content.csvName}
              isDisabled={rows.length === 0}
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
            {curve !== undefined && <DecayChart axis={axis} points={curve} />}
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
          <Card title={content.table}>
            <NumbersTable label={content.table} columns={columns} rows={rows} />
          </Card>
        </>
      }
    />
  )
}

function useCurve(terms: DecayTerms | undefined, axis: DecayAxis) {
  const steps = useMemo(() => terms && (() => decayCurve(terms, axis)), [terms, axis])
  const { result, isRunning } = useChunked(steps)
  // The points of another axis have no place on this one.
  return isRunning ? undefined : result
}
