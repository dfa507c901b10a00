import { memo, type ReactNode, useRef } from 'react'
import type { PoolFacts } from '../../chain/poolRegistry'
import { useDollars } from '../../data/useDollars'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Flash } from '../../ui/Flash'
import { SkewBar } from '../../ui/SkewBar'
import { useIsNearScreen } from '../../ui/useIsNearScreen'
import { MarketLink } from './MarketLink'
import { MarketStatus } from './MarketStatus'
import { COLUMNS } from './MarketsHead'
import { describeKind, type MarketProps } from './marketFigures'
import { useMarketFigures, useMarketTime } from './useMarket'

/**
 * One market. In a long list the figures are only there on and near the screen: the name always is, for the keyboard and
 * for finding it on the page.
 */
export const MarketTableRow = memo(function MarketTableRow({
  facts,
  isLazy,
  effectOf,
}: MarketProps) {
  const row = useRef<HTMLTableRowElement>(null)
  const isNear = useIsNearScreen(row, !isLazy)
  return (
    <tr ref={row} className="relative border-b border-line last:border-0 hover:bg-raised">
      <NameCell>
        <MarketLink facts={facts} className="block truncate" />
        <span className="block truncate text-xs text-muted">{describeKind(facts)}</span>
      </NameCell>
      {isNear ? <Figures facts={facts} effectOf={effectOf} /> : <td colSpan={COLUMNS.length - 1} />}
    </tr>
  )
})

/** Of fixed height, as all cells: what comes later takes no room of its neighbours. */
export function NameCell({ children }: { children: ReactNode }) {
  return <td className="h-14 px-2 pl-4">{children}</td>
}

/**
 * A cell whose content changes all the time: the browser need not lay out the table anew for it. Clicks go through it to the
 * row’s link.
 */
export function Cell({ children, right }: { children: ReactNode; right?: boolean }) {
  return (
    <td className={`px-2 py-0 last:pr-4 ${right ? 'text-right' : ''}`}>
      <div className="pointer-events-none flex h-[calc(3.5rem-1px)] items-center [contain:layout_size]">
        <div className="w-full">{children}</div>
      </div>
    </td>
  )
}

function Figures({ facts, effectOf }: Omit<MarketProps, 'isLazy'>) {
  const figures = useMarketFigures(facts.address, effectOf)
  const dollarsOf = useDollars()
  if (figures === undefined) return <td colSpan={COLUMNS.length - 1} />
  const { indexPrice, size, longShareWad, skew, rebalancing, gain, nextEffect } = figures
  return (
    <>
      <Cell right>
        <span className="whitespace-nowrap">
          <Flash value={indexPrice}>{indexPrice}</Flash>{' '}
          <span className="text-muted">{facts.quote}</span>
        </span>
      </Cell>
      <Cell right>
        <Amount value={size} token={facts.settlementToken} />
        <Dollars wad={dollarsOf(size, facts.settlementToken)} isBelow />
      </Cell>
      <Cell>{longShareWad === undefined ? '—' : <SkewBar longShareWad={longShareWad} />}</Cell>
      <Cell right>
        {skew === undefined ? <NoCounterparty /> : <Flash value={skew}>{skew}</Flash>}
      </Cell>
      <Cell right>
        {rebalancing === undefined ? (
          <NoCounterparty />
        ) : (
          <>
            {rebalancing.rate}
            <span className="block text-xs text-muted">{rebalancing.payer}</span>
          </>
        )}
      </Cell>
      <Cell right>
        {gain === undefined ? (
          <NoCounterparty />
        ) : (
          <span className="whitespace-nowrap">
            <span className="text-long">L {gain.long}</span>
            <span className="block text-short">S {gain.short}</span>
          </span>
        )}
      </Cell>
      <Cell right>
        <Countdown facts={facts} />
        {nextEffect !== undefined && (
          <span
            className="block text-xs whitespace-nowrap text-muted"
            title="Change of both tokens’ value at the next rebalance if the index stays; the keeper’s reward in it is an estimate"
          >
            L {nextEffect.long} · S {nextEffect.short}
          </span>
        )}
      </Cell>
      <Cell>
        <MarketStatus address={facts.address} />
      </Cell>
    </>
  )
}

function Countdown({ facts }: { facts: PoolFacts }) {
  return <span className="whitespace-nowrap">{useMarketTime(facts.address)?.countdown}</span>
}

function NoCounterparty() {
  return <span className="text-xs text-muted">no counterparty</span>
}
