import type { ExecutionWait } from '../../../analytics/executionTime'
import type { WaysComparison } from '../../../analytics/secondary/compareWithQueue'
import type { SwapQuote } from '../../../chain/balancer/quoteSwap'
import { describeAmount } from '../../../format/describeAmount'
import { formatName } from '../../../format/formatAddress'
import { formatAmount, formatAmountShort } from '../../../format/formatAmount'
import { formatPercent, ratioWad } from '../../../format/formatRatio'
import type { SwapComparison } from './compareSwap'
import { swapContent } from './content'
import type { FoundTurningSize } from './useTurningSize'

const { brief, verdict, turning, titles } = swapContent

/** Which way gives more, in a sentence. */
export function describeVerdict(
  { ways }: Pick<SwapComparison, 'ways'>,
  tokenOut: { readonly symbol: string; readonly decimals: number },
): string {
  if (ways instanceof Error) return verdict.noQueue(ways.message)
  const { better, moreBy } = ways
  if (better === undefined) return verdict.same
  const said = verdict[better](describeMore(moreBy, tokenOut), shareOf(ways))
  return ways.countsGas ? verdict.net(said) : verdict.gross(said)
}

/**
 * The same without a sentence around it, net of all fees: for the closed section.
 *
 * @param waitsFor What the queue waits for, where its rebalance doesn’t come in time
 */
export function describeBriefVerdict(
  { ways }: Pick<SwapComparison, 'ways'>,
  tokenOut: { readonly symbol: string; readonly decimals: number },
  waitsFor?: ExecutionWait,
): string {
  if (ways instanceof Error) return brief.noQueue
  const { better, countsGas } = ways
  if (better === undefined) return brief.same
  const said = brief[better](describeMore(ways.moreBy, tokenOut), shareOf(ways))
  const counted = countsGas ? said : brief.gross(said)
  return better === 'queue' && waitsFor !== undefined ? brief.waits[waitsFor](counted) : counted
}

function describeMore(
  amount: bigint,
  { symbol, decimals }: { readonly symbol: string; readonly decimals: number },
): string {
  return swapContent.more(formatAmountShort(amount, decimals), formatName(symbol, 12))
}

/** How much more the better way gives, in percent of the other; undefined where network fees eat that. */
function shareOf({ better, moreBy, now, queue }: WaysComparison): string | undefined {
  const less = better === 'now' ? queue.netOut : now.netOut
  const share = less > 0n ? ratioWad(moreBy, less) : undefined
  return share === undefined ? undefined : formatPercent(share, 2, { signed: true })
}

/** A difference, with its sign. */
export function describeChange(
  change: bigint,
  token: { readonly symbol: string; readonly decimals: number },
): string {
  return `${change > 0n ? '+' : ''}${describeAmount(change, token)}`
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
