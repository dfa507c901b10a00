import { describeRefusal } from '../chain/rpcRefusal'
import { useNetwork } from '../data/NetworkContext'
import { useSnapshot } from '../data/SnapshotProvider'
import { useNowMs } from '../data/useNow'
import { formatDuration } from '../format/formatTime'

/** For a block of nine digits: two lines where it is narrow, one elsewhere. What is beside it does not move then. */
const SPACE = 'min-w-22 sm:min-w-40'

/** The network, the block that everything on the page belongs to, and how old it is. */
export function NetworkStatus() {
  const { chain, refreshMs } = useNetwork()
  const { snapshot, failures, failureReason, isOffline } = useSnapshot()
  const now = useNowMs()
  const ageSec =
    snapshot === undefined ? undefined : Math.max(0, (now - snapshot.receivedAtMs) / 1_000)
  const isFailing = failures > 0 || isOffline
  const isOld = ageSec !== undefined && ageSec * 1_000 > refreshMs * 3 + 2_000
  const trouble = isOffline
    ? 'You are offline'
    : isFailing
      ? isRateLimited(failureReason)
        ? 'Too many requests, waiting'
        : 'No answer, trying again'
      : isOld
        ? 'Waiting for the network'
        : undefined
  return (
    <div
      className="tabular flex min-w-0 items-center gap-2 text-xs text-muted sm:whitespace-nowrap"
      title={failureReason?.message ?? `${chain.name}, chain ${chain.id}`}
      data-block={snapshot?.block.number}
    >
      <span
        aria-hidden="true"
        className={`size-2 shrink-0 rounded-full ${trouble ? 'bg-warn' : snapshot ? 'bg-long' : 'bg-muted'}`}
      />
      <span className="hidden sm:inline">{chain.name}</span>
      <span className={`${SPACE} ${trouble ? 'text-warn' : ''}`}>
        {snapshot === undefined
          ? (trouble ?? 'Connecting…')
          : `${trouble === undefined ? '' : `${trouble} · `}block ${snapshot.block.number}, ${formatDuration(ageSec ?? 0)} ago`}
      </span>
      <span className="sr-only" role="status">
        {trouble ?? ''}
      </span>
    </div>
  )
}

function isRateLimited(reason: Error | null): boolean {
  return reason !== null && describeRefusal(reason).kind === 'rateLimited'
}
