import { memo, type ReactNode, useRef } from 'react'
import type { PoolFacts } from '../../chain/poolFacts'
import { useDollars } from '../../data/useDollars'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Flash } from '../../ui/Flash'
import { SkewBar } from '../../ui/SkewBar'
import { Tooltip } from '../../ui/Tooltip'
import { useIsNearScreen } from '../../ui/useIsNearScreen'
import type { Column } from './columns'
import { HeldBadge } from './HeldBadge'
import { MarketLink } from './MarketLink'
import { MarketStatus } from './MarketStatus'
import { describeKind, type MarketProps } from './marketFigures'
import { Sides } from './Sides'
import { useMarketCountdown, useMarketFigures } from './useMarket'

/**
 * One market. In a long list the figures are only there on and near the screen: the name always is, for the keyboard and
 * for finding it on the page.
 */
export const MarketTableRow = memo(function MarketTableRow({
  columns,
  facts,
  isNamesake,
  isLazy,
  engine,
}: MarketProps & { columns: readonly Column[] }) {
  const row = useRef<HTMLTableRowElement>(null)
  const isNear = useIsNearScreen(row, !isLazy)
  return (
    <tr ref={row} className="relative border-b border-line last:border-0 hover:bg-raised">
      <NameCell>
        <span className="flex flex-wrap items-start gap-x-1.5">
          <MarketLink facts={facts} isNamesake={isNamesake} className="block max-w-full truncate" />
          {isNear && <HeldBadge address={facts.address} />}
        </span>
        <Kind facts={facts} />
      </NameCell>
      {isNear ? (
        <Figures columns={columns} facts={facts} engine={engine} />
      ) : (
        <td colSpan={columns.length - 1} />
      )}
    </tr>
  )
})

function Kind({ facts }: Pick<MarketProps, 'facts'>) {
  const { kind, wait } = describeKind(facts)
  return (
    <span className="block text-xs text-muted">
      {kind}
      {wait !== undefined && <span className="block">{wait}</span>}
    </span>
  )
}

/** Of fixed height, as all cells, and with its first line where theirs is: what comes later takes no room of its neighbours. */
export function NameCell({ children }: { children: ReactNode }) {
  return <td className="h-14 py-2 pr-1 pl-4 align-top leading-5">{children}</td>
}

/**
 * A cell whose content changes all the time: the browser need not lay out the table again for it. It lies over the row’s link and
 * lets the pointer through, except to what has more to say on hover; `openMarket` makes a click there open the market too.
 */
export function Cell({ children, right }: { children: ReactNode; right?: boolean }) {
  return (
    <td className={`px-3 py-0 last:pr-4 ${right ? 'text-right' : ''}`}>
      <div className="pointer-events-none relative z-1 h-[calc(3.5rem-1px)] cursor-pointer py-2 leading-5 [contain:layout_size] [&_[data-tip]]:pointer-events-auto">
        {children}
      </div>
    </td>
  )
}

function Figures({
  columns,
  facts,
  engine,
}: Pick<MarketProps, 'facts' | 'engine'> & { columns: readonly Column[] }) {
  const figures = useMarketFigures(facts.address, engine)
  const dollarsOf = useDollars()
  const isShown = (name: Column['key']) => columns.some(({ key }) => key === name)
  if (figures === undefined) return <td colSpan={columns.length - 1} />
  const { indexPrice, sinceRebalance, size, longShareWad, skew, rebalancing, gain, pays } = figures
  const { nextEffect } = figures
  const hints = engine?.hints
  return (
    <>
      <Cell right>
        <span className="whitespace-nowrap">
          <Flash>{indexPrice ?? '—'}</Flash>{' '}
          <span className="text-muted">{indexPrice && facts.quote}</span>
        </span>
        {sinceRebalance !== undefined && (
          <span className="block text-xs text-muted">
            <Tooltip text={sinceRebalance.title}>
              <span className="hinted">{sinceRebalance.text}</span>
            </Tooltip>
          </span>
        )}
      </Cell>
      <Cell right>
        <Flash>
          <Amount value={size} token={facts.settlementToken} />
        </Flash>
        <Dollars wad={dollarsOf(size, facts.settlementToken)} isBelow />
      </Cell>
      {isShown('split') && (
        <Cell>
          {longShareWad === undefined ? '—' : <SkewBar longShareWad={longShareWad} brief />}
        </Cell>
      )}
      <Cell right>
        {skew === undefined ? '—' : <Flash>{skew}</Flash>}
        {skew !== undefined && nextEffect?.skew !== undefined && (
          <Tooltip text={hints?.skewAfter}>
            <span className="block text-xs whitespace-nowrap text-muted">→ {nextEffect.skew}</span>
          </Tooltip>
        )}
      </Cell>
      <Cell right>
        {rebalancing === undefined ? (
          '—'
        ) : (
          <>
            <Flash>{rebalancing.rate}</Flash>
            <span className="block text-xs text-muted">{rebalancing.payer}</span>
          </>
        )}
      </Cell>
      <Cell right>{gain === undefined ? '—' : <Sides {...gain} flashes isStacked />}</Cell>
      {isShown('pays') && (
        <Cell right>
          {pays === undefined ? (
            '—'
          ) : (
            <Tooltip text={hints?.pays}>
              <span className="block">
                <Sides {...pays} isStacked />
              </span>
            </Tooltip>
          )}
        </Cell>
      )}
      <Cell right>
        <Countdown facts={facts} />
        {nextEffect !== undefined && (
          <Tooltip text={hints?.effect}>
            <span className="block text-xs whitespace-nowrap text-muted">
              L {nextEffect.long} · S {nextEffect.short}
            </span>
          </Tooltip>
        )}
      </Cell>
      <Cell>
        <MarketStatus address={facts.address} engine={engine} />
      </Cell>
    </>
  )
}

function Countdown({ facts }: { facts: PoolFacts }) {
  return <span className="whitespace-nowrap">{useMarketCountdown(facts.address)}</span>
}
