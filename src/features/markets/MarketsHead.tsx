import { Explain } from '../../explain/Explain'
import { Tooltip } from '../../ui/Tooltip'
import type { Column } from './columns'
import type { MarketView } from './marketList'
import type { SortKey } from './sortKeys'

type Sorting = Pick<MarketView, 'sort' | 'descending'>
type Hints = Partial<Record<SortKey, string>> | undefined

/** The columns' names; each sorts. */
export function MarketsHead({
  columns,
  view,
  hints,
  onSort,
}: {
  columns: readonly Column[]
  view: Sorting
  /** Undefined until they have come. */
  hints: Hints
  onSort: (change: Sorting) => void
}) {
  return (
    <>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={{ width }} />
        ))}
      </colgroup>
      <thead className="table-head text-xs text-muted">
        <tr>
          {columns.map((column) => (
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
  column: { key, title, note, right = false, topic },
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
    <span aria-hidden="true" className={right ? 'left-0.5' : 'right-0.5'}>
      {(isSorted ? view.descending : right) ? '↓' : '↑'}
    </span>
  )
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (view.descending ? 'descending' : 'ascending') : undefined}
      className={`py-1 pr-1.5 font-medium first:pl-2.5 last:pr-2.5 ${right ? 'text-right' : 'pl-1.5 text-left'}`}
    >
      {/* Long names take two lines; the button that explains stays beside them. */}
      <span className="inline-flex items-center">
        <Tooltip text={hint}>
          <button
            type="button"
            className={`sort ${right ? 'pr-1.5 pl-3 text-right' : 'pr-3 pl-1.5 text-left'}`}
            onClick={sort}
          >
            {right && arrow}
            {title}
            {note !== undefined && (
              <span className="block font-normal whitespace-nowrap">{note}</span>
            )}
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
