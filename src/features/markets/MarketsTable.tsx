import { memo, type ReactNode } from 'react'
import { Skeleton } from '../../ui/Skeleton'
import type { Column } from './columns'
import { isLongList, type ListedGroup } from './listedGroups'
import { moveBetweenMarkets, openMarket } from './listKeys'
import { MarketsHead } from './MarketsHead'
import { Cell, MarketTableRow, NameCell } from './MarketTableRow'
import type { MarketEngine } from './marketFigures'
import type { MarketView } from './marketList'

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e']

/** The markets for a wide screen; each column sorts. Arrow keys go from market to market. */
export const MarketsTable = memo(function MarketsTable({
  columns,
  groups,
  namesakes,
  engine,
  view,
  onSort,
}: {
  columns: readonly Column[]
  groups: readonly ListedGroup[] | undefined
  /** Undefined until they are known. @see useNamesakes */
  namesakes: ReadonlySet<string> | undefined
  engine: MarketEngine | undefined
  view: Pick<MarketView, 'sort' | 'descending' | 'grouped'>
  onSort: (change: Pick<MarketView, 'sort' | 'descending'>) => void
}) {
  const isLazy = groups !== undefined && isLongList(groups)
  return (
    // Clipped, not scrolled: in what scrolls, the columns’ names would not stay below the header.
    <div className="overflow-clip rounded-panel border border-line bg-surface">
      <table
        className="w-full table-fixed"
        aria-busy={groups === undefined}
        onKeyDown={moveBetweenMarkets}
        onClick={openMarket}
      >
        <MarketsHead columns={columns} view={view} hints={engine?.hints} onSort={onSort} />
        {groups === undefined ? (
          <tbody>
            {view.grouped && (
              <GroupRow columns={columns}>
                <Skeleton width="3rem" />
              </GroupRow>
            )}
            {SKELETON_ROWS.map((key) => (
              <SkeletonRow key={key} columns={columns} />
            ))}
          </tbody>
        ) : (
          groups.map((group) => (
            <tbody key={group.title ?? ''}>
              {group.title !== undefined && (
                <GroupRow columns={columns}>
                  {group.title}
                  {group.note !== undefined && (
                    <span className="block font-normal">{group.note}</span>
                  )}
                </GroupRow>
              )}
              {group.markets.map((facts) => (
                <MarketTableRow
                  key={facts.address}
                  columns={columns}
                  facts={facts}
                  isNamesake={namesakes?.has(facts.address)}
                  isLazy={isLazy}
                  engine={engine}
                />
              ))}
            </tbody>
          ))
        )}
      </table>
    </div>
  )
})

function GroupRow({ columns, children }: { columns: readonly Column[]; children: ReactNode }) {
  return (
    <tr className="border-b border-line bg-canvas">
      <th
        scope="rowgroup"
        colSpan={columns.length}
        className="px-4 py-1.5 text-left text-xs font-medium text-muted"
      >
        {children}
      </th>
    </tr>
  )
}

function SkeletonRow({ columns }: { columns: readonly Column[] }) {
  return (
    <tr className="border-b border-line last:border-0">
      <NameCell>
        <Skeleton width="9rem" />
        <span className="block">
          <Skeleton width="7rem" />
        </span>
      </NameCell>
      {columns.slice(1).map(({ key, right = false }) => (
        <Cell key={key} right={right}>
          <Skeleton width={right ? '3.5rem' : '5rem'} />
        </Cell>
      ))}
    </tr>
  )
}
