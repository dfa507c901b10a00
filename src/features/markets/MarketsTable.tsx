import { memo } from 'react'
import { Skeleton } from '../../ui/Skeleton'
import { isLongList, type ListedGroup } from './listedGroups'
import { moveBetweenMarkets, openMarket } from './listKeys'
import { COLUMNS, MarketsHead } from './MarketsHead'
import { Cell, MarketTableRow, NameCell } from './MarketTableRow'
import type { MarketEngine } from './marketFigures'
import type { MarketView } from './marketList'

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e']

/** The markets for a wide screen; each column sorts. Arrow keys go from market to market. */
export const MarketsTable = memo(function MarketsTable({
  groups,
  namesakes,
  engine,
  view,
  onSort,
}: {
  groups: readonly ListedGroup[] | undefined
  /** Undefined until they are known. @see useNamesakes */
  namesakes: ReadonlySet<string> | undefined
  engine: MarketEngine | undefined
  view: Pick<MarketView, 'sort' | 'descending'>
  onSort: (change: Pick<MarketView, 'sort' | 'descending'>) => void
}) {
  const isLazy = groups !== undefined && isLongList(groups)
  return (
    <div className="overflow-x-auto rounded-panel border border-line bg-surface">
      <table
        className="w-full min-w-284 table-fixed"
        aria-busy={groups === undefined}
        onKeyDown={moveBetweenMarkets}
        onClick={openMarket}
      >
        <MarketsHead view={view} hints={engine?.hints} onSort={onSort} />
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
              {group.markets.map((facts) => (
                <MarketTableRow
                  key={facts.address}
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

function SkeletonRow() {
  return (
    <tr className="border-b border-line last:border-0">
      <NameCell>
        <Skeleton width="9rem" />
        <span className="block">
          <Skeleton width="7rem" />
        </span>
      </NameCell>
      {COLUMNS.slice(1).map(({ key, right = false }) => (
        <Cell key={key} right={right}>
          <Skeleton width={right ? '3.5rem' : '5rem'} />
        </Cell>
      ))}
    </tr>
  )
}
