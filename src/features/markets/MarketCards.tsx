import { memo, useRef } from 'react'
import type { PoolFacts } from '../../chain/poolRegistry'
import { useDollars } from '../../data/useDollars'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { Skeleton } from '../../ui/Skeleton'
import { SkewBar } from '../../ui/SkewBar'
import { useIsNearScreen } from '../../ui/useIsNearScreen'
import { MarketLink } from './MarketLink'
import { MarketStatus } from './MarketStatus'
import { describeKind, type EffectOf, type MarketProps } from './marketFigures'
import { isLongList, type MarketGroup } from './marketList'
import { useMarketFigures, useMarketTime } from './useMarket'

const SKELETON_CARDS = ['a', 'b', 'c', 'd', 'e']
/** Of one height, whether its figures are there or not. */
const CARD = 'relative min-h-60 rounded-panel border border-line bg-surface p-4'

/** The markets for a narrow screen. */
export default function MarketCards({
  groups,
  effectOf,
}: {
  groups: readonly MarketGroup[] | undefined
  effectOf: EffectOf | undefined
}) {
  if (groups === undefined)
    return (
      <ul className="space-y-3" aria-busy="true">
        {SKELETON_CARDS.map((key) => (
          <li key={key} className={CARD}>
            <Skeleton width="10rem" />
          </li>
        ))}
      </ul>
    )
  const isLazy = isLongList(groups)
  return groups.map((group) => (
    <section key={group.title ?? ''} aria-label={group.title ?? 'All markets'}>
      {group.title !== undefined && <h2 className="mb-2 text-xs text-muted">{group.title}</h2>}
      {group.note !== undefined && <p className="mb-2 text-xs text-muted">{group.note}</p>}
      <ul className="space-y-3">
        {group.rows.map(({ facts }) => (
          <Card key={facts.address} facts={facts} isLazy={isLazy} effectOf={effectOf} />
        ))}
      </ul>
    </section>
  ))
}

/** One market; in a long list with its figures only on and near the screen. */
const Card = memo(function Card({ facts, isLazy, effectOf }: MarketProps) {
  const card = useRef<HTMLLIElement>(null)
  const isNear = useIsNearScreen(card, !isLazy)
  return (
    <li ref={card} className={`${CARD} hover:border-muted`}>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <MarketLink facts={facts} className="wrap-anywhere" />
          <p className="text-xs text-muted">{describeKind(facts)}</p>
        </div>
        {isNear && <MarketStatus address={facts.address} />}
      </div>
      {isNear && <Figures facts={facts} effectOf={effectOf} />}
    </li>
  )
})

function Countdown({ facts }: { facts: PoolFacts }) {
  return <>{useMarketTime(facts.address)?.countdown}</>
}

function Figures({ facts, effectOf }: Omit<MarketProps, 'isLazy'>) {
  const figures = useMarketFigures(facts.address, effectOf)
  const dollarsOf = useDollars()
  if (figures === undefined) return null
  const { indexPrice, size, longShareWad, rebalancing, gain, nextEffect } = figures
  return (
    <>
      <div className="mt-3">
        {longShareWad !== undefined && <SkewBar longShareWad={longShareWad} />}
      </div>
      <div className="mt-2 text-xs">
        <Facts>
          <Fact name="Index price">
            {indexPrice} <span className="text-muted">{facts.quote}</span>
          </Fact>
          <Fact name="Pool size">
            <Amount value={size} token={facts.settlementToken} />{' '}
            <Dollars wad={dollarsOf(size, facts.settlementToken)} />
          </Fact>
          <Fact name="Rebalancing rate">
            {rebalancing === undefined
              ? 'no counterparty'
              : `${rebalancing.rate}, ${rebalancing.payer}`}
          </Fact>
          <Fact name="Leverage on gains">
            {gain === undefined ? (
              'no counterparty'
            ) : (
              <>
                <span className="text-long">L {gain.long}</span>{' '}
                <span className="text-short">S {gain.short}</span>
              </>
            )}
          </Fact>
          <Fact name="It would change, index staying">
            {nextEffect === undefined ? '—' : `L ${nextEffect.long} · S ${nextEffect.short}`}
          </Fact>
          <Fact name="Next rebalance">
            <Countdown facts={facts} />
          </Fact>
        </Facts>
      </div>
    </>
  )
}
