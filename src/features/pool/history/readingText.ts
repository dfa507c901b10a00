import { classifyRpcError } from '../../../chain/classifyRpcError'
import type { PoolHistoryState } from '../../../chain/history/poolHistoryState'
import { formatPercent } from '../../../format/formatRatio'
import { poolContent } from '../content'

/** How far the past is loaded, while it isn't complete. */
export function readingText({ status, error, progress }: PoolHistoryState): string {
  if (status === 'failed') return poolContent.history.failed(error?.message)
  const done = formatPercent(BigInt(Math.floor(progress * 1e6)) * 10n ** 12n, 0)
  if (status !== 'waiting') return poolContent.history.loading(done)
  // All of what was wanted is there: only what has come since is missing.
  if (progress >= 1) return poolContent.history.behind
  const isLimited = error !== undefined && classifyRpcError(error).kind === 'rateLimited'
  return poolContent.history.waiting(done, isLimited)
}
