import { parseUnits } from 'viem'

/** TCR's decimals. */
export const TCR_DECIMALS = 18

const tcr = (whole: string) => parseUnits(whole, TCR_DECIMALS)

/** The liquidity mining programme as the articles that announced it print it. Amounts in TCR units; shares of 100. */
export const PRINTED = {
  supply: tcr('1000000000'),
  miningPercent: 5n,
  firstFourWeeksPercent: 57n,
  firstFourWeeks: tcr('28500000'),
  sixMonthsPercent: 50n,
  /** By week; undefined where no article gives it. */
  weeks: [tcr('8000000'), tcr('7500000'), undefined, undefined],
  tokenPercent: 40n,
  lpPercent: 60n,
} as const

/** What each of a market's two groups of stakers got in one week. TCR units. */
interface PaidMarket {
  readonly market: string
  readonly tokens: bigint
  readonly lp: bigint
}

/** The programme as it ran in the week of 24 June 2022. */
export const PAID = {
  total: tcr('481205.13'),
  markets: [
    { market: '3-ETH', tokens: tcr('30812.82'), lp: tcr('71896.58') },
    { market: '3-BTC', tokens: tcr('30812.82'), lp: tcr('71896.58') },
    { market: '3-WTI', tokens: tcr('30812.82'), lp: tcr('71896.58') },
    { market: '3-BTC, 12 h', tokens: tcr('51923.08'), lp: tcr('121153.85') },
  ] satisfies readonly PaidMarket[],
} as const

/** What the weeks that are printed come to. TCR units. */
export function printedSoFar(): bigint {
  return PRINTED.weeks.reduce((sum: bigint, week) => sum + (week ?? 0n), 0n)
}
