import { useState } from 'react'
import type { HistoryPoint } from './historyPoints'
import type { PoolProjection } from './projection'

/**
 * The projection that a chart draws. At every block only the time has gone on; a chart is drawn again when a figure is another
 * one, or when its lines have to move.
 *
 * @param stepSec How far that is on the time axis: less than can be seen
 */
export function useDrawnProjection(projection: PoolProjection, stepSec: number): PoolProjection {
  const [drawn, setDrawn] = useState(projection)
  if (looksSame(drawn, projection, stepSec)) return drawn
  setDrawn(projection)
  return projection
}

/** Whether two projections have the same figures, at times less than `stepSec` apart. */
export function looksSame(a: PoolProjection, b: PoolProjection, stepSec: number): boolean {
  if (a === b) return true
  const [before, after] = [pointsOf(a), pointsOf(b)]
  return (
    a.reason === b.reason &&
    a.isUntouched === b.isUntouched &&
    a.catchUp?.upkeeps === b.catchUp?.upkeeps &&
    a.catchUp?.lateIntervals === b.catchUp?.lateIntervals &&
    a.catchUp?.isCaughtUp === b.catchUp?.isCaughtUp &&
    before.length === after.length &&
    before.every((point, index) => isNear(point, after[index], stepSec))
  )
}

function pointsOf({ now, catchUp, next }: PoolProjection): readonly HistoryPoint[] {
  return [now, ...(catchUp === undefined ? [] : [catchUp.point]), ...next]
}

function isNear(
  { timeSec, ...figures }: HistoryPoint,
  other: HistoryPoint | undefined,
  stepSec: number,
): boolean {
  if (other === undefined || Math.abs(other.timeSec - timeSec) >= stepSec) return false
  return (Object.keys(figures) as (keyof typeof figures)[]).every(
    (name) => figures[name] === other[name],
  )
}
