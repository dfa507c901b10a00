import { useState } from 'react'
import { type CommitSlot, commitSlot } from '../../analytics/poolFigures'
import { formatDuration } from '../../format/formatTime'
import { Segmented } from '../../ui/Segmented'
import { Explanation } from '../parts/Explanation'
import { Outcome } from '../parts/Outcome'
import { FIRST_INTERVAL, QueuePicture } from '../parts/QueuePicture'
import { Slider } from '../parts/Slider'

const INTERVAL_MIN = 60
const WAYS = [
  { value: 'shorter', label: '15 min', frontRunningMin: 15 },
  { value: 'longer', label: '90 min', frontRunningMin: 90 },
] as const

export default function Queue({ id }: { id: string }) {
  const [atMin, setAtMin] = useState(50)
  const [chosen, setChosen] = useState<'shorter' | 'longer'>('shorter')
  const way = chosen === 'shorter' ? WAYS[0] : WAYS[1]
  const { updateIntervalId, executesAtSec } = slotOf(atMin, way.frontRunningMin)
  const executesAtMin = Number(executesAtSec) / 60
  return (
    <Explanation
      id={id}
      title="The queue"
      example="Example figures, not a live pool’s: a rebalance every hour, the first at 12:00."
      sentences={[
        'A commit executes in the first rebalance that is due more than the front-running interval later, at that rebalance’s price.',
        'You can’t cancel it and the price isn’t guaranteed, and if the keeper is late, it executes later.',
      ]}
    >
      <div className="flex items-center justify-between gap-3">
        <span aria-hidden="true" className="text-muted">
          Front-running interval
          <span className="block text-xs">update interval 1 h</span>
        </span>
        <Segmented
          label="Front-running interval, with an update interval of 1 h"
          options={WAYS}
          value={chosen}
          onChange={setChosen}
        />
      </div>
      <QueuePicture
        atMin={atMin}
        executesAtMin={executesAtMin}
        frontRunningMin={way.frontRunningMin}
      />
      <div className="w-[52.5%]">
        <Slider
          label="You commit at"
          text={clock(atMin)}
          value={atMin}
          min={0}
          max={2 * INTERVAL_MIN}
          onChange={setAtMin}
        />
      </div>
      <Outcome>
        A commit at {clock(atMin)} goes into interval <strong>{updateIntervalId.toString()}</strong>{' '}
        and executes at <strong>{clock(executesAtMin)}</strong> at the earliest,{' '}
        {formatDuration((executesAtMin - atMin) * 60)} later.
      </Outcome>
    </Explanation>
  )
}

/** Where a commit lands, minutes after the first upkeep in the picture; keepers are on time. */
function slotOf(atMin: number, frontRunningMin: number): CommitSlot {
  const upkeeps = Math.floor(atMin / INTERVAL_MIN)
  return commitSlot(
    {
      timestampSec: BigInt(atMin) * 60n,
      lastPriceTimestampSec: BigInt(upkeeps * INTERVAL_MIN) * 60n,
      updateIntervalId: BigInt(FIRST_INTERVAL + upkeeps),
      updateIntervalSec: BigInt(INTERVAL_MIN) * 60n,
      frontRunningIntervalSec: BigInt(frontRunningMin) * 60n,
    },
    BigInt(atMin) * 60n,
  )
}

/** The picture begins at noon. */
function clock(minutes: number): string {
  return `${12 + Math.floor(minutes / 60)}:${(minutes % 60).toString().padStart(2, '0')}`
}
