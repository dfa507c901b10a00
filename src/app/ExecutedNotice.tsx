import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'react-router'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { useSnapshot } from '../data/SnapshotProvider'
import { useNamesakes } from '../data/useNamesakes'
import { formatNameAt } from '../format/formatAddress'
import { Button } from '../ui/Button'
import { type ExecutedIn, executedSince, hasEscrow } from './executedOrders'
import { readyContent as content } from './readyContent'

/** The notice is news for so long; the count in the header stays as long as there is something to claim. */
const SHOWN_MS = 60_000
const TICK_MS = 1_000

/**
 * Announces an order that a rebalance has executed, on whichever page the person is. It lies over the page below the header, so
 * that nothing moves; on the market's own page at the lower edge, away from what claims there. It leaves once what it announces is
 * claimed, after a minute on screen, or when it is dismissed, followed, or replaced by a later one.
 */
export function ExecutedNotice() {
  const [executed, dismiss] = useExecuted()
  const namesakes = useNamesakes()
  const { pathname } = useLocation()
  const isHere = executed !== undefined && pathname === `/pool/${executed.pool.facts.address}`
  const nameOf = ({ facts }: PoolAtBlock) =>
    formatNameAt(facts.name, namesakes.has(facts.address) ? facts.address : undefined)
  return (
    <div
      role="status"
      className={`fixed right-4 left-4 z-10 w-fit empty:hidden ${isHere ? 'bottom-4' : 'top-16 ml-auto'}`}
    >
      {executed !== undefined && (
        <div className="flex flex-wrap items-center gap-x-2 rounded-panel border border-line border-l-4 border-l-long bg-surface py-1 pr-1 pl-3 shadow-lg">
          <span className="wrap-anywhere">
            {content.executed(nameOf(executed.pool), executed.isClaimable)}
          </span>
          {!isHere && (
            <Link
              to={`/pool/${executed.pool.facts.address}`}
              className="px-2 py-2 underline underline-offset-4"
              onClick={dismiss}
            >
              {executed.isClaimable ? content.claim : content.view}
            </Link>
          )}
          <Button look="quiet" onClick={dismiss}>
            {content.dismiss}
          </Button>
        </div>
      )}
    </div>
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
