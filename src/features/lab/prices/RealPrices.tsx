import { useId } from 'react'
import { MAX_CSV_ROWS } from '../../../analytics/lab/labBounds'
import type { PriceProblem } from '../../../analytics/lab/prices/priceProblem'
import { Button } from '../../../ui/Button'
import { labContent } from '../content'
import type { FeedPastState } from './useFeedPast'
import type { PriceFile } from './usePriceFile'

const content = labContent.path
const MOST_LISTED = 6
const SHORT_SEC = 3 * 86_400

/** The file of prices, what could be read of it, and what could not, by line. */
export function FileFields({ file }: { file: PriceFile }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-0.5 block text-xs text-muted">
        {content.file}
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        className="w-full text-xs file:mr-2 file:rounded file:border file:border-line file:bg-raised file:px-2 file:py-1.5 file:text-ink"
        onChange={(event) => file.choose(event.target.files?.[0])}
      />
      <p className="mt-1 text-xs text-muted">{content.fileHint}</p>
      <div role="status" className="text-xs">
        <FileResult file={file} />
      </div>
    </div>
  )
}

function FileResult({ file: { name, isReading, hasFailed, csv } }: { file: PriceFile }) {
  if (isReading) return <p className="text-muted">{content.fileReading}</p>
  if (hasFailed) return <p className="text-short">{content.fileFailed}</p>
  if (csv === undefined)
    return name === undefined ? <p className="text-muted">{content.noFile}</p> : null
  const { series, problems, unlisted, unreadRows } = csv
  const rest = problems.length - Math.min(MOST_LISTED, problems.length) + unlisted
  const [first, last] = [series.timesSec[0], series.timesSec.at(-1)]
  return (
    <>
      {series.timesSec.length === 1 && <p className="text-short">{content.onePrice}</p>}
      {first !== undefined && last !== undefined && series.timesSec.length > 1 && (
        <p>
          {content.fileRead(
            series.timesSec.length.toLocaleString('en'),
            dayText(first),
            dayText(last),
          )}
        </p>
      )}
      {unreadRows > 0 && (
        <p className="mt-1 text-warn">
          {content.rowsUnread(
            MAX_CSV_ROWS.toLocaleString('en'),
            (MAX_CSV_ROWS + unreadRows).toLocaleString('en'),
          )}
        </p>
      )}
      {problems.length > 0 && (
        <>
          <p className="mt-1 text-warn">{content.fileProblems(problems.length + unlisted)}</p>
          <ul className="list-disc pl-4 text-muted wrap-anywhere">
            {problems.slice(0, MOST_LISTED).map((problem) => (
              <li key={`${problem.kind} ${problem.line}`}>{problemText(problem)}</li>
            ))}
            {rest > 0 && <li>{content.moreProblems(rest)}</li>}
          </ul>
        </>
      )}
    </>
  )
}

function problemText({ kind, line, text }: PriceProblem): string {
  if (kind === 'noPrices') return content.noPrices
  return content.problemAt(line.toLocaleString('en'), content.problems[kind], text)
}

/** What is known of the feed's past. */
export function FeedPastNote({ state, hasFeed }: { state: FeedPastState; hasFeed: boolean }) {
  const isBad = state.hasFailed || (state.past !== undefined && state.past.rounds.length < 2)
  return (
    <div>
      <p role="status" className={`text-xs ${isBad ? 'text-short' : 'text-muted'}`}>
        {hasFeed ? pastText(state) : content.needsPool}
      </p>
      {state.hasFailed && !state.isLoading && (
        <Button onClick={state.retry}>{content.pastRetry}</Button>
      )}
    </div>
  )
}

function pastText({ past, read, isLoading, hasFailed }: FeedPastState): string | undefined {
  if (isLoading) return content.pastLoading(read.toLocaleString('en'))
  if (hasFailed) return content.pastFailed
  if (past === undefined) return undefined
  const [first, last] = [past.rounds[0], past.rounds.at(-1)]
  if (first === undefined || last === undefined || first === last) return content.pastEmpty
  const isShort = last.atSec - first.atSec < SHORT_SEC
  const timeText = isShort ? clockText : dayText
  const span = [timeText(first.atSec), timeText(last.atSec)] as const
  const count = past.rounds.length.toLocaleString('en')
  const text =
    past.rounds.length < past.existing
      ? content.pastSampled(count, past.existing.toLocaleString('en'), ...span)
      : content.pastRead(count, ...span)
  return past.isWhole ? text : `${text} ${content.pastBegins}`
}

/** For a span that begins and ends on nearly the same day. */
function clockText(timeSec: number): string {
  return new Date(timeSec * 1_000).toLocaleString(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
}

function dayText(timeSec: number): string {
  return new Date(timeSec * 1_000).toLocaleDateString(undefined, { dateStyle: 'medium' })
}
