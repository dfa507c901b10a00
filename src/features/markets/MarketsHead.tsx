import { currentBrand } from '../../brand/currentBrand'
import { Explain } from '../../explain/Explain'
import type { TopicName } from '../../explain/topics'
import { PAYS_TITLE } from './figureWords'
import type { MarketView } from './marketList'
import type { SortKey } from './sortKeys'

interface Column {
  readonly key: SortKey
  readonly title: string
  /** Share of the table's width: fixed, so that no figure's change moves a column. */
  readonly width: string
  readonly right?: boolean
  readonly hint?: string
  readonly topic?: TopicName
}

const ALL_COLUMNS: readonly Column[] = [
  { key: 'market', title: 'Market', width: '16%' },
  { key: 'price', title: 'Index price', width: '10.1%', right: true },
  { key: 'size', title: 'Pool size', width: '12.9%', right: true },
  { key: 'split', title: 'Long / short', width: '10.4%' },
  {
    key: 'skew',
    width: '6.1%',
    title: 'Skew',
    right: true,
    hint: 'Long balance over short balance',
    topic: 'skew',
  },
  {
    key: 'rate',
    width: '8.8%',
    title: 'Rebalancing rate',
    right: true,
    hint: 'Skew − 1. Positive: longs pay shorts.',
    topic: 'rebalancingRate',
  },
  {
    key: 'gain',
    width: '7.8%',
    title: 'Leverage on gains',
    right: true,
    hint: 'What a side gains when the index moves its way. Losses have the pool’s own leverage.',
    topic: 'effectiveLeverage',
  },
  { key: 'pays', title: 'Skew pays, estimated', width: '7.1%', right: true, hint: PAYS_TITLE },
  {
    key: 'next',
    width: '12.4%',
    title: 'Next rebalance',
    right: true,
    hint: 'When it is due, and what it will do to both tokens if the index stays',
  },
  { key: 'status', title: 'Status', width: '8.4%' },
]

/** Those of this edition. */
export const COLUMNS = ALL_COLUMNS.filter(
  ({ key }) => key !== 'pays' || currentBrand.features.bestSkew,
)

type Sorting = Pick<MarketView, 'sort' | 'descending'>

/** The columns' names; each sorts. */
export function MarketsHead({
  view,
  onSort,
}: {
  view: Sorting
  onSort: (change: Sorting) => void
}) {
  return (
    <>
      <colgroup>
        {COLUMNS.map(({ key, width }) => (
          <col key={key} style={{ width }} />
        ))}
      </colgroup>
      <thead className="text-xs text-muted">
        <tr className="border-b border-line">
          {COLUMNS.map((column) => (
            <Head key={column.key} column={column} view={view} onSort={onSort} />
          ))}
        </tr>
      </thead>
    </>
  )
}

function Head({
  column: { key, title, right = false, hint, topic },
  view,
  onSort,
}: {
  column: Column
  view: Sorting
  onSort: (change: Sorting) => void
}) {
  const isSorted = view.sort === key
  // First the usual direction, then the other, then the factory's own order again.
  const sort = () => {
    if (!isSorted) onSort({ sort: key, descending: right })
    else if (view.descending === right) onSort({ sort: key, descending: !right })
    else onSort({ sort: undefined, descending: false })
  }
  const arrow = (
    <span
      aria-hidden="true"
      className={`absolute ${right ? '-left-1.5' : '-right-1.5'} ${isSorted ? 'text-ink' : 'invisible'}`}
    >
      {view.descending ? '↓' : '↑'}
    </span>
  )
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (view.descending ? 'descending' : 'ascending') : undefined}
      className={`py-1 font-medium first:pl-2.5 last:pr-2.5 ${right ? 'text-right' : 'text-left'}`}
    >
      {/* Long names take two lines; the button that explains stays beside them. */}
      <span className="inline-flex items-center">
        <button
          type="button"
          title={hint}
          className={`relative min-h-9 rounded px-1.5 leading-4 hover:bg-raised hover:text-ink ${right ? 'text-right' : 'text-left'}`}
          onClick={sort}
        >
          {right && arrow}
          {title}
          {!right && arrow}
        </button>
        {topic !== undefined && (
          <span className="-ml-1.5">
            <Explain topic={topic} />
          </span>
        )}
      </span>
    </th>
  )
}
