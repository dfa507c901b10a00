import { useMemo, useState } from 'react'
import type { PriceSeries } from '../../../analytics/lab/prices/priceSeries'
import { parseDuration } from '../../../format/parseDuration'
import type { LabForm } from '../form/labForm'
import type { LabPoolState } from '../form/useLabPool'
import { DAY_SEC, type FeedPastState, type PastDays, useFeedPast } from './useFeedPast'
import { dayStart } from './useLabPath'
import { type PriceFile, usePriceFile } from './usePriceFile'

/** Prices that the index really had: of a file, or of the pool's feed. */
export interface RealPrices {
  readonly file: PriceFile
  readonly feed: FeedPastState
  readonly hasFeed: boolean
  /** Those that are asked for; undefined until they are there. */
  readonly series: PriceSeries | undefined
}

/** The most of a feed’s past that is read. */
export const LONGEST_PAST_SEC = 366 * 86_400
const USUAL_SEC = 30 * 86_400

/** The file stays for as long as the lab is open; the feed's past is read when a path or a model asks for it. */
export function useRealPrices(form: LabForm, { listed }: LabPoolState): RealPrices {
  const file = usePriceFile()
  const isPast = form.path === 'past'
  const feedAddress = listed?.facts.oracle.feed
  const [nowSec] = useState(() => Math.floor(Date.now() / 1_000))
  const feed = useFeedPast(isPast ? feedAddress : undefined, daysOf(form, nowSec))
  const ofFeed = useMemo(
    () =>
      feed.past === undefined || feed.past.rounds.length < 2
        ? undefined
        : toSeries(feed.past.rounds),
    [feed.past],
  )
  const ofFile =
    file.csv === undefined || file.csv.series.timesSec.length < 2 ? undefined : file.csv.series
  const series = isPast ? ofFeed : form.path === 'file' ? ofFile : undefined
  return { file, feed, hasFeed: feedAddress !== undefined, series }
}

/** The days that the form asks for: from the one that it names, or the last ones. */
function daysOf({ from, length }: LabForm, nowSec: number): PastDays {
  const spanSec = Math.min(LONGEST_PAST_SEC, parseDuration(length) ?? USUAL_SEC)
  const startSec = dayStart(from)
  if (startSec === undefined || startSec >= nowSec)
    return { from: Math.floor((nowSec - spanSec) / DAY_SEC) }
  const endSec = startSec + spanSec
  const days = { from: startSec / DAY_SEC }
  return endSec >= nowSec ? days : { ...days, to: Math.ceil(endSec / DAY_SEC) }
}

function toSeries(
  rounds: readonly { readonly atSec: number; readonly priceWad: bigint }[],
): PriceSeries {
  return {
    timesSec: rounds.map(({ atSec }) => atSec),
    pricesWad: rounds.map(({ priceWad }) => priceWad),
  }
}
