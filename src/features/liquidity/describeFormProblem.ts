import { describeNumberError } from '../../format/describeNumberError'
import { formatName } from '../../format/formatAddress'
import { formatAmount } from '../../format/formatAmount'
import { liquidityContent } from './content'
import type { LiquidityProblem, LiquidityRequest } from './liquidityForm'
import { type LiquidityPool, LP_DECIMALS } from './liquidityPool'

const { problem: content } = liquidityContent

/**
 * The sentence for what was typed and asks for nothing.
 *
 * @param decimals That it may have
 */
export function describeTypedProblem(
  code: LiquidityProblem,
  text: string,
  decimals: number,
): string {
  if (code === 'TOO_SMALL') return content.tooSmall
  // So much that no wallet has it.
  if (code === 'TOO_LARGE') return content.tooLarge
  return describeNumberError(code, text, decimals)
}

/** What the wallet lacks for a request, of each token. */
export interface Shortage {
  /** A sentence at each field that asks for too much: in the tokens' order, or one for LP tokens. */
  readonly texts: readonly (string | undefined)[]
  /** It has nothing at all of one of them, so that adding in proportion is impossible. */
  readonly hasNone: boolean
}

/**
 * What the wallet lacks for a request, in a sentence for each token; undefined where it has enough.
 *
 * @param staked LP tokens of the account's that lie in farms
 */
export function describeShortage(
  request: LiquidityRequest,
  { lp, tokens }: Pick<LiquidityPool, 'lp' | 'tokens'>,
  staked: bigint,
): Shortage | undefined {
  if (request.kind === 'add') {
    const texts = tokens.map(({ symbol, decimals, held }, index) => {
      const needed = request.amountsIn[index] ?? 0n
      if (needed <= held) return undefined
      const [all, own] = [needed, held].map((amount) => formatAmount(amount, decimals))
      return content.notEnough(formatName(symbol, 12), all ?? '', own ?? '')
    })
    const lacking = tokens.filter((_, index) => texts[index] !== undefined)
    if (lacking.length === 0) return undefined
    return { texts, hasNone: lacking.some(({ held }) => held === 0n) }
  }
  if (request.lpIn <= lp.held) return undefined
  const sentence =
    lp.held === 0n ? content.noLp : content.tooMuchLp(formatAmount(lp.held, LP_DECIMALS))
  const text = staked > 0n ? `${sentence} ${content.staked}` : sentence
  return { texts: [text], hasNone: lp.held === 0n }
}
