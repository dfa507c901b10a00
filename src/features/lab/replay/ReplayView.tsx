import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { SectionBoundary } from '../../../ui/SectionBoundary'
import { labContent } from '../content'
import { parseFlows } from '../form/FlowFields'
import type { LabForm } from '../form/labForm'
import { type LabPool, poolLeverageOf } from '../form/parsePool'
import type { ChangeLab } from '../form/useLabForm'
import type { LabPoolState } from '../form/useLabPool'
import { type LabPath, useLabPath } from '../prices/useLabPath'
import type { RealPrices } from '../prices/useRealPrices'
import { LabLayout } from '../shared/LabLayout'
import { parseComparison, toComparison } from './parseComparison'
import { ReplayChart } from './ReplayChart'
import { ReplayControls } from './ReplayControls'
import { ReplaySummary } from './ReplaySummary'
import { ReplayTable } from './ReplayTable'
import { replayLines, type ShownSide } from './replayLines'
import { replayRows } from './replayRows'
import { UpkeepArithmetic } from './UpkeepArithmetic'
import { useReplay } from './useReplay'

/** What a path of the index would have done to a pool, rebalance by rebalance. */
export function ReplayView({
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
  const { pool } = poolState
  // A key that is typed is shown at once; what follows from it comes after it.
  const settled = useDeferredValue(useMemo(() => ({ form, pool }), [form, pool]))
  const { path, problems } = useLabPath(settled.form, settled.pool, prices.series)
  const run = useReplayRun(settled.form, settled.pool, path)
  const replay = useReplay(run)
  // After the chart, and not in the same task.
  const numbers = useDeferredValue(replay)
  const [shown, setShown] = useState<ShownSide>('both')
  const [picked, setPicked] = useState<number>()
  const opener = useRef<Element>(null)
  const pick = useCallback((index: number) => {
    opener.current = document.activeElement
    setPicked(index)
  }, [])
  const close = () => {
    setPicked(undefined)
    if (opener.current instanceof HTMLElement || opener.current instanceof SVGElement)
      opener.current.focus()
  }
  const leverage = poolLeverageOf(pool)?.toString() ?? ''
  const perp = run?.comparison.perpetualLeverage?.toFixed(1).replace(/\.0$/, '') ?? leverage
  const lines = useMemo(() => replayLines(shown, { pool: leverage, perp }), [shown, leverage, perp])
  const rows = useMemo(
    () => (replay.start === undefined ? [] : replayRows(replay.start, replay.steps, replay.points)),
    [replay],
  )
  const step = picked === undefined ? undefined : numbers.steps[picked - 1]
  return (
    <LabLayout
      picture={
        <ReplayChart
          replay={replay}
          rows={rows}
          lines={lines}
          shown={shown}
          pickedSec={step && Number(step.timestampSec)}
          isComputing={run !== undefined && replay.end === undefined}
          isInvalid={run === undefined && isInvalid(form, poolState, problems)}
          upkeeps={path === undefined ? 0 : path.pricesWad.length - 1}
          onShow={setShown}
          onPick={pick}
        />
      }
      controls={
        <ReplayControls
          form={form}
          poolState={poolState}
          pathProblems={problems}
          prices={prices}
          onChange={onChange}
        />
      }
      numbers={
        run !== undefined &&
        numbers.pool !== undefined && (
          <SectionBoundary what={labContent.replay.summary.section}>
            {step !== undefined && (
              <UpkeepArithmetic step={step} pool={numbers.pool} onClose={close} />
            )}
            <ReplaySummary pool={numbers.pool} replay={numbers} lines={lines} />
            <ReplayTable
              steps={numbers.steps}
              pool={numbers.pool}
              nowSec={Number(numbers.start?.timestampSec ?? 0n)}
              onPick={pick}
            />
          </SectionBoundary>
        )
      }
    />
  )
}

/** Whether a setting has to be changed before there is anything to replay; a pool or a file that is still awaited is no such thing. */
function isInvalid(
  form: LabForm,
  { pool, isLoading }: LabPoolState,
  problems: LabPath['problems'],
): boolean {
  if (pool === undefined) return !isLoading
  const hasPathProblem = Object.values(problems).some((problem) => problem !== undefined)
  return hasPathProblem || !parseFlows(form).ok || !parseComparison(form, poolLeverageOf(pool)).ok
}

/** The same run until a field changes that it depends on: another one computes everything again. */
function useReplayRun(form: LabForm, pool: LabPool | undefined, path: LabPath['path']) {
  const { flows, halfLife, margin, maintenance, funding } = form
  return useMemo(() => {
    const parsedFlows = parseFlows({ flows, halfLife })
    const comparison = parseComparison({ margin, maintenance, funding }, poolLeverageOf(pool))
    if (pool === undefined || path === undefined || !parsedFlows.ok || !comparison.ok)
      return undefined
    const { snapshot } = pool
    const { keeper } = snapshot
    return {
      pool,
      input: {
        pool: snapshot,
        path,
        flows: parsedFlows.value,
        ...(keeper !== undefined && { keeper }),
      },
      comparison: toComparison(comparison.values),
    }
  }, [pool, path, flows, halfLife, margin, maintenance, funding])
}
