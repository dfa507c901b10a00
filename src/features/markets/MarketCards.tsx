import { memo, type ReactNode, useRef } from 'react'
import { currentBrand } from '../../brand/currentBrand'
import type { PoolFacts } from '../../chain/poolFacts'
import { useDollars } from '../../data/useDollars'
import { Explain } from '../../explain/Explain'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { Flash } from '../../ui/Flash'
import { Skeleton } from '../../ui/Skeleton'
import { SkewBar } from '../../ui/SkewBar'
import { useIsNearScreen } from '../../ui/useIsNearScreen'
import { marketsContent } from './content'
import { HeldBadge } from './HeldBadge'
import { laterContent } from './laterContent'
import { isLongList, type ListedGroup } from './listedGroups'
import { moveBetweenMarkets, openMarket } from './listKeys'
import { MarketLink } from './MarketLink'
import { MarketStatus } from './MarketStatus'
import { describeKind, type MarketEngine, type MarketProps } from './marketFigures'
import { Sides } from './Sides'
import { useMarketCountdown, useMarketFigures } from './useMarket'

const { columns } = marketsContent
const { hints } = laterContent
const SKELETON_CARDS = ['a', 'b', 'c', 'd', 'e']
const LIST = 'grid gap-3 md:grid-cols-2'
/** Of one height, whether its figures are there or not. */
const CARD = 'relative min-h-[11.5rem] rounded-panel border border-line bg-surface px-4 pt-3 pb-1'

/** The markets for a narrow screen. */
export default memo(MarketCards)

function MarketCards({
  groups,
  namesakes,
  engine,
}: {
  groups: readonly ListedGroup[] | undefined
  /** Undefined until they are known. @see useNamesakes */
  namesakes: ReadonlySet<string> | undefined
  engine: MarketEngine | undefined
}) {
  if (groups === undefined)
    return (
      <ul className={LIST} aria-busy="true">
        {SKELETON_CARDS.map((key) => (
          <li key={key} className={CARD}>
            <Skeleton width="10rem" />
          </li>
        ))}
      </ul>
    )
  const isLazy = isLongList(groups)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be clicked and focused are the links in it
    <div className="space-y-3" onKeyDown={moveBetweenMarkets} onClick={openMarket}>
      {groups.map((group) => (
        <section key={group.title ?? ''} aria-label={group.title ?? laterContent.allMarkets}>
          {group.title !== undefined && <h2 className="mb-2 text-xs text-muted">{group.title}</h2>}
          {group.note !== undefined && <p className="mb-2 text-xs text-muted">{group.note}</p>}
          <ul className={LIST}>
            {group.markets.map((facts) => (
              <Card
                key={facts.address}
                facts={facts}
                isNamesake={namesakes?.has(facts.address)}
                isLazy={isLazy}
                engine={engine}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** One market; in a long list with its figures only on and near the screen. */
const Card = memo(function Card({ facts, isNamesake, isLazy, engine }: MarketProps) {
  const card = useRef<HTMLLIElement>(null)
  const isNear = useIsNearScreen(card, !isLazy)
  const { kind, wait } = describeKind(facts)
  return (
    <li ref={card} className={`${CARD} hover:border-muted`}>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <MarketLink facts={facts} isNamesake={isNamesake} className="wrap-anywhere" />
          <p className="flex min-h-4.5 flex-wrap items-center gap-x-2 text-xs text-muted">
            {wait === undefined ? kind : `${kind} · ${wait}`}
            {isNear && <HeldBadge address={facts.address} />}
          </p>
        </div>
        {isNear && <MarketStatus address={facts.address} engine={engine} all />}
      </div>
      {isNear && <Figures facts={facts} engine={engine} />}
    </li>
  )
})

function Countdown({ facts }: { facts: PoolFacts }) {
  return <>{useMarketCountdown(facts.address)}</>
}

function Figures({ facts, engine }: Pick<MarketProps, 'facts' | 'engine'>) {
  const figures = useMarketFigures(facts.address, engine)
  const dollarsOf = useDollars()
  if (figures === undefined) return null
  const { indexPrice, sinceRebalance, size, longShareWad, skew, rebalancing, gain, pays } = figures
  const { nextEffect } = figures
  const none = '—'
  return (
    <div className="[&_[data-tip]]:relative [&_[data-tip]]:z-1">
      <dl className="mt-2 grid grid-cols-[auto_auto_auto] justify-between gap-x-2">
        <Figure name={columns.price}>
          <Flash>{indexPrice ?? '—'}</Flash>{' '}
          <span className="text-muted">{indexPrice && facts.quote}</span>
        </Figure>
        <Figure name={columns.rate} note={rebalancing?.payer}>
          {rebalancing === undefined ? none : <Flash>{rebalancing.rate}</Flash>}
        </Figure>
        <Figure name={columns.next}>
          <Countdown facts={facts} />
        </Figure>
      </dl>
      <div className="min-h-6.5">
        {longShareWad !== undefined && <SkewBar longShareWad={longShareWad} />}
      </div>
      <details className="relative z-1 text-xs [&_dd_*]:wrap-anywhere [&_dd_*]:whitespace-normal!">
        <summary className="hit w-fit cursor-pointer py-2.5 text-muted">
          {laterContent.more}
        </summary>
        <Facts>
          <Fact name={laterContent.sinceRebalance} hint={sinceRebalance?.title}>
            {sinceRebalance?.text ?? '—'}
          </Fact>
          <Fact name={columns.size}>
            <Flash>
              <Amount value={size} token={facts.settlementToken} />
            </Flash>{' '}
            <Dollars wad={dollarsOf(size, facts.settlementToken)} />
          </Fact>
          <Fact name={columns.skew} explain={<Explain topic="skew" />}>
            {skew === undefined ? none : <Flash>{skew}</Flash>}
          </Fact>
          <Fact name={columns.gain} explain={<Explain topic="effectiveLeverage" />}>
            {gain === undefined ? none : <Sides {...gain} flashes />}
          </Fact>
          {currentBrand.features.bestSkew && (
            <Fact name={laterContent.yield} hint={hints.pays}>
              {gain === undefined ? none : pays === undefined ? '—' : <Sides {...pays} />}
            </Fact>
          )}
          <Fact name={laterContent.effect} hint={hints.effect}>
            <span>
              {nextEffect === undefined ? '—' : `L ${nextEffect.long} · S ${nextEffect.short}`}
            </span>
          </Fact>
          <Fact name={laterContent.skewAfter} hint={hints.skewAfter}>
            {nextEffect === undefined ? '—' : (nextEffect.skew ?? none)}
          </Fact>
        </Facts>
      </details>
    </div>
  )
}

function Figure({
  name,
  note = '\u00a0',
  children,
}: {
  name: string
  note?: string | undefined
  children: ReactNode
}) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="tabular leading-5 wrap-anywhere">{children}</dd>
      <dd className="text-xs leading-4 text-muted">{note}</dd>
    </div>
  )
}
