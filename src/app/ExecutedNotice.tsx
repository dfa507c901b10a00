import { useEffect, useRef, useState } from 'react'
import { useSnapshot } from '../data/SnapshotProvider'
import { useNamesakes } from '../data/useNamesakes'
import { formatNameAt } from '../format/formatAddress'
import { Toast } from '../ui/Toast'
import { type ExecutedIn, executedSince, hasEscrow } from './executedOrders'
import { readyContent as content } from './readyContent'

/** The notice is news for so long; the count in the header stays as long as there is something to claim. */
const SHOWN_MS = 60_000
const TICK_MS = 1_000

/**
 * Announces an order that a rebalance has executed, on whichever page the person is. It leaves once what it announces is claimed,
 * after a minute on screen, or when it is dismissed, followed, or replaced by a later one.
 */
export function ExecutedNotice() {
  const [executed, dismiss] = useExecuted()
  const namesakes = useNamesakes()
  return (
    <div role="status" className="empty:hidden">
      {executed !== undefined && (
        <ExecutedToast
          executed={executed}
          isNamesake={namesakes.has(executed.pool.facts.address)}
          onDismiss={dismiss}
        />
      )}
    </div>
  )
}

function ExecutedToast({
  executed: { pool, isClaimable },
  isNamesake,
  onDismiss,
}: {
  executed: ExecutedIn
  isNamesake: boolean
  onDismiss: () => void
}) {
  const { name, address } = pool.facts
  return (
    <Toast
      tone="success"
      to={`/pool/${address}`}
      linkText={isClaimable ? content.claim : content.view}
      dismissText={content.dismiss}
      onFollow={() => {
        onDismiss()
        // What claims stands first, also on the page that is shown already.
        window.scrollTo({ top: 0 })
      }}
      onDismiss={onDismiss}
    >
      {content.executed(formatNameAt(name, isNamesake ? address : undefined), isClaimable)}
    </Toast>
  )
}

/** The connected account's newest execution that this page has seen and that is not dismissed. */
function useExecuted(): readonly [ExecutedIn | undefined, () => void] {
  const { snapshot, isWatched } = useSnapshot()
  const last = useRef(snapshot)
  const [executed, setExecuted] = useState<ExecutedIn>()
  const account = isWatched ? undefined : snapshot?.account
  useEffect(() => {
    const before = last.current
    last.current = snapshot
    if (before?.account !== snapshot?.account) setExecuted(undefined)
    else if (account !== undefined && before !== undefined && snapshot !== undefined) {
      const newest = executedSince(before.pools, snapshot.pools).at(-1)
      if (newest !== undefined) setExecuted(newest)
    }
  }, [account, snapshot])
  const isClaimed =
    executed?.isClaimable === true &&
    snapshot !== undefined &&
    !snapshot.pools.some(
      (pool) => pool.facts.address === executed.pool.facts.address && hasEscrow(pool),
    )
  useEffect(() => {
    if (executed === undefined) return
    if (isClaimed) setExecuted(undefined)
    // Time in the background does not count: no one has seen it there.
    let shownMs = 0
    const timer = setInterval(() => {
      if (!document.hidden) shownMs += TICK_MS
      if (shownMs >= SHOWN_MS) setExecuted(undefined)
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [executed, isClaimed])
  return [executed, () => setExecuted(undefined)]
}
