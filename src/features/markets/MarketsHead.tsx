import { currentBrand } from '../../brand/currentBrand'
import { Explain } from '../../explain/Explain'
import type { TopicName } from '../../explain/topics'
import { Tooltip } from '../../ui/Tooltip'
import { marketsContent } from './content'
import type { MarketView } from './marketList'
import type { SortKey } from './sortKeys'

interface Column {
  readonly key: SortKey
  readonly title: string
  /** Share of the table's width: fixed, so that no figure's change moves a column. */
  readonly width: string
  readonly right?: boolean
  readonly topic?: TopicName
}

const { columns } = marketsContent

const ALL_COLUMNS: readonly Column[] = [
  { key: 'market', title: columns.market, width: '17.2%' },
  { key: 'price', title: columns.price, width: '10.1%', right: true },
  { key: 'size', title: columns.size, width: '11.7%', right: true },
  { key: 'split', title: columns.split, width: '10.4%' },
  {
    key: 'skew',
    width: '6.1%',
    title: columns.skew,
    right: true,
    topic: 'skew',
  },
  {
    key: 'rate',
    width: '8.8%',
    title: columns.rate,
    right: true,
    topic: 'rebalancingRate',
  },
  {
    key: 'gain',
    width: '7.8%',
    title: columns.gain,
    right: true,
    topic: 'effectiveLeverage',
  },
  { key: 'pays', title: columns.pays, width: '7.1%', right: true },
  {
    key: 'next',
    width: '12.4%',
    title: columns.next,
    right: true,
  },
  { key: 'status', title: columns.status, width: '8.4%' },
]

/** Those of this edition. */
export const COLUMNS = ALL_COLUMNS.filter(
  ({ key }) => key !== 'pays' || currentBrand.features.bestSkew,
)

type Sorting = Pick<MarketView, 'sort' | 'descending'>
type Hints = Partial<Record<SortKey, string>> | undefined

/** The columns' names; each sorts. */
export function MarketsHead({
  view,
  hints,
  onSort,
}: {
  view: Sorting
  /** Undefined until they have come. */
  hints: Hints
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
            <Head
              key={column.key}
              column={column}
              hint={hints?.[column.key]}
              view={view}
              onSort={onSort}
            />
          ))}
        </tr>
      </thead>
    </>
  )
}

function Head({
  column: { key, title, right = false, topic },
  hint,
  view,
  onSort,
}: {
  column: Column
  hint: string | undefined
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
        <Tooltip text={hint}>
          <button
            type="button"
            className={`relative min-h-9 rounded px-1.5 leading-4 hover:bg-raised hover:text-ink ${right ? 'text-right' : 'text-left'}`}
            onClick={sort}
          >
            {right && arrow}
            {title}
            {!right && arrow}
          </button>
        </Tooltip>
        {topic !== undefined && (
          <span className="-ml-1.5">
            <Explain topic={topic} />
          </span>
        )}
      </span>
    </th>
  )
}
