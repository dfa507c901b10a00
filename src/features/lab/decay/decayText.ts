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
