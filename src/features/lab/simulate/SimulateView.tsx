import { useEffect } from 'react'
import { POSITIONS } from '../../../analytics/lab/simulate/outcome'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { labContent } from '../content'
import { LabChoice } from '../form/LabField'
import type { LabForm } from '../form/labForm'
import type { ChangeLab } from '../form/useLabForm'
import type { LabPoolState } from '../form/useLabPool'
import type { RealPrices } from '../prices/useRealPrices'
import { CsvButton } from '../shared/CsvButton'
import { LabLayout } from '../shared/LabLayout'
import { NoChart } from '../shared/NoChart'
import { fanCsv } from './fanRows'
import { OutcomeFan } from './OutcomeFan'
import { OutcomeHistogram } from './OutcomeHistogram'
import { OutcomeTable } from './OutcomeTable'
import { SimulateControls } from './SimulateControls'
import { type AskedSimulation, type ParsedAsk, useParsedSimulation } from './useParsedSimulation'
import { type SimulationState, useSimulation } from './useSimulation'

const content = labContent.simulate
/** The order in which they are shown. */
const SHOWN = [...POSITIONS, 'index', 'owned', 'liquidity'] as const

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
  const parsed = useParsedSimulation(form, poolState.pool, prices.series)
  const asked = parsed?.ok ? parsed.asked : undefined
  const simulation = useSimulation(asked)
  const { done, run } = simulation
  const position = SHOWN.find((one) => one === form.position) ?? 'long'
  const fan = done?.result.fans[position]
  const end = done?.result.ends[position]
  const isMissing = done !== undefined && fan === undefined
  const isAwaited =
    simulation.progress !== undefined ||
    poolState.isLoading ||
    (asked !== undefined && simulation.note === undefined)
  useEffect(() => {
    if (isMissing && asked !== undefined) run(asked)
  }, [isMissing, asked, run])
  return (
    <LabLayout
      picture={
        <Card
          title={content.title}
          aside={
            <span className="flex items-center gap-2">
              <CsvButton
                name={content.csvNames.fan}
                isDisabled={fan === undefined}
                csv={() => (fan === undefined ? '' : fanCsv(fan))}
              />
              <RunButton parsed={parsed} simulation={simulation} />
            </span>
          }
        >
          <div className="mb-2 flex flex-wrap items-end justify-between gap-2">
            <p className="text-xs text-muted">{content.chart}</p>
            <LabChoice
              label={content.position}
              value={position}
              options={SHOWN.map((value) => ({ value, label: content.positions[value] }))}
              onChange={(next) => onChange({ position: next })}
            />
          </div>
          <div className="h-80 sm:h-96">
            {fan === undefined ? (
              <NoChart text={isAwaited ? undefined : content.nothing} />
            ) : (
              <OutcomeFan fan={fan} />
            )}
          </div>
          <p role="status" className="mt-2 min-h-5 text-xs text-muted">
            {statusText(parsed, simulation, !poolState.isLoading)}
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
        (done !== undefined || isAwaited) && (
          <>
            <OutcomeTable ends={done?.result.ends} />
            <OutcomeHistogram
              outcome={end}
              name={content.positions[position]}
              paths={done?.result.paths ?? 0}
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
  parsed: ParsedAsk | undefined
  simulation: SimulationState
}) {
  if (progress !== undefined) return <Button onClick={cancel}>{content.cancel}</Button>
  const asked = parsed?.ok ? parsed.asked : undefined
  return (
    <Button
      look={asked !== undefined && isOf(done, asked) ? 'secondary' : 'primary'}
      disabled={asked === undefined}
      onClick={() => asked !== undefined && run(asked)}
    >
      {content.run}
    </Button>
  )
}

/** Whether a result is of what is asked for now: one with more positions than asked for is, too. */
function isOf(done: SimulationState['done'], { input, beside }: AskedSimulation): boolean {
  return done?.asked.input === input && (beside === undefined || done.asked.beside === beside)
}

function statusText(
  parsed: ParsedAsk | undefined,
  { done, progress, note }: SimulationState,
  isPoolKnown: boolean,
): string {
  if (progress !== undefined)
    return [note, content.progress(`${Math.floor(progress * 100)}%`)].filter(Boolean).join(' ')
  if (parsed?.ok === false)
    return Object.values(parsed.problems).find((problem) => problem) ?? labContent.problems
  if (parsed === undefined) return isPoolKnown ? labContent.problems : ''
  if (done === undefined) return note ?? ''
  const isOld = !isOf(done, parsed.asked)
  return [note, isOld ? content.changed : content.estimates].filter(Boolean).join(' ')
}
