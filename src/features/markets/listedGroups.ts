import { useState } from 'react'
import type { PoolFacts } from '../../chain/poolFacts'
import type { MarketGroup } from './marketList'

/** A group as it is listed: which markets stand in it. Their figures each row has on its own. */
export interface ListedGroup extends Omit<MarketGroup, 'rows'> {
  readonly markets: readonly PoolFacts[]
}

/** Lists up to this long are drawn and kept fresh as a whole; in longer ones only what is on and near the screen. */
const EAGER_ROWS = 40

/** Whether the list is too long to be drawn as a whole. */
export function isLongList(groups: readonly ListedGroup[]): boolean {
  return countListed(groups) > EAGER_ROWS
}

/** How many markets are listed. */
export function countListed(groups: readonly ListedGroup[]): number {
  return groups.reduce((sum, { markets }) => sum + markets.length, 0)
}

/** The very list of before for as long as the same markets stand in the same places: it need not be drawn at each block. */
export function useListedGroups(
  groups: readonly MarketGroup[] | undefined,
): readonly ListedGroup[] | undefined {
  const listed = groups?.map(
    ({ rows, ...group }): ListedGroup => ({ ...group, markets: rows.map(({ facts }) => facts) }),
  )
  const [last, setLast] = useState(listed)
  if (isSameList(last, listed)) return last
  setLast(listed)
  return listed
}

/** Whether two lists look the same. */
export function isSameList(
  before: readonly ListedGroup[] | undefined,
  now: readonly ListedGroup[] | undefined,
): boolean {
  if (before === undefined || now === undefined) return before === now
  return (
    before.length === now.length &&
    before.every((group, index) => {
      const other = now[index]
      return (
        group.title === other?.title &&
        group.note === other?.note &&
        group.markets.length === other?.markets.length &&
        group.markets.every((market, place) => market === other.markets[place])
      )
    })
  )
}
