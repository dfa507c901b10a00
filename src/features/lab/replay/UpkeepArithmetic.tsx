import { useEffect, useRef } from 'react'
import { type ExplainedValue, explainUpkeep } from '../../../analytics/lab/replay/explainUpkeep'
import type { ReplayStep } from '../../../analytics/lab/replay/replay'
import { formatPlain } from '../../../format/formatAmount'
import { formatQuad } from '../../../format/formatQuad'
import { WAD_DECIMALS } from '../../../protocol/wad'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { labContent } from '../content'
import type { LabPool } from '../form/parsePool'
import { NumbersTable } from '../shared/NumbersTable'

const content = labContent.replay.arithmetic

/** The arithmetic of one rebalance, line by line, in the names of the Solidity code. */
export function UpkeepArithmetic({
  step,
  pool,
  onClose,
}: {
  step: ReplayStep
  pool: LabPool
  onClose: () => void
}) {
  const card = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is shown in the same place, and is to be found too
  useEffect(() => {
    card.current?.focus({ preventScroll: true })
    // From a row of the table it opens far above, and it is taller than many a window: its title is what has to be seen.
    card.current?.scrollIntoView({ block: 'start' })
  }, [step.index])
  const rows = explainUpkeep(step).map(({ name, expression, value, source }, index) => ({
    key: `${index} ${name}`,
    cells: [
      <code key="name" className="text-xs">
        {name}
      </code>,
      <span key="value" translate="no">
        {valueText(value, pool)}
      </span>,
      <code key="how" className="block min-w-40 text-left text-xs whitespace-normal text-muted">
        {expression}
      </code>,
      <code key="source" className="text-xs whitespace-normal text-muted">
        {source}
      </code>,
    ],
  }))
  return (
    <Card
      ref={card}
      title={content.title(step.index.toLocaleString('en'))}
      aside={
        <Button look="quiet" onClick={onClose}>
          {content.close}
        </Button>
      }
    >
      <NumbersTable label={content.table} columns={content.columns} rows={rows} />
      <p className="mt-2 text-xs text-muted">{content.note}</p>
    </Card>
  )
}

/** More digits of a ratio tell nothing: binary128 has 34. */
const MOST_DIGITS = 42

/** The exact value of a line: amounts and prices in full, ratios as far as a binary128 number goes. */
function valueText(value: ExplainedValue, { decimals, symbol }: LabPool): string {
  switch (value.kind) {
    case 'units':
      return `${formatPlain(value.units, decimals)} ${symbol}`.trim()
    case 'price':
      return formatPlain(value.wad, WAD_DECIMALS)
    case 'ratio':
      return cut(formatQuad(value.quad))
    case 'rate':
      return cut(formatQuad(value.quad, WAD_DECIMALS))
  }
}

function cut(digits: string): string {
  return digits.length > MOST_DIGITS ? `${digits.slice(0, MOST_DIGITS)}…` : digits
}
