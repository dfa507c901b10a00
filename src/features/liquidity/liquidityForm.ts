import { findScarcestToken, toBalancedAmounts } from '../../analytics/secondary/balancedAmounts'
import type { PooledToken, SecondaryPool } from '../../chain/balancer/secondaryPool'
import { formatPlain } from '../../format/formatAmount'
import { type AmountErrorCode, parseAmount } from '../../format/parseAmount'
import { DEFAULT_SLIPPAGE } from '../../format/parseSlippage'
import { AMOUNT_BITS } from '../../protocol/bounds'
import { LP_DECIMALS } from './liquidityPool'

/** As typed and chosen. What was typed for one choice is kept while another one is made. */
export interface LiquidityForm {
  readonly mode: 'add' | 'remove'
  /** All tokens in proportion, or one. */
  readonly way: 'all' | 'one'
  /** Index of the only token. */
  readonly only: number
  /** Index of the token whose amount was typed; those of the others follow from it. */
  readonly given: number
  readonly texts: Readonly<Record<'all' | 'one' | 'remove', string>>
  readonly slippage: string
}

export const EMPTY_FORM: LiquidityForm = {
  mode: 'add',
  way: 'all',
  only: 0,
  given: 0,
  texts: { all: '', one: '', remove: '' },
  slippage: DEFAULT_SLIPPAGE,
}

/** What a quote is asked for. Amounts in the Vault's order of tokens, base units. */
export type LiquidityRequest =
  | { readonly kind: 'add'; readonly amountsIn: readonly bigint[] }
  | {
      readonly kind: 'remove'
      readonly lpIn: bigint
      /** Index of the only token that is taken; undefined for all in proportion. */
      readonly onlyToken: number | undefined
    }

/** `TOO_SMALL`: so little that of the other tokens nothing is left. */
export type LiquidityProblem = AmountErrorCode | 'TOO_SMALL'

export type ParsedLiquidity =
  | { readonly ok: true; readonly request: LiquidityRequest }
  | { readonly ok: false; readonly code: LiquidityProblem }

type FormPool = Pick<SecondaryPool, 'paused'> & {
  readonly tokens: readonly Pick<PooledToken, 'balance' | 'decimals' | 'held'>[]
}

/** The text that is being typed, and the decimals that it may have. */
export function typedText(
  { mode, way, only, given, texts }: LiquidityForm,
  { tokens }: Pick<FormPool, 'tokens'>,
): { readonly text: string; readonly decimals: number } {
  if (mode === 'remove') return { text: texts.remove, decimals: LP_DECIMALS }
  const index = way === 'one' ? only : given
  return { text: texts[way], decimals: tokens[index]?.decimals ?? 0 }
}

/** What a form asks for, or why it asks for nothing. Whether the wallet has as much is not looked at. */
export function parseLiquidityForm(form: LiquidityForm, pool: FormPool): ParsedLiquidity {
  const { text, decimals } = typedText(form, pool)
  const parsed = parseAmount(text, decimals, 2n ** AMOUNT_BITS - 1n)
  if (!parsed.ok) return parsed
  const { mode, way, only, given } = form
  if (mode === 'remove') {
    // A paused pool gives all tokens in proportion alone.
    const onlyToken = way === 'one' && !pool.paused ? only : undefined
    return { ok: true, request: { kind: 'remove', lpIn: parsed.value, onlyToken } }
  }
  const amountsIn =
    way === 'one'
      ? pool.tokens.map((_, index) => (index === only ? parsed.value : 0n))
      : toBalancedAmounts(pool.tokens, given, parsed.value)
  if (amountsIn === undefined || (way === 'all' && amountsIn.some((amount) => amount === 0n)))
    return { ok: false, code: 'TOO_SMALL' }
  return { ok: true, request: { kind: 'add', amountsIn } }
}

/** A form that adds as much as the wallet has, in proportion; undefined where one of the tokens is missing. */
export function withMostInProportion(
  form: LiquidityForm,
  { tokens }: Pick<FormPool, 'tokens'>,
): LiquidityForm | undefined {
  const scarcest = findScarcestToken(tokens)
  const token = scarcest === undefined ? undefined : tokens[scarcest]
  if (scarcest === undefined || token === undefined || token.held === 0n) return undefined
  const all = formatPlain(token.held, token.decimals)
  return { ...form, given: scarcest, texts: { ...form.texts, all } }
}
