import type { PendingInterval } from '../../analytics/pendingIntervals'
import type { PoolStatus } from '../../analytics/poolStatus'
import { formatDuration } from '../../format/formatTime'
import { MAX_UPKEEPS } from '../../protocol/bounds'

/** How sure it is that, and when, an interval executes. */
export interface Certainty {
  /** Whether something is in the way. */
  readonly isWarning: boolean
  readonly text: string
}

/** Says it in a sentence or two: what can still change, and who can do something about it. */
export function describeCertainty(
  { rebalances, terms }: Pick<PendingInterval, 'rebalances' | 'terms'>,
  status: PoolStatus,
  nowSec: number,
  dueSec: number,
): Certainty {
  const isNext = rebalances === 1
  const when = isNext
    ? 'Executes in the next rebalance, whenever that comes.'
    : `Executes ${rebalances} rebalances from now; a late one can stand for several.`
  switch (status.kind) {
    case 'paused':
      return {
        isWarning: true,
        text: 'The pool is paused: nothing executes and nothing can be claimed until governance lets it go on. What is queued stays yours.',
      }
    case 'noPrice':
      return {
        isWarning: true,
        text: 'The price oracle does not answer, so the pool cannot rebalance. What is queued stays yours, and executes once it answers again.',
      }
    case 'refused':
      return {
        isWarning: true,
        text: `As the pool stands, its next rebalance would be refused: the ${status.side} side has tokens and no money. It executes once one goes through.`,
      }
    case 'late':
      return {
        isWarning: true,
        text: `The keeper is late by ${formatDuration(status.bySec)}. ${when} Anybody may perform it.${terms === undefined && rebalances <= MAX_UPKEEPS ? ` ${NO_PROJECTION}` : ''}`,
      }
    case 'oracleStale':
      return {
        isWarning: true,
        text:
          status.what === 'feed'
            ? `${when} The price feed has not been written for ${formatDuration(status.forSec)}: it may execute at that old price.`
            : `${when} The averaging oracle has taken no sample for ${formatDuration(status.forSec)}: its price lags behind.`,
      }
    default:
  }
  if (terms === undefined && rebalances <= MAX_UPKEEPS)
    return {
      isWarning: true,
      text: `${when} ${NO_PROJECTION}`,
    }
  return {
    isWarning: false,
    text: isNext && nowSec >= dueSec ? `${when} It is due now.` : when,
  }
}

const NO_PROJECTION =
  'There is no projection: a rebalance before it would be refused, or what others have queued is not known.'
