import { memo, useCallback } from 'react'
import { formatPrice } from '../../../format/formatRatio'
import { formatClock } from '../../../format/formatTime'
import { Card } from '../../../ui/Card'
import LinesChart, { type ChartLine, type ChartRow } from '../../../ui/charts/LinesChart'
import { Segmented } from '../../../ui/Segmented'
import { labContent } from '../content'
import { CsvButton } from '../shared/CsvButton'
import { NoChart } from '../shared/NoChart'
import { replayCsv } from './replayCsv'
import type { ShownSide } from './replayLines'
import { STAKE, valueText } from './replayRows'
import type { ReplayState } from './useReplay'

const content = labContent.replay
const SHOWN = ['both', 'long', 'short'] as const

/** The picture of a replay, and in words what cannot be seen in it. */
export const ReplayChart = memo(function ReplayChart({
  replay,
  rows,
  lines,
  shown,
  pickedSec,
  isComputing,
  isInvalid,
  upkeeps,
  onShow,
  onPick,
}: {
  replay: ReplayState
  rows: readonly ChartRow[]
  lines: readonly ChartLine[]
  shown: ShownSide
  /** The rebalance whose arithmetic is shown. */
  pickedSec: number | undefined
  isComputing: boolean
  /** A setting has to be changed first; what is shown is of the settings before. */
  isInvalid: boolean
  /** How many there are to be. */
  upkeeps: number
  onShow: (shown: ShownSide) => void
  onPick: (index: number) => void
}) {
  const { steps, start, pool } = replay
  const startSec = Number(start?.timestampSec ?? 0n)
  const stepSec = Number(start?.updateIntervalSec ?? 1n)
  const pick = useCallback(
    (timeSec: number) => {
      const index = Math.round((timeSec - startSec) / stepSec)
      onPick(Math.min(Math.max(index, 1), steps.length))
    },
    [onPick, startSec, stepSec, steps.length],
  )
  const readout = useCallback(
    (row: ChartRow) => <Readout row={row} lines={lines} startSec={startSec} />,
    [lines, startSec],
  )
  return (
    <Card
      title={content.title}
      aside={
        <CsvButton
          name={content.csv.name}
          isDisabled={steps.length === 0 || pool === undefined}
          csv={() => replayCsv(steps, pool?.decimals ?? 0)}
        />
      }
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <p className="text-xs text-muted">{content.chart}</p>
        <Segmented
          label={content.shown.label}
          isCompact
          options={SHOWN.map((value) => ({ value, label: content.shown[value] }))}
          value={shown}
          onChange={onShow}
        />
      </div>
      <div className="h-80 sm:h-96">
        {rows.length <= 1 ? (
          <NoChart text={isInvalid ? content.nothing : undefined} />
        ) : (
          <LinesChart
            rows={rows}
            lines={lines}
            base={STAKE}
            {...(pickedSec !== undefined && { at: pickedSec })}
            onPick={pick}
            readout={readout}
          />
        )}
      </div>
      <div className="mt-2 min-h-10 text-xs text-muted">
        <p role="status" className={isInvalid ? 'text-short' : ''}>
          {isInvalid
            ? labContent.problems
            : (replay.problem ?? (isComputing && progressText(steps.length, upkeeps)))}
        </p>
        {!isInvalid && replay.problem === undefined && !isComputing && (
          <Notes replay={replay} lines={lines} shown={shown} />
        )}
      </div>
    </Card>
  )
})

function progressText(done: number, all: number): string {
  return content.progress(done.toLocaleString('en'), all.toLocaleString('en'))
}

function Readout({
  row,
  lines,
  startSec,
}: {
  row: ChartRow
  lines: readonly ChartLine[]
  startSec: number
}) {
  return (
    <>
      <p className="font-semibold">{formatClock(row.x, startSec)}</p>
      {lines.map(({ key, label, color }) => (
        <p key={key} className="flex justify-between gap-4">
          <span style={{ color }}>{label}</span>
          <span className="tabular">{row.y[key] === undefined ? '—' : valueText(row.y[key])}</span>
        </p>
      ))}
    </>
  )
}

/** What is exact, what is a model, and where the perpetual ended. */
function Notes({
  replay: { end, steps, points, totals, start, startPriceWad },
  lines,
  shown,
}: {
  replay: ReplayState
  lines: readonly ChartLine[]
  shown: ShownSide
}) {
  if (start === undefined) return null
  const hasFlows = steps.some(({ flow }) => flow.from !== undefined)
  const side = shown === 'short' ? 'perpetualShort' : 'perpetualLong'
  const endedAt = points.findIndex((point) => point[side].isLiquidated)
  const priceOf = (multiple: number) =>
    formatPrice((startPriceWad * BigInt(Math.round(multiple * 1e9))) / 10n ** 9n)
  const ended = steps[endedAt]
  const last = points.at(-1)
  return (
    <>
      <p>
        {totals.keeperRewards > 0n ? content.exactButKeeper : content.exact}{' '}
        {hasFlows && content.flowsAreModel} {content.hint}
      </p>
      {shown !== 'both' && last !== undefined && (
        <p>
          {lines.find(({ key }) => key.startsWith('perp'))?.label}:{' '}
          {ended === undefined
            ? content.liquidationAt(priceOf(last[side].liquidationPrice))
            : content.liquidated(
                formatPrice(ended.indexPriceWad),
                formatClock(Number(ended.timestampSec), Number(start.timestampSec)),
              )}
        </p>
      )}
      {end?.stoppedBy !== undefined && (
        <p className="text-warn">
          {content.stopped((end.upkeeps + 1).toLocaleString('en'), end.stoppedBy.message)}
        </p>
      )}
    </>
  )
}
