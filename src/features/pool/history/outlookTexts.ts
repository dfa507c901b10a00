import { formatName } from '../../../format/formatAddress'
import { formatPrice } from '../../../format/formatRatio'
import { poolContent } from '../content'
import type { PoolProjection } from './projection'

const content = poolContent.history

/** What the dotted part of a chart is, in half a sentence. */
export function outlookCaption({ catchUp, next, reason }: PoolProjection): string {
  if (catchUp === undefined)
    return next.length === 0 ? content.noProjection(reason) : content.dotted
  const late = catchUp.lateIntervals.toLocaleString('en')
  const ring = content.ring(content.catchUp(catchUp.upkeeps))
  const rest = catchUp.isCaughtUp ? '' : content.stillDue(reason)
  return content.dottedUntilNow(late, `${ring}${rest}`)
}

/** What a projection assumes. */
export function assumptionOf(
  { catchUp }: PoolProjection,
  spotPriceWad: bigint | undefined,
  quote: string | undefined,
): string {
  const unit = quote === undefined ? '' : ` ${formatName(quote)}`
  return content.assumption(
    spotPriceWad === undefined
      ? content.whereItIs
      : content.atPrice(`${formatPrice(spotPriceWad)}${unit}`),
    catchUp === undefined ? content.onTime : content.caughtUp(catchUp.upkeeps),
  )
}
