import { useEffect } from 'react'
import { useSnapshot } from '../../data/SnapshotProvider'
import { Button } from '../../ui/Button'
import { laterContent } from './laterContent'

/** The way to the markets that are not read: anyone can make any number of them. */
export function OtherMarkets() {
  const { otherPools, showMorePools, hideMorePools } = useSnapshot()
  useEffect(() => hideMorePools, [hideMorePools])
  if (otherPools === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
      {laterContent.others(otherPools)}
      <Button onClick={showMorePools}>{laterContent.showOthers}</Button>
    </p>
  )
}
