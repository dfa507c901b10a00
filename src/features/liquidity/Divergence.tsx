import { Suspense, useMemo } from 'react'
import { Link } from 'react-router'
import { computeDivergenceAfterMoves } from '../../analytics/secondary/divergenceAfterMoves'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { formatName } from '../../format/formatAddress'
import { formatGain } from '../../format/formatRatio'
import { Card } from '../../ui/Card'
import { ChartSkeleton } from '../../ui/ChartSkeleton'
import { lazySection } from '../../ui/lazySection'
import { ScrollArea } from '../../ui/ScrollArea'
import { WhenVisible } from '../../ui/WhenVisible'
import { liquidityContent } from './content'
import { type DivergenceTerms, divergenceTerms, labLink } from './divergenceTerms'
import type { LiquidityPool } from './liquidityPool'

const { divergence: content } = liquidityContent

const DivergenceChart = lazySection(async () => ({
  default: (await import('./DivergenceChart')).DivergenceChart,
}))

/** Of the index. */
const TABLE_MOVES = [-0.4, -0.2, -0.1, -0.05, 0.05, 0.1, 0.2, 0.4]

/** What prices that drift apart do to the pool's liquidity, beside the articles' mix: a chart and a table. */
export function Divergence({ pool }: { pool: LiquidityPool }) {
  const { market } = pool
  return (
    <Card title={content.title}>
      {market === undefined ? (
        <p className="text-muted">{content.noMarket}</p>
      ) : (
        <OfMarket pool={pool} market={market} />
      )}
    </Card>
  )
}

function OfMarket({ pool, market }: { pool: LiquidityPool; market: PoolAtBlock }) {
  const terms = useMemo(() => divergenceTerms(pool, market), [pool, market])
  if (terms === undefined) return <p className="text-muted">{content.notComputable}</p>
  const { isStill, others } = terms
  const symbols = others.map(({ symbol }) => formatName(symbol, 12)).join(liquidityContent.and)
  return (
    <>
      <p className="max-w-prose">{content.intro}</p>
      <p className="mt-3 text-xs text-muted">{content.chart}</p>
      <div className="h-64">
        <WhenVisible fallback={<ChartSkeleton />}>
          <Suspense fallback={<ChartSkeleton />}>
            <DivergenceChart terms={terms} />
          </Suspense>
        </WhenVisible>
      </div>
      <Table terms={terms} />
      <ul className="mt-2 space-y-1 text-xs text-muted">
        <li>{isStill ? content.still(symbols) : content.moves(symbols)}</li>
        <li>{content.v1}</li>
        <li>{content.estimates}</li>
      </ul>
      <p className="mt-3">
        <Link
          to={labLink(pool, market, isStill)}
          className="underline underline-offset-4 hover:text-ink"
        >
          {content.lab}
        </Link>
      </p>
    </>
  )
}

function Table({ terms }: { terms: DivergenceTerms }) {
  const rows = computeDivergenceAfterMoves(terms.market, terms.mixes, TABLE_MOVES)
  const { columns } = content
  return (
    <ScrollArea label={content.table} className="mt-3">
      <table className="tabular w-full text-right whitespace-nowrap max-sm:text-xs">
        <thead className="text-xs text-muted">
          <tr className="border-b border-line">
            {[columns.move, columns.pool, columns.v1, columns.long, columns.short].map((column) => (
              <th
                key={column}
                scope="col"
                className="py-1.5 pl-2 sm:pl-3 font-normal first:pl-0 first:text-left"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ move, long, short, divergence }) => (
            <tr key={move} className="border-b border-line last:border-0">
              <th scope="row" className="py-1.5 text-left font-normal">
                {formatGain(move)}
              </th>
              <td className="pl-2 sm:pl-3 font-semibold">{formatGain(divergence[0] ?? 0)}</td>
              <td className="pl-2 sm:pl-3">{formatGain(divergence[1] ?? 0)}</td>
              <td className="pl-2 sm:pl-3">{formatGain(long - 1)}</td>
              <td className="pl-2 sm:pl-3">{formatGain(short - 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
