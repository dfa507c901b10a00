import { formatName } from '../../../format/formatAddress'
import { formatPrice } from '../../../format/formatRatio'
import { catchUpNote } from './chartRows'
import type { PoolProjection } from './projection'

/** What the dotted part of a chart is, in half a sentence. */
export function outlookCaption({ catchUp, next, reason }: PoolProjection): string {
  if (catchUp === undefined)
    return next.length === 0
      ? `no projection: ${reason ?? 'nothing is due'}`
      : 'dotted: the next rebalances if the index stays'
  const late = catchUp.lateIntervals.toLocaleString('en')
  const ring = `ring and after: ${catchUpNote(catchUp.upkeeps)} and the index stays`
  const rest = catchUp.isCaughtUp
    ? ''
    : `, which leaves more to do${reason === undefined ? '' : `: ${reason}`}`
  return `dotted up to now: as it stands, ${late} intervals behind · ${ring}${rest}`
}

/** What a projection takes for granted. */
export function assumptionOf(
  { catchUp }: PoolProjection,
  spotPriceWad: bigint | undefined,
  quote: string | undefined,
): string {
  const unit = quote === undefined ? '' : ` ${formatName(quote)}`
  const price =
    spotPriceWad === undefined ? 'where it is' : `at ${formatPrice(spotPriceWad)}${unit}`
  const when = catchUp === undefined ? 'every rebalance is on time' : catchUpNote(catchUp.upkeeps)
  return `if the index stays ${price} and ${when.replace(/^if /, '')}; the keepers’ rewards are estimated`
}
