import type { ReactNode } from 'react'
import type { WaysComparison } from '../../../analytics/secondary/compareWithQueue'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import { shortTokenName } from '../../../data/shortTokenName'
import { useExecutionTime } from '../../../data/useExecutionTime'
import { formatAmount } from '../../../format/formatAmount'
import { formatPercent } from '../../../format/formatRatio'
import { formatDuration } from '../../../format/formatTime'
import { WAD } from '../../../protocol/wad'
import { Amount } from '../../../ui/Amount'
import { describeEarliest } from '../../../ui/describeEarliest'
import { Fact, Facts } from '../../../ui/Facts'
import { Tooltip } from '../../../ui/Tooltip'
import { SPREAD_MOVE_BASIS_POINTS } from './compareSwap'
import { swapContent } from './content'
import { describeChange, describeTurningSize, describeVerdict } from './describeSwap'
import type { SwapAction } from './swapAction'
import type { LiveComparison } from './useSwapComparison'
import type { SwapMarket } from './useSwapMarket'
import { useTurningSize } from './useTurningSize'

const { table: content, facts, verdict } = swapContent

const ETH = { maxDecimals: 6 }
const MOVE = formatPercent((BigInt(SPREAD_MOVE_BASIS_POINTS) * WAD) / 10_000n, 0)

interface ComparisonProps {
  pool: PoolAtBlock
  swap: SwapAction
  market: SwapMarket
  live: LiveComparison
}

/** The same amount swapped now and queued, side by side; which gives more, and up to which size. */
export function SwapComparison(props: ComparisonProps) {
  const { pool, market, swap, live } = props
  const tokenOut = shortTokenName(pool, market.tokenOut)
  const { ways } = live.compared
  return (
    <>
      <p className="font-semibold">{describeVerdict(live.compared, tokenOut)}</p>
      {ways instanceof Error ? (
        <Facts>
          <Fact name={content.receive} hint={content.receiveHint}>
            <Amount value={live.compared.quote.amountOut} token={tokenOut} />
          </Fact>
        </Facts>
      ) : (
        <Ways pool={pool} ways={ways} tokenOut={tokenOut} live={live} />
      )}
      <Details {...props} />
      {market.block !== undefined && (
        <p className="text-right text-xs text-muted">{facts.block(market.block)}</p>
      )}
      <p className="text-xs text-muted">{verdict.exposed(swap.action)}</p>
    </>
  )
}

function Ways({
  pool,
  ways,
  tokenOut,
  live: { gas },
}: {
  pool: PoolAtBlock
  ways: WaysComparison
  tokenOut: { readonly symbol: string; readonly decimals: number }
  live: LiveComparison
}) {
  const { now, queue } = ways
  const isCounted = ways.countsGas && gas !== undefined
  const mark = (way: 'now' | 'queue') => (ways.better === way ? 'font-semibold text-ink' : '')
  return (
    // On the narrowest phones a unit is below its number.
    <table className="tabular w-full text-right max-[24rem]:[&_bdi]:ml-auto max-[24rem]:[&_bdi]:block">
      <thead className="text-xs text-muted">
        <tr>
          <td />
          <th scope="col" className={`py-1 pl-2 font-medium ${mark('now')}`}>
            {content.now}
          </th>
          <th scope="col" className={`py-1 pl-2 font-medium ${mark('queue')}`}>
            {content.queue}
          </th>
        </tr>
      </thead>
      <tbody>
        <Row name={content.receive} hint={content.receiveHint}>
          <Amount value={now.out} token={tokenOut} />
          <Amount value={queue.out} token={tokenOut} />
        </Row>
        {isCounted && (
          <Row
            name={content.net}
            hint={content.netHint(
              formatAmount(gas.swapWei, 18, ETH),
              formatAmount(gas.queueWei, 18, ETH),
            )}
          >
            <Amount value={now.netOut} token={tokenOut} />
            <Amount value={queue.netOut} token={tokenOut} />
          </Row>
        )}
        <Row name={content.when}>
          {content.atOnce}
          <Wait pool={pool} untilSec={queue.executesAtSec} />
        </Row>
      </tbody>
      <caption className="caption-bottom pt-1 text-left text-xs text-muted">
        {isCounted ? content.netNote : content.noNet}
      </caption>
    </table>
  )
}

function Row({
  name,
  hint,
  children: [now, queue],
}: {
  name: string
  hint?: string
  children: readonly [ReactNode, ReactNode]
}) {
  return (
    <tr>
      <th scope="row" className="py-1 text-left font-normal text-muted">
        <Tooltip text={hint}>
          <span
            className={hint && 'underline decoration-line decoration-dotted underline-offset-4'}
          >
            {name}
          </span>
        </Tooltip>
      </th>
      <td className="py-1 pl-2 align-top">{now}</td>
      <td className="py-1 pl-2 align-top">{queue}</td>
    </tr>
  )
}

function Wait({ pool: { snapshot }, untilSec }: { pool: PoolAtBlock; untilSec: bigint }) {
  const { nowSec, timeOf } = useExecutionTime(snapshot)
  const executesAt = Number(untilSec)
  return (
    describeEarliest(timeOf(executesAt), nowSec) ??
    content.inTime(formatDuration(executesAt - nowSec))
  )
}

/** What a swap costs, what it gives against the pool's own price, what waiting exposes to, and where it turns. */
function Details({ pool, swap, market, live }: Omit<ComparisonProps, 'block'>) {
  const { costs, ways, quote } = live.compared
  const turning = describeTurningSize(
    useTurningSize(pool, swap, market, live),
    shortTokenName(pool, market.tokenIn),
  )
  const signed = (wad: bigint | undefined) =>
    wad === undefined ? '—' : formatPercent(wad, 2, { signed: true })
  return (
    <Facts>
      <Fact name={facts.impact} hint={facts.impactHint}>
        {costs === undefined ? '—' : formatPercent(costs.priceImpactWad)}
      </Fact>
      <Fact name={facts.fee} hint={facts.feeHint(quote.route.length)}>
        {costs === undefined ? '—' : formatPercent(costs.feeWad)}
      </Fact>
      {!(ways instanceof Error) && (
        <>
          <Fact name={facts.fairLast} hint={facts.fairHint}>
            {signed(ways.againstFair.lastWad)}
          </Fact>
          <Fact name={facts.fairNext} hint={facts.fairHint}>
            {signed(ways.againstFair.executingWad)}
          </Fact>
          <Fact name={facts.spread(MOVE)} hint={facts.spreadHint(MOVE)}>
            {(['down', 'up'] as const).map((way) => (
              <span key={way} className="block whitespace-nowrap">
                {facts.spreadAt(
                  way === 'down' ? `−${MOVE}` : `+${MOVE}`,
                  describeChange(
                    ways.spread[way] - ways.queue.out,
                    shortTokenName(pool, market.tokenOut),
                  ),
                )}
              </span>
            ))}
          </Fact>
          <Fact name={facts.turns} hint={turning.hint}>
            {turning.text}
          </Fact>
        </>
      )}
    </Facts>
  )
}
