import { memo, useState } from 'react'
import type { ReplayStep } from '../../../analytics/lab/replay/replay'
import { formatAmountShort } from '../../../format/formatAmount'
import {
  formatPercent,
  formatPrice,
  formatTokenPrice,
  formatWad,
} from '../../../format/formatRatio'
import { formatMoment, visitorZone } from '../../../format/formatTime'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { labContent } from '../content'
import type { LabPool } from '../form/parsePool'
import { NumbersTable } from '../shared/NumbersTable'

const content = labContent.replay.table
const PER_PAGE = 12
/** The zone is named once: every time below is in it. */
const columns = content.columns(visitorZone())

/** Every rebalance with its numbers, a page at a time; each opens its arithmetic. */
export const ReplayTable = memo(function ReplayTable({
  steps,
  pool,
  nowSec,
  onPick,
}: {
  steps: readonly ReplayStep[]
  pool: LabPool
  nowSec: number
  onPick: (index: number) => void
}) {
  const [page, setPage] = useState(0)
  const pages = Math.max(1, Math.ceil(steps.length / PER_PAGE))
  const at = Math.min(page, pages - 1)
  const rows = steps.slice(at * PER_PAGE, (at + 1) * PER_PAGE).map((step) => ({
    key: step.index.toString(),
    cells: [
      <button
        key="open"
        type="button"
        className="min-h-8 underline underline-offset-4"
        aria-label={content.open(step.index.toString())}
        onClick={() => onPick(step.index)}
      >
        {step.index}
      </button>,
      formatMoment(Number(step.timestampSec), nowSec),
      formatPrice(step.indexPriceWad),
      formatPrice(step.executionPriceWad),
      formatTokenPrice(step.longTokenPriceWad),
      formatTokenPrice(step.shortTokenPriceWad),
      step.skewWad === undefined ? '—' : formatWad(step.skewWad, 3),
      step.rebalancingRateWad === undefined
        ? '—'
        : formatPercent(step.rebalancingRateWad, 2, { signed: true }),
      movedText(step, pool),
    ],
  }))
  return (
    <Card title={content.title}>
      <NumbersTable label={content.title} columns={columns} rows={rows} />
      {pages > 1 && (
        <div className="mt-3 flex items-center justify-end gap-3">
          <span className="tabular text-muted">
            {content.page((at + 1).toLocaleString('en'), pages.toLocaleString('en'))}
          </span>
          <Button disabled={at === 0} onClick={() => setPage(at - 1)}>
            {content.previous}
          </Button>
          <Button disabled={at === pages - 1} onClick={() => setPage(at + 1)}>
            {content.next}
          </Button>
        </div>
      )}
    </Card>
  )
})

function movedText({ transfer, reason }: ReplayStep, { decimals, symbol }: LabPool): string {
  if (reason !== undefined) return reason
  if (transfer.to === undefined) return '0'
  const amount = formatAmountShort(transfer.amount, decimals)
  const to = transfer.to === 'long' ? content.toLong : content.toShort
  return [amount, symbol, to].filter((text) => text !== '').join(' ')
}
