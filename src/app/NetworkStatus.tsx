import { refreshPauseMs } from '../chain/queries'
import { describeRefusal } from '../chain/rpcRefusal'
import { useNetwork } from '../data/NetworkContext'
import { useSnapshot } from '../data/SnapshotProvider'
import { useNowMs } from '../data/useNow'
import { formatDuration } from '../format/formatTime'
import { Tooltip } from '../ui/Tooltip'

/** Arbitrum makes several blocks a second: answers without a newer one for so long mean that the chain or the RPC stands still. */
const STALL_MS = 15_000

/** The network, the block that everything on the page belongs to, and how old it is. */
export function NetworkStatus() {
  const { chain } = useNetwork()
  const { snapshot, failureReason } = useSnapshot()
  const trouble = useTrouble()
  const ageSec = Math.max(0, (useNowMs() - (snapshot?.blockSeenAtMs ?? 0)) / 1_000)
  return (
    <Tooltip text={failureReason?.message ?? `${chain.name}, chain ${chain.id}`}>
      <div
        className="tabular flex min-w-0 items-center gap-2 text-xs text-muted"
        data-block={snapshot?.block.number}
      >
        <span
          aria-hidden="true"
          className={`size-2 shrink-0 rounded-full ${trouble ? 'bg-warn' : snapshot ? 'bg-long' : 'bg-muted'}`}
        />
        <span className="whitespace-nowrap">{chain.name}</span>
        {/* For a block of nine digits; trouble takes a second line where it has to, and what is beside it stays. */}
        <span className={`min-w-40 lg:max-w-60 ${trouble ? 'text-warn' : ''}`}>
          {snapshot === undefined ? (
            (trouble ?? 'Connecting…')
          ) : trouble === undefined ? (
            // Contained, so that a second that passes lays out these words and not the page.
            <span className="block h-4 whitespace-nowrap [contain:layout_size]">
              {`block ${snapshot.block.number}, ${formatDuration(ageSec)} ago`}
            </span>
          ) : (
            `${trouble} · block ${snapshot.block.number}, ${formatDuration(ageSec)} ago`
          )}
        </span>
        <span className="sr-only" role="status">
          {trouble ?? ''}
        </span>
      </div>
    </Tooltip>
  )
}

/** What is wrong with the reading of the chain, in some words. */
function useTrouble(): string | undefined {
  const network = useNetwork()
  const { snapshot, failures, failureReason, isOffline } = useSnapshot()
  const now = useNowMs()
  if (isOffline) return 'You are offline'
  if (failures > 0)
    return isRateLimited(failureReason) ? 'Too many requests, waiting' : 'No answer, trying again'
  if (snapshot === undefined) return undefined
  const { receivedAtMs, blockSeenAtMs } = snapshot
  const patienceMs = refreshPauseMs(network) + network.refreshMs * 2 + 2_000
  if (now - receivedAtMs > patienceMs) return 'Waiting for the network'
  // Judged at the last answer: between two answers nobody has asked for a newer block.
  return receivedAtMs - blockSeenAtMs >= STALL_MS ? 'No new block' : undefined
}

function isRateLimited(reason: Error | null): boolean {
  return reason !== null && describeRefusal(reason).kind === 'rateLimited'
}
