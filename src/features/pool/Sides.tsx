import { type ReactNode, Suspense } from 'react'
import { tokenPrice } from '../../analytics/poolFigures'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { Explain } from '../../explain/Explain'
import type { TopicName } from '../../explain/topics'
import { formatName } from '../../format/formatAddress'
import { formatTokenPrice, formatWad } from '../../format/formatRatio'
import { computeEffectiveLeverage, computeSkewWad } from '../../protocol/poolMetrics'
import { Amount } from '../../ui/Amount'
import { ChartSkeleton } from '../../ui/ChartSkeleton'
import { Flash } from '../../ui/Flash'
import { lazySection } from '../../ui/lazySection'
import { Name } from '../../ui/Name'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { WhenVisible } from '../../ui/WhenVisible'
import { poolContent } from './content'

const TransferChart = lazySection(() => import('./TransferChart'))
const content = poolContent.sides

/** What both sides hold and what their tokens are worth, and what one move of the index does to them. */
export function Sides({ pool }: { pool: PoolAtBlock }) {
  const { facts, snapshot } = pool
  const symbol = formatName(facts.settlementToken.symbol)
  const settlement = { ...facts.settlementToken, symbol: '' }
  const gain = computeEffectiveLeverage(snapshot)
  const hasQueuedBurns =
    snapshot.pendingLongBurnPoolTokens + snapshot.pendingShortBurnPoolTokens > 0n
  const tokens = (value: bigint) => (
    <Amount value={value} token={{ ...facts.longToken, symbol: '' }} />
  )
  return (
    <>
      <table className="tabular w-full">
        <thead>
          <tr className="border-b border-line text-xs">
            <td />
            <th scope="col" className="pb-1 text-right font-medium text-long">
              {poolContent.next.long}
            </th>
            <th scope="col" className="pb-1 text-right font-medium text-short">
              {poolContent.next.short}
            </th>
          </tr>
        </thead>
        <tbody>
          <Row
            name={content.token}
            isWideOnly
            long={<Name of={facts.longToken.symbol} />}
            short={<Name of={facts.shortToken.symbol} />}
          />
          <Row
            name={`${content.balance} (${symbol})`}
            long={
              <Flash>
                <Amount value={snapshot.longBalance} token={settlement} />
              </Flash>
            }
            short={
              <Flash>
                <Amount value={snapshot.shortBalance} token={settlement} />
              </Flash>
            }
          />
          <Row
            name={`${content.tokenPrice} (${symbol})`}
            long={<Price wad={tokenPrice(snapshot, 'long').wad} />}
            short={<Price wad={tokenPrice(snapshot, 'short').wad} />}
          />
          <Row
            name={content.supply}
            long={tokens(snapshot.longTokenSupply)}
            short={tokens(snapshot.shortTokenSupply)}
          />
          {hasQueuedBurns && (
            <Row
              name={content.queuedBurns}
              note={content.queuedBurnsHint}
              long={tokens(snapshot.pendingLongBurnPoolTokens)}
              short={tokens(snapshot.pendingShortBurnPoolTokens)}
            />
          )}
          <Row
            name={content.gain}
            topic="effectiveLeverage"
            long={gain === undefined ? content.noGain : `${formatWad(gain.longGainWad, 2)}x`}
            short={gain === undefined ? content.noGain : `${formatWad(gain.shortGainWad, 2)}x`}
          />
        </tbody>
      </table>
      <Effect pool={pool} />
    </>
  )
}

/** On one line, however narrow its column. */
function Price({ wad }: { wad: bigint }) {
  return (
    <span className="whitespace-nowrap">
      <Flash>{formatTokenPrice(wad)}</Flash>
    </span>
  )
}

/** The curve of one rebalance, for who opens it. */
function Effect({ pool: { snapshot } }: { pool: PoolAtBlock }) {
  const { title, text, oneSideEmpty } = poolContent.effect
  return (
    <details className="mt-3">
      <summary className="w-fit cursor-pointer text-muted max-sm:py-2">{title}</summary>
      <p className="my-2 max-w-prose text-muted">
        {text} <Explain topic="powerLeverage" />
      </p>
      {computeSkewWad(snapshot) === undefined ? (
        <p className="text-muted">{oneSideEmpty}</p>
      ) : (
        <div className="h-72">
          <WhenVisible fallback={<ChartSkeleton />}>
            <SectionBoundary what={poolContent.sections.chart}>
              <Suspense fallback={<ChartSkeleton />}>
                <TransferChart snapshot={snapshot} />
              </Suspense>
            </SectionBoundary>
          </WhenVisible>
        </div>
      )}
    </details>
  )
}

function Row({
  name,
  note,
  topic,
  isWideOnly = false,
  long,
  short,
}: {
  name: string
  note?: string
  topic?: TopicName
  /** Left out on a phone, which has no room for long names in columns. */
  isWideOnly?: boolean
  long: ReactNode
  short: ReactNode
}) {
  return (
    <tr className={`border-b border-line ${isWideOnly ? 'max-sm:hidden' : ''}`}>
      <th scope="row" className="py-1.5 text-left font-normal wrap-anywhere text-muted">
        {name} {topic !== undefined && <Explain topic={topic} />}
        {note !== undefined && <span className="block text-xs">{note}</span>}
      </th>
      <td className="py-1.5 pl-3 text-right wrap-anywhere">{long}</td>
      <td className="py-1.5 pl-3 text-right wrap-anywhere">{short}</td>
    </tr>
  )
}
