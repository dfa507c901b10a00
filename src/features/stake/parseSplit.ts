import { splitWeeklyRewards } from '../../analytics/staking/rewardRates'
import { type AmountErrorCode, parseAmount } from '../../format/parseAmount'
import { AMOUNT_BITS } from '../../protocol/bounds'
import { TCR_DECIMALS } from './programme'

/** As typed. */
export interface SplitForm {
  readonly total: string
  /** Percent that goes to those who stake pool tokens. */
  readonly share: string
  readonly tokenFarms: string
  readonly lpFarms: string
}

export type SplitField = keyof SplitForm

export type SplitProblem = AmountErrorCode | 'OVER_100' | 'TOO_MANY'

export interface ParsedSplit {
  /** Undefined while some field cannot be used. */
  readonly split: ReturnType<typeof splitWeeklyRewards> | undefined
  readonly problems: Partial<Record<SplitField, SplitProblem>>
}

const PERCENT_DECIMALS = 2
const WHOLE = 10_000n
const MOST_FARMS = 1_000n

const TOO_LARGE = {
  total: 'TOO_LARGE',
  share: 'OVER_100',
  tokenFarms: 'TOO_MANY',
  lpFarms: 'TOO_MANY',
} as const satisfies Record<SplitField, string>

/** Computes what each farm gets of a weekly total, from what was typed. Amounts have 18 decimals. */
export function parseSplit(form: SplitForm): ParsedSplit {
  const problems: Partial<Record<SplitField, SplitProblem>> = {}
  const read = (field: SplitField, decimals: number, max: bigint) => {
    // None of it is an amount, too.
    const isZero = field !== 'total' && /^\s*0+([.,]0*)?\s*$/.test(form[field])
    const parsed = isZero
      ? { ok: true as const, value: 0n }
      : parseAmount(form[field], decimals, max)
    if (parsed.ok) return parsed.value
    problems[field] = parsed.code === 'TOO_LARGE' ? TOO_LARGE[field] : parsed.code
    return undefined
  }
  const total = read('total', TCR_DECIMALS, 2n ** AMOUNT_BITS - 1n)
  const share = read('share', PERCENT_DECIMALS, WHOLE)
  const tokenFarms = read('tokenFarms', 0, MOST_FARMS)
  const lpFarms = read('lpFarms', 0, MOST_FARMS)
  if (
    total === undefined ||
    share === undefined ||
    tokenFarms === undefined ||
    lpFarms === undefined
  )
    return { split: undefined, problems }
  return {
    split: splitWeeklyRewards(total, share, Number(tokenFarms), Number(lpFarms)),
    problems,
  }
}
