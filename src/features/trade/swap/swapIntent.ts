import { applySlippage } from '../../../chain/balancer/buildSwap'
import type { SwapQuote } from '../../../chain/balancer/quoteSwap'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import type { SwapIntent } from '../../../flows/kinds/swap'

/** What is decided besides the quote. */
export interface SwapTerms {
  readonly title: string
  readonly vault: SwapIntent['vault']
  readonly slippageBasisPoints: number
  /** Unix seconds. */
  readonly deadlineSec: bigint
}

/** A quoted swap as it is handed over for sending: no less than the quote less the slippage, until the deadline. */
export function swapIntent(
  { facts }: Pick<PoolAtBlock, 'facts'>,
  { route, amountIn, amountOut }: SwapQuote,
  { title, vault, slippageBasisPoints, deadlineSec }: SwapTerms,
): SwapIntent {
  return {
    kind: 'swap',
    title,
    pool: facts.address,
    vault,
    route,
    amountIn,
    quotedOut: amountOut,
    minOut: applySlippage(amountOut, slippageBasisPoints),
    deadlineSec,
  }
}
