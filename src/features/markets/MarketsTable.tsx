import type { KeyboardEvent } from 'react'
import { Skeleton } from '../../ui/Skeleton'
import { COLUMNS, MarketsHead } from './MarketsHead'
import { Cell, MarketTableRow, NameCell } from './MarketTableRow'
import type { EffectOf } from './marketFigures'
import { isLongList, type MarketGroup, type MarketView } from './marketList'

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e']

/** The markets for a wide screen; each column sorts. Arrow keys go from market to market. */
export function MarketsTable({
  groups,
  effectOf,
  view,
  onSort,
}: {
  groups: readonly MarketGroup[] | undefined
  effectOf: EffectOf | undefined
  view: Pick<MarketView, 'sort' | 'descending'>
  onSort: (change: Pick<MarketView, 'sort' | 'descending'>) => void
}) {
  const isLazy = groups !== undefined && isLongList(groups)
  return (
    <div className="overflow-x-auto rounded-panel border border-line bg-surface">
      <table
        className="w-full min-w-290 table-fixed"
        aria-busy={groups === undefined}
        onKeyDown={moveBetweenMarkets}
      >
        <MarketsHead view={view} onSort={onSort} />
        {groups === undefined ? (
          <tbody>
            {SKELETON_ROWS.map((key) => (
              <SkeletonRow key={key} />
            ))}
          </tbody>
        ) : (
          groups.map((group) => (
            <tbody key={group.title ?? ''}>
              {group.title !== undefined && (
                <tr className="border-b border-line bg-canvas">
                  <th
                    scope="rowgroup"
                    colSpan={COLUMNS.length}
                    className="px-4 py-1.5 text-left text-xs font-medium text-muted"
                  >
                    {group.title}
                    {group.note !== undefined && (
                      <span className="block font-normal">{group.note}</span>
                    )}
                  </th>
                </tr>
              )}
              {group.rows.map(({ facts }) => (
                <MarketTableRow
                  key={facts.address}
                  facts={facts}
                  isLazy={isLazy}
                  effectOf={effectOf}
                />
              ))}
            </tbody>
          ))
        )}
      </table>
    </div>
  )
}

/** Arrow up and down move the focus from one market to the next. */
function moveBetweenMarkets(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-market]')]
  const current = links.indexOf(document.activeElement as HTMLElement)
  const next = links[current + (event.key === 'ArrowDown' ? 1 : -1)]
  if (current === -1 || next === undefined) return
  event.preventDefault()
  next.focus()
}

function SkeletonRow() {
  return (
    <tr className="border-b border-line last:border-0">
      <NameCell>
        <Skeleton width="9rem" />
        <span className="block">
          <Skeleton width="7rem" />
        </span>
      </NameCell>
      {['price', 'size'].map((key) => (
        <Cell key={key} right>
          <Skeleton />
        </Cell>
      ))}
      <Cell>
        <Skeleton width="9rem" />
      </Cell>
      {['skew', 'rate', 'gain', 'next'].map((key) => (
        <Cell key={key} right>
          <Skeleton width="3.5rem" />
        </Cell>
      ))}
      <Cell>
        <Skeleton width="4rem" />
      </Cell>
    </tr>
  )
}
