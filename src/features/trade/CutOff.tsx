import { cutOffSec } from '../../analytics/cutOff'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { formatClock, formatDuration } from '../../format/formatTime'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { Fact } from '../../ui/Facts'

/** A time to come, and how long it is until then. Counts each second. */
export function Countdown({ toSec }: { toSec: bigint }) {
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(toSec)
  const wait = Number(toSec) - nowSec
  return (
    <>
      {formatClock(Number(toSec), nowSec)}
      <span className="text-muted">, in {wait > 0 ? formatDuration(wait) : 'moments'}</span>
    </>
  )
}

/** Until when an order still goes into its interval, and what happens to a later one. */
export function CutOff({ snapshot, intervalId }: { snapshot: PoolSnapshot; intervalId: bigint }) {
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(snapshot.timestampSec)
  const left = Number(cutOffSec(snapshot, intervalId)) - nowSec
  return (
    <Fact
      name="Cut-off"
      hint="An order that is in a block by then goes into this interval; a later one into the next"
    >
      in {formatDuration(left)}
      <span className="text-muted">, then interval {(intervalId + 1n).toString()}</span>
    </Fact>
  )
}
