import type { Address } from 'viem'
import { applySlippage } from '../../chain/balancer/buildSwap'
import type { ExitPoolIntent } from '../../flows/kinds/exitPool'
import type { JoinPoolIntent } from '../../flows/kinds/joinPool'
import { formatName } from '../../format/formatAddress'
import { formatAmount, formatAmountShort } from '../../format/formatAmount'
import { liquidityContent } from './content'
import { LP_DECIMALS } from './liquidityPool'
import type { LiquidityQuote } from './useLiquidityQuote'

const { titles } = liquidityContent

/** What is accepted at least of what a quote gives, in its order. */
export function minimumOf({ received }: LiquidityQuote, slippageBasisPoints: number) {
  return received.map((amount) => applySlippage(amount, slippageBasisPoints))
}

/** A quote as it is handed over for sending: no less than it says less the slippage. */
export function liquidityIntent(
  quote: LiquidityQuote,
  vault: Address,
  slippageBasisPoints: number,
): JoinPoolIntent | ExitPoolIntent {
  const { request, received, pool } = quote
  const { lp, market, tokens, name } = pool
  const about = {
    ...(market !== undefined && { pool: market.facts.address }),
    vault,
    poolId: lp.id,
    tokens: lp.tokens.map(({ address }) => address),
  }
  const minimum = minimumOf(quote, slippageBasisPoints)
  if (request.kind === 'remove') {
    const { lpIn, onlyToken } = request
    const title = titles.remove(formatAmountShort(lpIn, LP_DECIMALS), name)
    const amounts = { quotedAmounts: received, minAmountsOut: minimum }
    return { kind: 'exitPool', title, ...about, lpIn, onlyToken, ...amounts }
  }
  const { amountsIn } = request
  const given = tokens.flatMap(({ symbol, decimals }, index) => {
    const amount = amountsIn[index] ?? 0n
    return amount === 0n ? [] : `${formatAmount(amount, decimals)} ${formatName(symbol, 12)}`
  })
  const [quotedLp = 0n] = received
  const [minLpOut = 0n] = minimum
  const title = titles.add(given.join(liquidityContent.and), name)
  return { kind: 'joinPool', title, ...about, amountsIn, quotedLp, minLpOut }
}
