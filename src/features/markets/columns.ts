import { currentBrand } from '../../brand/currentBrand'
import type { TopicName } from '../../explain/topics'
import { useMediaQuery } from '../../ui/useMediaQuery'
import { marketsContent } from './content'
import type { SortKey } from './sortKeys'

export interface Column {
  readonly key: SortKey
  readonly title: string
  /** Below the title: what the small figure is. */
  readonly note?: string
  /** Fixed, so that no figure's change moves a column; the first one takes what is left. */
  readonly width?: string
  readonly right?: boolean
  readonly topic?: TopicName
}

const { columns } = marketsContent

const ALL_COLUMNS: readonly Column[] = [
  { key: 'market', title: columns.market },
  {
    key: 'price',
    title: columns.price,
    note: marketsContent.sinceRebalance,
    width: '8rem',
    right: true,
  },
  { key: 'size', title: columns.size, width: '10.25rem', right: true },
  { key: 'split', title: columns.split, width: '8.25rem' },
  { key: 'skew', title: columns.skew, width: '5.125rem', right: true, topic: 'skew' },
  { key: 'rate', title: columns.rate, width: '6.875rem', right: true, topic: 'rebalancingRate' },
  { key: 'gain', title: columns.gain, width: '6rem', right: true, topic: 'effectiveLeverage' },
  { key: 'pays', title: columns.pays, width: '6.625rem', right: true },
  { key: 'next', title: columns.next, width: '9.25rem', right: true },
  { key: 'status', title: columns.status, width: '7rem' },
]

/** Those of this edition. */
export const COLUMNS = ALL_COLUMNS.filter(
  ({ key }) => key !== 'pays' || currentBrand.features.bestSkew,
)
const WITHOUT_PAYS = COLUMNS.filter(({ key }) => key !== 'pays')
/** The price stays: a list without it says little. The bar of both sides goes, as the skew says the same. */
const FEWEST = WITHOUT_PAYS.filter(({ key }) => key !== 'split')

/** The columns that the window has room for; undefined where it has none for a table. */
export function useColumns(): readonly Column[] | undefined {
  const hasTable = useMediaQuery('(min-width: 66rem)')
  const hasSplit = useMediaQuery('(min-width: 74rem)')
  const hasPays = useMediaQuery('(min-width: 80rem)')
  if (!hasTable) return undefined
  return hasPays ? COLUMNS : hasSplit ? WITHOUT_PAYS : FEWEST
}
