import type { ReplayStep } from '../../../analytics/lab/replay/replay'
import { formatAmountShort } from '../../../format/formatAmount'
import { formatGain, formatWad } from '../../../format/formatRatio'
import { computeSkewWad } from '../../../protocol/poolMetrics'
import type { PoolSnapshot } from '../../../protocol/snapshot'
import { Card } from '../../../ui/Card'
import type { ChartLine, ChartRow } from '../../../ui/charts/LinesChart'
import { Fact, Facts } from '../../../ui/Facts'
import { Tooltip } from '../../../ui/Tooltip'
import { labContent } from '../content'
import type { LabPool } from '../form/parsePool'
import { NumbersTable } from '../shared/NumbersTable'
import { lineHint } from './replayLines'
import { STAKE } from './replayRows'

const content = labContent.replay.summary

/** How each line ended, and what moved between the sides on the way. */
export function ReplaySummary({
  pool,
  start,
  steps,
  rows,
  lines,
}: {
  pool: LabPool
  start: PoolSnapshot
  steps: readonly ReplayStep[]
  rows: readonly ChartRow[]
  lines: readonly ChartLine[]
}) {
  const amount = (value: bigint) =>
    [formatAmountShort(value, pool.decimals), pool.symbol].join(' ').trim()
  const sum = (each: (step: ReplayStep) => bigint) =>
    steps.reduce((total, step) => total + each(step), 0n)
  const movedTo = (side: 'long' | 'short') =>
    sum(({ transfer }) => (transfer.to === side ? transfer.amount : 0n))
  const [startSkew, endSkew] = [computeSkewWad(start), steps.at(-1)?.skewWad]
  const keepers = sum(({ keeperReward }) => keeperReward.long + keeperReward.short)
  return (
    <Card title={content.title}>
      <NumbersTable
        label={content.title}
        columns={content.columns}
        rows={lines.map((line) => ({ key: line.key, cells: cellsOf(line, rows) }))}
      />
      <Facts>
        <Fact name={content.executed}>{steps.length.toLocaleString('en')}</Fact>
        <Fact name={content.skew}>
          {startSkew === undefined ? '—' : formatWad(startSkew, 3)} →{' '}
          {endSkew === undefined ? '—' : formatWad(endSkew, 3)}
        </Fact>
        <Fact name={content.moved}>
          {amount(movedTo('long'))} / {amount(movedTo('short'))}
        </Fact>
        <Fact name={content.fees}>
          {amount(sum(({ managementFee }) => managementFee.long + managementFee.short))}
        </Fact>
        {keepers > 0n && <Fact name={content.keepers}>{amount(keepers)}</Fact>}
      </Facts>
    </Card>
  )
}

function cellsOf(line: ChartLine, rows: readonly ChartRow[]) {
  const values = rows.flatMap(({ y }) => {
    const value = y[line.key]
    return value === undefined ? [] : [value]
  })
  const end = values.at(-1)
  const name = (
    <Tooltip key="name" text={lineHint(line.key)}>
      <span className="inline-flex items-center gap-2">
        <span
          aria-hidden="true"
          className="inline-block h-0.5 w-3"
          style={{ background: line.color }}
        />
        {line.label}
      </span>
    </Tooltip>
  )
  if (end === undefined) return [name, '—', '—', '—']
  return [
    name,
    end.toFixed(2),
    formatGain(end / STAKE - 1),
    values.reduce((least, value) => Math.min(least, value), end).toFixed(2),
  ]
}
