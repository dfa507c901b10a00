import { computeLiquidityImpact, computeLpWorth } from '../../analytics/secondary/liquidityCosts'
import { describeAmount } from '../../format/describeAmount'
import { formatPercent, ratioWad } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Fact, Facts } from '../../ui/Facts'
import { liquidityContent } from './content'
import { type LiquidityPool, LP_DECIMALS, worthOfAdded, worthOfAmounts } from './liquidityPool'
import { PoolAmounts } from './PoolAmounts'
import type { LiquidityQuote } from './useLiquidityQuote'
import { WorthFact } from './WorthFact'

const { quote: content } = liquidityContent

/** What is less rounds to nothing. */
const LEAST_CHANGE_WAD = WAD / 2_000n

/** What adding or removing gives, what it loses against the pool's own prices, and what it is worth. */
export function QuoteFacts({ quote }: { quote: LiquidityQuote }) {
  const { request, received, pool } = quote
  const impact = impactOf(quote)
  const [lpOut = 0n] = received
  const { held, totalSupply } = pool.lp
  return (
    <>
      <Facts>
        <Fact
          name={content.receive}
          hint={content.receiveHint}
          {...(request.kind === 'add' && { note: describeWorth(pool, request.amountsIn, lpOut) })}
        >
          {request.kind === 'add' ? (
            <Amount value={lpOut} token={{ symbol: liquidityContent.lp, decimals: LP_DECIMALS }} />
          ) : (
            <PoolAmounts pool={pool} amounts={received} />
          )}
        </Fact>
        <Fact name={content.impact} hint={content.impactHint}>
          {impact === undefined ? '—' : formatPercent(impact, 3)}
        </Fact>
        <Value quote={quote} />
        {request.kind === 'add' && (
          <Fact name={content.shareAfter} hint={content.shareAfterHint}>
            {formatPercent(ratioWad(held + lpOut, totalSupply + lpOut) ?? 0n)}
          </Fact>
        )}
      </Facts>
      <p className="pt-1.5 text-right text-xs text-muted">{content.block(pool.block.toString())}</p>
    </>
  )
}

/** What the LP tokens come to, beside what is added for them. */
function describeWorth(pool: LiquidityPool, amountsIn: readonly bigint[], lpOut: bigint): string {
  const added = worthOfAdded(pool, amountsIn, lpOut)
  if (pool.market === undefined || added === undefined) return content.worthUnknown
  const { worth, changeWad } = added
  const value = describeAmount(worth, pool.market.facts.settlementToken)
  if (changeWad === undefined) return content.worth(value, undefined)
  const isEven = changeWad < LEAST_CHANGE_WAD && changeWad > -LEAST_CHANGE_WAD
  return isEven
    ? content.worthEven(value)
    : content.worth(value, formatPercent(changeWad, 1, { signed: true }))
}

function impactOf({ request, received, pool: { lp } }: LiquidityQuote): bigint | undefined {
  const amounts = request.kind === 'add' ? request.amountsIn : received
  const worth = computeLpWorth(lp.tokens, lp.totalSupply, amounts)
  if (worth === undefined) return undefined
  return request.kind === 'add'
    ? computeLiquidityImpact(worth, received[0] ?? 0n)
    : computeLiquidityImpact(request.lpIn, worth)
}

function Value({ quote: { request, received, pool } }: { quote: LiquidityQuote }) {
  const worth = worthOfAmounts(pool, request.kind === 'add' ? request.amountsIn : received)
  if (pool.market === undefined || worth === undefined) return null
  return (
    <WorthFact
      name={content.value[request.kind]}
      worth={worth}
      token={pool.market.facts.settlementToken}
    />
  )
}
