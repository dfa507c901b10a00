import { Choice } from './Choice'
import { COLUMNS } from './columns'
import { laterContent } from './laterContent'
import type { MarketView } from './marketList'

/** What the columns' heads do where there are none. */
export default function SortBy({
  view: { sort, descending },
  onChange,
}: {
  view: MarketView
  onChange: (change: Partial<MarketView>) => void
}) {
  const names = Object.fromEntries(COLUMNS.map(({ key, title }) => [key, title]))
  const choose = (key: string) => {
    const column = COLUMNS.find((other) => other.key === key)
    onChange({ sort: column?.key, descending: column?.right === true })
  }
  return (
    <span className="flex items-center gap-2">
      <Choice
        label={laterContent.sortBy}
        isLabelHidden
        width="w-40"
        value={sort ?? ''}
        options={COLUMNS.map(({ key }) => key)}
        names={names}
        all={laterContent.defaultOrder}
        onChange={choose}
      />
      <button
        type="button"
        className="min-h-9 min-w-9 rounded border border-line bg-surface disabled:text-muted max-sm:min-h-10 max-sm:min-w-10"
        disabled={sort === undefined}
        aria-label={descending ? laterContent.highestFirst : laterContent.lowestFirst}
        onClick={() => onChange({ descending: !descending })}
      >
        <span aria-hidden="true">{descending ? '↓' : '↑'}</span>
      </button>
    </span>
  )
}
