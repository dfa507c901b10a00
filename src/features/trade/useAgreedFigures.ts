import { useState } from 'react'
import { type FiguresChange, figuresChange, type OrderFigures } from '../../analytics/orderFigures'

interface AgreedFigures {
  /** What stood there when the order was last changed, or when new figures were last confirmed. */
  readonly seen: OrderFigures | undefined
  readonly change: FiguresChange | undefined
  /** The person has seen the current figures. */
  readonly confirm: () => void
}

/**
 * Remembers the figures that a person has decided on, and notices when the chain has made others of them.
 *
 * @param orderKey Another one for each order: a new order is a new decision
 */
export function useAgreedFigures(orderKey: string, now: OrderFigures | undefined): AgreedFigures {
  const [agreed, setAgreed] = useState<{ orderKey: string; figures: OrderFigures }>()
  const isSame = agreed?.orderKey === orderKey
  // An order that comes near enough to be projected shows amounts for the first time.
  const isFirst =
    !isSame ||
    (agreed.figures.adds === undefined &&
      now?.adds !== undefined &&
      now.intervalId === agreed.figures.intervalId)
  if (now !== undefined && isFirst) setAgreed({ orderKey, figures: now })
  const seen = isSame ? agreed.figures : now
  return {
    seen,
    change: seen === undefined || now === undefined ? undefined : figuresChange(seen, now),
    confirm: () => now !== undefined && setAgreed({ orderKey, figures: now }),
  }
}
