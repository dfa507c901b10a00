import { type DueUpkeeps, MOST_GAS } from './dueUpkeeps'

/** What one transaction for several pools performs. */
export interface UpkeepBatch<due> {
  /** A pool comes as often as it is upkept. */
  readonly chosen: readonly { readonly due: due; readonly times: number }[]
  readonly upkeeps: number
  readonly gas: bigint
}

/**
 * As many upkeeps as one transaction has gas for: each pool's first one before any second one, since the price moves and
 * most of what is queued executes in the first.
 */
export function upkeepBatch<due extends Pick<DueUpkeeps, 'upkeeps' | 'gasEach'>>(
  all: readonly due[],
): UpkeepBatch<due> {
  const times = all.map(() => 0)
  let left = MOST_GAS
  for (let round = 0, isMore = true; isMore; round++) {
    isMore = false
    all.forEach(({ upkeeps, gasEach }, index) => {
      if (round >= upkeeps || gasEach > left || times[index] !== round) return
      times[index] = round + 1
      left -= gasEach
      isMore = true
    })
  }
  const chosen = all.flatMap((due, index) => {
    const count = times[index] ?? 0
    return count === 0 ? [] : [{ due, times: count }]
  })
  return {
    chosen,
    upkeeps: times.reduce((sum, count) => sum + count, 0),
    gas: MOST_GAS - left,
  }
}
