import { useMemo } from 'react'
import type { PriceSeries } from '../../../analytics/lab/prices/priceSeries'
import { POSITIONS } from '../../../analytics/lab/simulate/outcome'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Segmented } from '../../../ui/Segmented'
import { labContent } from '../content'
import type { LabForm } from '../form/labForm'
import type { ChangeLab } from '../form/useLabForm'
import type { LabPoolState } from '../form/useLabPool'
import type { RealPrices } from '../prices/useRealPrices'
import { CsvButton } from '../shared/CsvButton'
import { LabLayout } from '../shared/LabLayout'
import { fanCsv, OutcomeFan } from './OutcomeFan'
import { OutcomeHistogram } from './OutcomeHistogram'
import { OutcomeTable } from './OutcomeTable'
import { type ParsedSimulation, parseSimulation, SIMULATION_FIELDS } from './parseSimulation'
import { SimulateControls } from './SimulateControls'
import { type SimulationState, useSimulation } from './useSimulation'

const content = labContent.simulate
/** The order in which they are shown. */
const SHOWN = [...POSITIONS, 'index'] as const

/** What could happen to a pool: many paths of the index, and the outcomes of all of them. */
export function SimulateView({
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
  const parsed = useParsedSimulation(form, poolState, prices.series)
  const simulation = useSimulation(parsed?.ok ? parsed.input : undefined)
  const { done } = simulation
  const position = SHOWN.find((one) => one === form.position) ?? 'long'
  return (
    <LabLayout
      picture={
        <Card
          title={content.title}
          aside={
            <span className="flex items-center gap-2">
              <CsvButton
                name={content.csvNames.fan}
                isDisabled={done === undefined}
                csv={() => (done === undefined ? '' : fanCsv(done.result.fans[position]))}
              />
              <RunButton parsed={parsed} simulation={simulation} />
            </span>
          }
        >
          <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
            <p className="text-xs text-muted">{content.chart}</p>
            <Segmented
              label={content.position}
              isCompact
              options={SHOWN.map((value) => ({ value, label: content.positions[value] }))}
              value={position}
              onChange={(next) => onChange({ position: next })}
            />
          </div>
          <div className="h-80 sm:h-96">
            {done !== undefined && <OutcomeFan fan={done.result.fans[position]} />}
          </div>
          <p role="status" className="mt-2 min-h-5 text-xs text-muted">
            {statusText(parsed, simulation)}
          </p>
        </Card>
      }
      controls={
        <SimulateControls
          form={form}
          poolState={poolState}
          prices={prices}
          problems={parsed?.ok === false ? parsed.problems : {}}
          onChange={onChange}
        />
      }
      numbers={
        done !== undefined && (
          <>
            <OutcomeTable result={done.result} />
            <OutcomeHistogram
              outcome={done.result.ends[position]}
              name={content.positions[position]}
              paths={done.result.paths}
            />
          </>
        )
      }
    />
  )
}

function RunButton({
  parsed,
  simulation: { done, progress, run, cancel },
}: {
  parsed: ParsedSimulation | undefined
  simulation: SimulationState
}) {
  if (progress !== undefined) return <Button onClick={cancel}>{content.cancel}</Button>
  const input = parsed?.ok ? parsed.input : undefined
  const isShown = input !== undefined && done?.input === input
  return (
    <Button
      look={isShown ? 'secondary' : 'primary'}
      disabled={input === undefined}
      onClick={() => input !== undefined && run(input)}
    >
      {content.run}
    </Button>
  )
}

function statusText(
  parsed: ParsedSimulation | undefined,
  { done, progress, note }: SimulationState,
): string {
  if (progress !== undefined)
    return [note, content.progress(`${Math.floor(progress * 100)}%`)].filter(Boolean).join(' ')
  if (parsed?.ok === false)
    return Object.values(parsed.problems).find((problem) => problem) ?? labContent.problems
  const isOld = parsed?.ok && done !== undefined && done.input !== parsed.input
  return [note, isOld ? content.changed : content.estimates].filter(Boolean).join(' ')
}

/** The same until a field changes that it depends on. */
function useParsedSimulation(
  form: LabForm,
  { pool }: LabPoolState,
  series: PriceSeries | undefined,
): ParsedSimulation | undefined {
  const key = SIMULATION_FIELDS.map((field) => form[field]).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields that it depends on, not the form as a whole
  return useMemo(() => pool && parseSimulation(form, pool, series), [key, pool, series])
}
