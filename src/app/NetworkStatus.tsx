import { classifyRpcError } from '../chain/classifyRpcError'
import { refreshPauseMs } from '../chain/queries'
import { useNetwork } from '../data/NetworkContext'
import { useSnapshot } from '../data/SnapshotProvider'
import { useNowMs } from '../data/useNow'
import { formatDuration } from '../format/formatTime'
import { Tooltip } from '../ui/Tooltip'

/** Arbitrum makes several blocks a second: no newer one for this long means that the chain or the RPC has stalled. */
const STALL_MS = 15_000

/** The network, the block that everything on the page belongs to, and how old it is. */
export function NetworkStatus() {
  const { chain } = useNetwork()
  const { snapshot, failureReason } = useSnapshot()
  const trouble = useTrouble()
  const ageSec = Math.max(0, (useNowMs() - (snapshot?.blockSeenAtMs ?? 0)) / 1_000)
  const age = `${formatDuration(ageSec)} ago`
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
        <span className="whitespace-nowrap max-md:hidden">{chain.name}</span>
        {/* For a block of nine digits. Trouble lies over the page where the row has no room for it, and what is beside it stays. */}
        <span className={trouble ? 'network-trouble' : 'w-24 max-[27rem]:w-11 sm:w-40'}>
          {snapshot === undefined ? (
            (trouble ?? 'Connecting…')
          ) : trouble === undefined ? (
            // Contained, so that a second that passes lays out these words and not the page.
            <span className="block h-8 [contain:layout_size] max-[27rem]:h-4 sm:h-4 sm:whitespace-nowrap">
              <span className="max-[27rem]:hidden">{`block ${snapshot.block.number}, `}</span>
              <span className="inline-block">{age}</span>
            </span>
          ) : (
            `${trouble} · block ${snapshot.block.number}, ${age}`
          )}
        </span>
        <span className="sr-only" role="status">
          {trouble ?? ''}
        </span>
      </div>
    </Tooltip>
  )
}

/** Why the figures may be out of date, in a few words; undefined while they are not. */
function useTrouble(): string | undefined {
  const network = useNetwork()
  const { snapshot, failures, failureReason, isOffline } = useSnapshot()
  const now = useNowMs()
  if (isOffline) return 'You are offline'
  if (failures > 0)
    return isRateLimited(failureReason) ? 'Rate limited, retrying' : 'RPC not responding, retrying'
  if (snapshot === undefined) return undefined
  const { receivedAtMs, blockSeenAtMs } = snapshot
  const patienceMs = refreshPauseMs(network) + network.refreshMs * 2 + 2_000
  if (now - receivedAtMs > patienceMs) return 'Waiting for the network'
  // Judged at the last answer: between two answers there was no request for a newer block.
  return receivedAtMs - blockSeenAtMs >= STALL_MS ? 'No new block' : undefined
}

function isRateLimited(reason: Error | null): boolean {
  return reason !== null && classifyRpcError(reason).kind === 'rateLimited'
}
