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

/** What the wallet lacks for a request. */
export interface Shortage {
  /** The place of the field: the token's, or 0 for LP tokens. */
  readonly at: number
  readonly text: string
  /** It has nothing at all of this token, so that adding in proportion is impossible. */
  readonly hasNone: boolean
}

/**
 * What the wallet lacks for a request, in a sentence; undefined where it has enough.
 *
 * @param staked LP tokens of the account's that lie in farms
 */
export function describeShortage(
  request: LiquidityRequest,
  { lp, tokens }: Pick<LiquidityPool, 'lp' | 'tokens'>,
  staked: bigint,
): Shortage | undefined {
  if (request.kind === 'add') {
    for (const [index, { symbol, decimals, held }] of tokens.entries()) {
      const needed = request.amountsIn[index] ?? 0n
      if (needed <= held) continue
      const [all, own] = [needed, held].map((amount) => formatAmount(amount, decimals))
      const text = content.notEnough(formatName(symbol, 12), all ?? '', own ?? '')
      return { at: index, text, hasNone: held === 0n }
    }
    return undefined
  }
  if (request.lpIn <= lp.held) return undefined
  const sentence =
    lp.held === 0n ? content.noLp : content.tooMuchLp(formatAmount(lp.held, LP_DECIMALS))
  const text = staked > 0n ? `${sentence} ${content.staked}` : sentence
  return { at: 0, text, hasNone: lp.held === 0n }
}
