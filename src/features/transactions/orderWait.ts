import { executionTime } from '../../analytics/executionTime'
import type { AccountLog } from '../../chain/commits/accountLog'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { Flow } from '../../flows/flow'
import type { CommitIntent } from '../../flows/kinds/commit'
import { formatAboutClock } from '../../format/formatAboutClock'
import { earliestExecutionSec } from '../../protocol/updateInterval'
import { describeWaiting } from '../../ui/describeEarliest'
import { transactionsContent } from './content'

const content = transactionsContent.waits

type SentOrder = Pick<Flow, 'steps'> & { readonly intent: CommitIntent }

/** An order's own commits, among those of its account. */
export function commitsOf(
  { steps, intent }: SentOrder,
  log: Pick<AccountLog, 'commits'>,
): AccountLog['commits'] {
  const hashes = steps.flatMap((step) => (step.kind === 'approve' ? [] : step.hashes))
  return log.commits.filter(
    ({ pool, transactionHash }) => pool === intent.pool && hashes.includes(transactionHash),
  )
}

/**
 * When an order that was sent executes, by its market as it is now: of the interval that the chain shows, or that was projected
 * until it does.
 *
 * @param log The events of the order's account; undefined where they are not known
 * @param nowSec The chain's time, Unix seconds
 * @returns Undefined where the interval is not known, or is over
 */
export function describeOrderWait(
  order: SentOrder,
  log: Pick<AccountLog, 'commits'> | undefined,
  { snapshot }: Pick<PoolAtBlock, 'snapshot'>,
  nowSec: number,
): string | undefined {
  const ids = (log === undefined ? [] : commitsOf(order, log)).map((of) => of.updateIntervalId)
  const last = ids.reduce<bigint | undefined>(
    (latest, id) => (latest === undefined || id > latest ? id : latest),
    undefined,
  )
  const id = last ?? order.intent.projection?.intervalId
  if (id === undefined || id < snapshot.updateIntervalId) return undefined
  if (snapshot.paused) return content.paused
  const time = executionTime(snapshot, Number(earliestExecutionSec(snapshot, id)), nowSec)
  if (time.kind === 'at') return content.at(formatAboutClock(time.sec, nowSec))
  return time.kind === 'next' ? content.next : content.waiting(describeWaiting(time, nowSec))
}
