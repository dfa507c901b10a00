import { memo } from 'react'
import { formatAmountShort } from '../../../format/formatAmount'
import { formatGain, formatWad } from '../../../format/formatRatio'
import { computeSkewWad } from '../../../protocol/poolMetrics'
import { Card } from '../../../ui/Card'
import { LineSwatch } from '../../../ui/charts/LineSwatch'
import type { ChartLine } from '../../../ui/charts/LinesChart'
import { Fact, Facts } from '../../../ui/Facts'
import { Tooltip } from '../../../ui/Tooltip'
import { labContent } from '../content'
import type { LabPool } from '../form/parsePool'
import { NumbersTable } from '../shared/NumbersTable'
import { lineHint } from './replayLines'
import { type ReplayLine, STAKE, valueText } from './replayRows'
import type { ReplayTotals } from './replayTotals'
import type { ReplayState } from './useReplay'

const content = labContent.replay.summary

/** How each line ended, and what moved between the sides on the way. */
export const ReplaySummary = memo(function ReplaySummary({
  pool,
  replay: { start, steps, totals },
  lines,
}: {
  pool: LabPool
  replay: ReplayState
  lines: readonly ChartLine[]
}) {
  const amount = (value: bigint) => formatAmountShort(value, pool.decimals)
  const unit = pool.symbol === '' ? content.madeUpUnit : pool.symbol
  const [startSkew, endSkew] = [start && computeSkewWad(start), steps.at(-1)?.skewWad]
  return (
    <Card title={content.title}>
      <NumbersTable
        label={content.title}
        columns={content.columns}
        rows={lines.map((line) => ({ key: line.key, cells: cellsOf(line, totals) }))}
      />
      <div className="border-t border-line">
        <Facts>
          <Fact name={content.executed}>{steps.length.toLocaleString('en')}</Fact>
          <Fact name={content.skew}>
            {startSkew === undefined ? '—' : formatWad(startSkew, 3)} →{' '}
            {endSkew === undefined ? '—' : formatWad(endSkew, 3)}
          </Fact>
          <Fact name={content.moved(unit)}>
            {amount(totals.movedToLong)} / {amount(totals.movedToShort)}
          </Fact>
          <Fact name={content.fees(unit)}>{amount(totals.managementFees)}</Fact>
          {totals.keeperRewards > 0n && (
            <Fact name={content.keepers(unit)}>{amount(totals.keeperRewards)}</Fact>
          )}
        </Facts>
      </div>
    </Card>
  )
})

function cellsOf({ key, label, color, dash }: ChartLine, { last, lowest }: ReplayTotals) {
  const end = last[key as ReplayLine]
  return [
    <Tooltip key="name" text={lineHint(key)}>
      <span className="inline-flex items-center gap-2">
        <LineSwatch color={color} dash={dash} />
        {label}
      </span>
    </Tooltip>,
    valueText(end),
    formatGain(end / STAKE - 1),
    valueText(lowest[key as ReplayLine]),
  ]
}
