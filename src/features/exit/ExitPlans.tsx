import { type ReactNode, useId } from 'react'
import type { ExitPlan } from '../../analytics/exit/exitOutcome'
import { OutlookError } from '../../analytics/outlook'
import type { TokenFacts } from '../../chain/poolFacts'
import { formatPercent } from '../../format/formatRatio'
import { formatClock } from '../../format/formatTime'
import { WAD } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { StatusBadge } from '../../ui/StatusBadge'
import { exitContent } from './content'
import { offeredRows } from './offeredRows'
import { EXIT_MOVES, type PlanRow, type PlanTable, transactionsToSend } from './planTable'

const content = exitContent.plans
/** With a space at which no line ends. */
const ABOUT = '≈\u00a0'

/** The plans beside each other at three prices of the index. Where nothing is overdue there is but one: a keeper follows it. */
export function ExitPlans({
  table,
  plan: chosen,
  isKept,
  isBurned,
  token,
  isAveraged,
  hasQueuedTokens,
  nowSec,
  onChoose,
}: {
  table: PlanTable | OutlookError
  plan: ExitPlan
  /** No rebalance is overdue: plans that need a pool without keepers are not offered, unless one has been chosen. */
  isKept: boolean
  /** Nothing is left to burn, only to wait for. */
  isBurned: boolean
  token: TokenFacts
  isAveraged: boolean
  /** Whether mints or flips of the account are queued, which bring tokens. */
  hasQueuedTokens: boolean
  nowSec: number
  onChoose: (plan: ExitPlan) => void
}) {
  if (table instanceof OutlookError)
    return (
      <Card title={content.title}>
        <p className="text-muted">{content.none(table.message)}</p>
      </Card>
    )
  const plan = isBurned && chosen === 'catchUpFirst' ? 'burnFirst' : chosen
  const { decimals } = token
  const rows = offeredRows(table, { chosen: plan, isKept, isBurned, decimals })
  const names = isKept ? content.keptNames : isBurned ? content.burnedNames : content.names
  const isOnly = rows.length === 1
  const title = isOnly ? content.onlyTitle : content.title
  return (
    <Card title={title}>
      {isOnly && <p className="mb-2">{isKept ? content.kept : content.same}</p>}
      <fieldset className="divide-y divide-line">
        <legend className="sr-only">{title}</legend>
        {rows.map((row) => (
          <PlanChoice
            key={row.plan}
            row={row}
            isChosen={row.plan === plan}
            name={names[row.plan]}
            isBest={!isKept && table.isBestAlone && row.plan === table.best}
            isOnly={isOnly}
            isKept={isKept}
            token={token}
            nowSec={nowSec}
            onChoose={onChoose}
          />
        ))}
      </fieldset>
      <p className="mt-2 max-w-prose text-xs text-muted">
        {content.caption}
        {hasQueuedTokens && ` ${content.without}`}
        {isAveraged && !isOnly && ` ${content.sma}`}
        {!isOnly && ` ${content.alone}`}
      </p>
    </Card>
  )
}

function PlanChoice({
  row: { plan, outcomes },
  name,
  isChosen,
  isBest,
  isOnly,
  isKept,
  token,
  nowSec,
  onChoose,
}: {
  row: PlanRow
  name: string
  isChosen: boolean
  isBest: boolean
  isOnly: boolean
  isKept: boolean
  token: TokenFacts
  nowSec: number
  onChoose: (plan: ExitPlan) => void
}) {
  const id = useId()
  const still = outcomes[EXIT_MOVES.indexOf(0)]
  const { columns } = content
  return (
    <div className="py-3">
      {!isOnly && (
        <div className="flex flex-wrap items-baseline gap-x-3">
          <label
            htmlFor={id}
            className="flex min-h-9 cursor-pointer items-center gap-2 font-medium"
          >
            <input
              id={id}
              type="radio"
              name="exit-plan"
              checked={isChosen}
              onChange={() => onChoose(plan)}
            />
            {name}
          </label>
          {isBest && <StatusBadge tone="good">{content.best}</StatusBadge>}
        </div>
      )}
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3 lg:grid-cols-6">
        {outcomes.map(({ settlement }, index) => (
          <Figure key={EXIT_MOVES[index]} name={moveName(EXIT_MOVES[index] ?? 0)}>
            {ABOUT}
            <Amount value={settlement} token={token} />
          </Figure>
        ))}
        {still !== undefined && (
          <>
            <Figure name={columns.when}>{formatClock(Number(still.atSec), nowSec)}</Figure>
            <Figure name={columns.transactions}>{transactionsToSend(still, isKept)}</Figure>
            <Figure name={columns.rewards}>
              {ABOUT}
              <Amount value={still.rewards} token={token} />
            </Figure>
          </>
        )}
      </dl>
    </div>
  )
}

function moveName(move: number): string {
  if (move === 0) return content.columns.still
  return content.columns.move(formatPercent((BigInt(move) * WAD) / 10_000n, 0, { signed: true }))
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  )
}
