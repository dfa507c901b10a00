import { classifyRpcError } from '../chain/classifyRpcError'
import { useNetwork } from '../data/NetworkContext'
import { useSnapshot } from '../data/SnapshotProvider'
import { useNowMs } from '../data/useNow'
import { useStaleness } from '../data/useStaleness'
import { formatInterval } from '../format/formatTime'
import { Tooltip } from '../ui/Tooltip'

/** Arbitrum makes several blocks a second: no newer one for this long means that the chain or the RPC has stalled. */
const STALL_MS = 15_000

/** The network, the block that everything on the page belongs to, and how old it is. */
export function NetworkStatus() {
  const { chain } = useNetwork()
  const { snapshot, failureReason } = useSnapshot()
  const trouble = useTrouble()
  const ageSec = Math.max(0, Math.floor((useNowMs() - (snapshot?.blockSeenAtMs ?? 0)) / 1_000))
  // Minutes alone, once there are some: the place is narrow.
  const age = `${formatInterval(BigInt(ageSec < 60 ? ageSec : ageSec - (ageSec % 60)))} ago`
  return (
    <Tooltip
      text={failureReason?.message ?? trouble?.sentence ?? `${chain.name}, chain ${chain.id}`}
    >
      <div
        className="tabular flex min-w-0 items-center gap-2 text-xs text-muted"
        data-block={snapshot?.block.number}
      >
        <span
          aria-hidden="true"
          className={`size-2 shrink-0 rounded-full ${trouble ? 'bg-warn' : snapshot ? 'bg-long' : 'bg-muted'}`}
        />
        <span className="whitespace-nowrap max-md:hidden">{chain.name}</span>
        {/* For a block of nine digits, or for trouble in a word: what is beside it stays. */}
        <span className={`w-24 max-[27rem]:w-16 sm:w-40 ${trouble ? 'text-warn' : ''}`}>
          {snapshot === undefined ? (
            (trouble?.word ?? <span className="max-[27rem]:hidden">Connecting…</span>)
          ) : (
            // Contained, so that a second that passes lays out these words and not the page.
            // On a phone in two lines, without the age while all is well.
            <span className="block h-8 leading-4 [contain:layout_size] sm:h-4 sm:whitespace-nowrap">
              {trouble ? (
                <>
                  <span className="whitespace-nowrap">{trouble.word}</span>
                  <span className="max-[27rem]:hidden"> ·</span>{' '}
                </>
              ) : (
                <>
                  <span className="max-[27rem]:block">block </span>
                  {snapshot.block.number.toString()}
                  <span className="max-[27rem]:hidden">, </span>
                </>
              )}
              <span
                className={`inline-block whitespace-nowrap ${trouble ? '' : 'max-[27rem]:hidden'}`}
              >
                {age}
              </span>
            </span>
          )}
        </span>
        <span className="sr-only" role="status">
          {trouble?.sentence}
        </span>
      </div>
    </Tooltip>
  )
}

/** What can be wrong with the figures: in a word for the header, and in a sentence. */
const TROUBLES = {
  offline: { word: 'Offline', sentence: 'You are offline' },
  limited: { word: 'Rate limit', sentence: 'Rate limited, retrying' },
  failing: { word: 'RPC error', sentence: 'RPC not responding, retrying' },
  waiting: { word: 'Stale', sentence: 'Waiting for the network' },
  stalled: { word: 'Stalled', sentence: 'No new block' },
} as const

/** Why the figures may be out of date; undefined while they are not. */
function useTrouble() {
  const { snapshot, failures, failureReason } = useSnapshot()
  const staleness = useStaleness()
  if (staleness === 'offline') return TROUBLES.offline
  if (failures > 0) return isRateLimited(failureReason) ? TROUBLES.limited : TROUBLES.failing
  if (staleness !== undefined) return TROUBLES[staleness]
  if (snapshot === undefined) return undefined
  const { receivedAtMs, blockSeenAtMs } = snapshot
  // Judged at the last answer: between two answers there was no request for a newer block.
  return receivedAtMs - blockSeenAtMs >= STALL_MS ? TROUBLES.stalled : undefined
}

function isRateLimited(reason: Error | null): boolean {
  return reason !== null && classifyRpcError(reason).kind === 'rateLimited'
}
