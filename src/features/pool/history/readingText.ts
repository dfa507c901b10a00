import type { PoolHistoryState } from '../../../chain/history/poolHistoryState'
import { formatPercent } from '../../../format/formatRatio'

/** How the reading of the past is getting on, for as long as it has not come to its end. */
export function readingText({ status, error, progress }: PoolHistoryState): string {
  if (status === 'failed')
    return `The history cannot be read: ${error?.message ?? 'no reason given'}.`
  const done = formatPercent(BigInt(Math.floor(progress * 1e6)) * 10n ** 12n, 0)
  return `Reading the chain’s events, ${done}${status === 'waiting' ? ' (the RPC asks for patience)' : ''}.`
}
