import type { DecayTerms } from '../../../analytics/lab/decay/annualDecay'
import type { DecayAxis } from '../../../analytics/lab/decay/decayCurve'
import { formatInterval } from '../../../format/formatTime'
import { decayContent } from './content'

const content = decayContent

/** A value of an axis, with its unit. */
export function axisText(axis: DecayAxis, at: number): string {
  switch (axis) {
    case 'leverage':
      return `${at}x`
    case 'volatility':
      return `${(at * 100).toFixed(0)}%`
    case 'sma':
      return at === 0 ? content.spot : String(at)
    case 'interval':
      return formatInterval(BigInt(at))
    case 'flows':
      return at === 0 ? content.atOnce : formatInterval(BigInt(at))
    case 'mintingFee':
      return `${(at * 100).toFixed(2)}%`
  }
}

/** What of the leverage and the volatility the axis leaves as it is. */
export function termsText({ leverage, annualVolatility }: DecayTerms, axis: DecayAxis): string {
  const leverageText = `${leverage}x`
  const volatilityText = `${Number((annualVolatility * 100).toPrecision(6))}%`
  if (axis === 'leverage') return content.at.volatility(volatilityText)
  if (axis === 'volatility') return content.at.leverage(leverageText)
  return content.at.both(leverageText, volatilityText)
}

/** A part of one in percent; the decimals of a large one say nothing. */
export function percentText(part: number): string {
  const percent = part * 100
  const decimals = Math.abs(percent) < 1_000 ? 2 : 0
  const text = Math.abs(percent).toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  return percent < 0 && /[1-9]/.test(text) ? `−${text}%` : `${text}%`
}
