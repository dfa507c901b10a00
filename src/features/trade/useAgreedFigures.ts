import { useCallback, useEffect, useRef, useState } from 'react'
import { type FiguresChange, figuresChange, type OrderFigures } from '../../analytics/orderFigures'

interface AgreedFigures {
  /** What a person has had before their eyes, or has confirmed. */
  readonly seen: OrderFigures | undefined
  /** Why the current figures are worse than those; undefined where they are not. */
  readonly change: FiguresChange | undefined
  /** Whether the person has to confirm that change before anything is sent. */
  readonly isAsked: boolean
  /** They wanted to send on these figures, which are no longer the current ones. The same function for the same order. */
  readonly ask: (figures: OrderFigures) => void
  /** The new figures that the person is asked about: undefined until they have stood on the screen for a moment. */
  readonly offered: OrderFigures | undefined
  /** The person agrees to the offered figures, which are returned. */
  readonly confirm: () => OrderFigures | undefined
}

/** So long figures stand on the screen before they count as seen. */
const SEEN_AFTER_MS = 2_000
/** New figures can be agreed to after so long: the second click of a double click doesn't. */
const OFFERED_AFTER_MS = 1_000

/**
 * Remembers the figures that a person has decided on, and notices when the chain has made others of them. New figures that have
 * stood on the screen for a moment are seen like those before; only at a click that comes right with them, and for a fee that
 * someone has raised, the person is asked.
 *
 * @param orderKey Another one for each order: a new order is a new decision
 */
export function useAgreedFigures(orderKey: string, now: OrderFigures | undefined): AgreedFigures {
  const [agreed, setAgreed] = useState<{ orderKey: string; figures: OrderFigures }>()
  const [askedKey, setAskedKey] = useState<string>()
  const [offer, setOffer] = useState<{ orderKey: string; figures: OrderFigures }>()
  const isSame = agreed?.orderKey === orderKey
  // An order that comes near enough to be projected shows amounts for the first time.
  const isFirst =
    !isSame ||
    (agreed.figures.adds === undefined &&
      now?.adds !== undefined &&
      now.intervalId === agreed.figures.intervalId)
  if (now !== undefined && isFirst) setAgreed({ orderKey, figures: now })
  const seen = isSame ? agreed.figures : now
  const change = seen === undefined || now === undefined ? undefined : figuresChange(seen, now)
  const isAsked = change !== undefined && (change === 'fee' || askedKey === orderKey)
  const offered = isAsked && offer?.orderKey === orderKey ? offer.figures : undefined

  const ask = useCallback(
    (figures: OrderFigures) => {
      setAgreed({ orderKey, figures })
      setAskedKey(orderKey)
    },
    [orderKey],
  )
  const confirm = () => {
    const figures = offered ?? now
    if (figures !== undefined) setAgreed({ orderKey, figures })
    setAskedKey(undefined)
    setOffer(undefined)
    return figures
  }
  const latest = useRef({ confirm, now })
  useEffect(() => {
    latest.current = { confirm, now }
  })
  const isNews = change !== undefined && !isAsked
  useEffect(() => {
    if (!isNews) return
    const timer = setTimeout(() => latest.current.confirm(), SEEN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isNews])
  const isOfferDue =
    isAsked && now !== undefined && (!offered || figuresChange(offered, now) !== undefined)
  useEffect(() => {
    if (!isOfferDue) return
    const timer = setTimeout(() => {
      const { now: figures } = latest.current
      if (figures !== undefined) setOffer({ orderKey, figures })
    }, OFFERED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isOfferDue, orderKey])
  // What was offered at one asking was not at the next.
  useEffect(() => {
    if (!isAsked) setOffer(undefined)
  }, [isAsked])

  return {
    seen,
    change,
    isAsked,
    ask,
    offered,
    confirm,
  }
}
