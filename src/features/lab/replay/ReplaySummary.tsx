import { memo, type ReactNode } from 'react'
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
  const amount = (value: bigint) => (
    <span className="whitespace-nowrap">{formatAmountShort(value, pool.decimals)}</span>
  )
  const unit = pool.symbol === '' ? content.madeUpUnit : pool.symbol
  const startSkew = start && computeSkewWad(start)
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
            <Pair first={skewText(startSkew)} sign="→" second={skewText(steps.at(-1)?.skewWad)} />
          </Fact>
          <Fact name={content.moved(unit)}>
            <Pair
              first={amount(totals.movedToLong)}
              sign="/"
              second={amount(totals.movedToShort)}
            />
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

/** Two figures, on two lines where there is no room for both on one; the sign stays with the first. */
function Pair({ first, sign, second }: { first: ReactNode; sign: string; second: ReactNode }) {
  return (
    <>
      <span className="whitespace-nowrap">
        {first} {sign}
      </span>{' '}
      <span className="whitespace-nowrap">{second}</span>
    </>
  )
}

function skewText(skewWad: bigint | undefined): string {
  return skewWad === undefined ? '—' : formatWad(skewWad, 3)
}

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
