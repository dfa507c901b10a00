import { useSnapshot } from '../data/SnapshotProvider'
import { countClaimable } from './executedOrders'
import { readyContent } from './readyContent'

/** In how many markets the connected account has something to claim; nothing where there is none. */
export function ReadyCount() {
  const { snapshot, isWatched } = useSnapshot()
  const count = isWatched ? 0 : countClaimable(snapshot?.pools ?? [])
  if (count === 0) return null
  return (
    <span className="tabular ml-1.5 rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent">
      {count}
      <span className="sr-only">{readyContent.ready(count)}</span>
    </span>
  )
}
