import { useEffect } from 'react'
import { useSnapshot } from '../../data/SnapshotProvider'
import { Button } from '../../ui/Button'

/** The way to the markets that are not read: anybody can make any number of them. */
export function OtherMarkets() {
  const { otherPools, showMorePools, hideMorePools } = useSnapshot()
  useEffect(() => hideMorePools, [hideMorePools])
  if (otherPools === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
      The factory has {otherPools} more {otherPools === 1 ? 'market' : 'markets'}. Anyone can create
      a market.
      <Button onClick={showMorePools}>Show more markets</Button>
    </p>
  )
}
