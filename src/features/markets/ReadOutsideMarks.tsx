import { useEffect } from 'react'
import { outsideOf } from '../../data/outsideOf'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useStakes } from '../../data/useStakes'
import { laterContent } from './laterContent'

/** For a mark in a list, what was read this long ago will do. */
const MARKS_AGE_MS = 600_000

/** Finds out of which markets the account has stakes or LP tokens. Draws nothing. */
export default function ReadOutsideMarks({
  onMarks,
}: {
  onMarks: (marks: ReadonlyMap<string, string>) => void
}) {
  const { snapshot } = useSnapshot()
  const stakes = useStakes(MARKS_AGE_MS)
  const { outside: content } = laterContent
  // The list is drawn again only when a mark changes.
  const key = JSON.stringify(
    (snapshot?.pools ?? []).flatMap((pool) => {
      const outside = outsideOf(pool, stakes)
      if (outside === undefined) return []
      return [[pool.facts.address, outside.stakes.length > 0 ? content.staked : content.liquidity]]
    }),
  )
  useEffect(() => onMarks(new Map(JSON.parse(key))), [key, onMarks])
  return null
}
