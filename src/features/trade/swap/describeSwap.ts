import type { SwapQuote } from '../../../chain/balancer/quoteSwap'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import type { TokenFacts } from '../../../chain/poolFacts'
import { formatName } from '../../../format/formatAddress'
import { formatAmount, formatAmountShort } from '../../../format/formatAmount'
import { formatPercent, ratioWad } from '../../../format/formatRatio'
import type { SwapComparison } from './compareSwap'
import { swapContent } from './content'
import type { FoundTurningSize } from './useTurningSize'

const { verdict, turning, titles } = swapContent

/** A token as it is called here: a pool token by its side, since its own symbol is the market's whole name. */
export function shortTokenName(
  { facts }: Pick<PoolAtBlock, 'facts'>,
  token: TokenFacts,
): { readonly symbol: string; readonly decimals: number } {
  const { decimals } = token
  if (token.address === facts.longToken.address) return { symbol: 'long', decimals }
  if (token.address === facts.shortToken.address) return { symbol: 'short', decimals }
  return { symbol: token.symbol, decimals }
}

/** An amount with its unit, short. */
export function describeAmount(
  value: bigint,
  { symbol, decimals }: { readonly symbol: string; readonly decimals: number },
): string {
  return `${formatAmountShort(value, decimals)} ${formatName(symbol, 12)}`
}

/** Which way gives more, in a sentence. */
export function describeVerdict(
  { ways }: Pick<SwapComparison, 'ways'>,
  tokenOut: { readonly symbol: string; readonly decimals: number },
): string {
  if (ways instanceof Error) return verdict.noQueue(ways.message)
  const { better, moreBy, now, queue } = ways
  if (better === undefined) return verdict.same
  const less = better === 'now' ? queue.netOut : now.netOut
  const share = less > 0n ? ratioWad(moreBy, less) : undefined
  const text = describeAmount(moreBy, tokenOut)
  return share === undefined
    ? verdict[better](text)
    : verdict[better](text, formatPercent(share, 2, { signed: true }))
}

/** The size at which it turns: what is shown, and what it means where that is no amount. */
export function describeTurningSize(
  known: FoundTurningSize | undefined,
  tokenIn: { readonly symbol: string; readonly decimals: number },
): { readonly text: string; readonly hint: string } {
  const { turnsHint } = swapContent.facts
  if (known === undefined) return { text: turning.searching, hint: turnsHint }
  const { found, max } = known
  switch (found.kind) {
    case 'turns':
      return { text: turning.turns(describeAmount(found.upTo, tokenIn)), hint: turnsHint }
    case 'always':
      return { text: turning.always(describeAmount(max, tokenIn)), hint: turning.alwaysHint }
    case 'never':
      return { text: turning.never, hint: turning.neverHint }
    case 'unclear':
      return { text: turning.unclear, hint: turning.unclearHint }
  }
}

/** What the transaction is called: amounts exact. */
export function swapTitle(
  { amountIn }: SwapQuote,
  tokenIn: { readonly symbol: string; readonly decimals: number },
  tokenOut: { readonly symbol: string },
): string {
  const paid = `${formatAmount(amountIn, tokenIn.decimals)} ${formatName(tokenIn.symbol)}`
  return titles.swap(paid, formatName(tokenOut.symbol))
}
