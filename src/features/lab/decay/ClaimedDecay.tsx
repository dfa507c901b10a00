import { useChunked } from '../../../data/useChunked'
import { Card } from '../../../ui/Card'
import { Skeleton } from '../../../ui/Skeleton'
import { NumbersTable } from '../shared/NumbersTable'
import { CLAIMED_FLOWS, type ClaimedRow, claimedRows } from './claimedDecay'
import { decayContent } from './content'

const content = decayContent.claimed

/** Which assumptions give the articles' 5% a year at 3x, and what others give. */
export function ClaimedDecay() {
  const { result } = useChunked(claimedRows)
  const note = result === undefined ? decayContent.real.computing : content.note
  return (
    <Card title={content.title}>
      <p className="mb-2 max-w-prose">{content.text}</p>
      <NumbersTable
        label={content.title}
        columns={content.columns}
        rows={CLAIMED_FLOWS.map((flows) => ({
          key: flows,
          cells: [content.flows[flows], ...cellsOf(result?.find((row) => row.flows === flows))],
        }))}
      />
      <p role="status" className="mt-2 max-w-prose text-xs text-muted">
        {note}
      </p>
    </Card>
  )
}

/** While they are awaited their room is kept. */
function cellsOf(row: ClaimedRow | undefined) {
  if (row === undefined) return [<Skeleton key="decay" />, <Skeleton key="volatility" />]
  const { atSixty, volatility } = row
  return [
    `${(atSixty.perYear * 100).toFixed(1)}%`,
    volatility === undefined ? content.never : `${(volatility * 100).toFixed(0)}%`,
  ]
}
