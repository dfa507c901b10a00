import { type ReactNode, useMemo, useState } from 'react'
import { logKey } from '../../../chain/history/poolEvent'
import type { PoolHistoryState } from '../../../chain/history/poolHistoryState'
import type { PoolFacts } from '../../../chain/poolFacts'
import { formatClock } from '../../../format/formatTime'
import { Button } from '../../../ui/Button'
import { Name } from '../../../ui/Name'
import { ScrollArea } from '../../../ui/ScrollArea'
import { Tooltip } from '../../../ui/Tooltip'
import { poolContent } from '../content'
import { AttemptRow } from './AttemptRow'
import { type HistoryReach, isReadSince } from './historyReach'
import { pastAttempts } from './pastAttempts'
import { readingText } from './readingText'
import { priceName } from './series'
import { useConnectedPast } from './useConnectedPast'

const PAGE = 8
const content = poolContent.past

/** What the last upkeeps did, which failed and why, and who performed them. */
export function PastUpkeeps({
  facts,
  history,
  nowSec,
}: {
  facts: PoolFacts
  history: PoolHistoryState
  nowSec: number
}) {
  const [shown, setShown] = useState(PAGE)
  const reach = useConnectedPast(history)
  const attempts = useMemo(() => pastAttempts(reach.upkeeps, reach.failedUpkeeps), [reach])
  const symbol = <Name of={facts.settlementToken.symbol} />
  return (
    <>
      {attempts.length > 0 && (
        <ScrollArea label={content.table}>
          <table className="w-full text-xs">
            <thead className="text-muted">
              <tr className="border-b border-line align-bottom">
                <Column isText>{content.time}</Column>
                <Column unit={facts.quote}>{priceName(facts.oracle)}</Column>
                <Column unit={symbol} hint={content.changeHint}>
                  {content.longSide}
                </Column>
                <Column unit={symbol} hint={content.changeHint}>
                  {content.shortSide}
                </Column>
                <Column unit={symbol} hint={content.feeHint}>
                  {content.fee}
                </Column>
                <Column isText>{content.keeper}</Column>
                <Column unit={symbol}>{content.reward}</Column>
              </tr>
            </thead>
            <tbody>
              {attempts.slice(0, shown).map((attempt) => (
                <AttemptRow
                  key={logKey(attempt.record)}
                  attempt={attempt}
                  facts={facts}
                  nowSec={nowSec}
                />
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      <p className="mt-2 min-h-8 text-xs text-muted sm:min-h-4">
        {historyRangeText(history, reach, nowSec)}
      </p>
      {attempts.length > shown && (
        <Button look="quiet" className="mt-2 -ml-3" onClick={() => setShown(shown + PAGE * 4)}>
          {content.more}
        </Button>
      )}
    </>
  )
}

/** How far back the list goes, and what becomes of the rest. */
function historyRangeText(history: PoolHistoryState, reach: HistoryReach, nowSec: number): string {
  const { oldestSec } = reach
  const since =
    oldestSec === undefined ? content.noneLoaded : content.since(formatClock(oldestSec, nowSec))
  if (isReadSince(history, reach, 0) && history.isComplete)
    return oldestSec === undefined ? content.noneEver : content.first(since)
  if (history.progress < 1)
    return oldestSec === undefined
      ? `${since} ${readingText(history)}`
      : content.soFar(since, readingText(history))
  return oldestSec === undefined ? content.noneInRange : content.older(since)
}

function Column({
  unit,
  hint,
  isText = false,
  children,
}: {
  unit?: ReactNode
  hint?: string
  isText?: boolean
  children: ReactNode
}) {
  return (
    <Tooltip text={hint}>
      <th
        scope="col"
        className={`py-1.5 pr-4 font-medium whitespace-nowrap last:pr-0 ${isText ? 'text-left' : 'text-right'}`}
      >
        {children}
        {unit !== undefined && <span className="block font-normal">{unit}</span>}
      </th>
    </Tooltip>
  )
}
