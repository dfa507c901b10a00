import { type RefObject, useEffect, useRef, useState } from 'react'
import { type Flow, isFinished } from '../../flows/flow'
import { afterPointerUp } from '../../press'

/** A result with figures of its own is news for so long. */
const FRESH_MS = 60_000

/** The kinds whose result is more than the sentence that a folded card says as well. */
const WITH_FIGURES: readonly string[] = ['upkeep', 'swap', 'create', 'joinPool', 'exitPool']

/** How long a flow's card stays open after its end. */
function freshMs({ intent }: Flow): number {
  return WITH_FIGURES.includes(intent.kind) ? FRESH_MS : 0
}

/**
 * Whether a flow's card is folded to a line: at its end where a sentence says all of its result, else a minute later, or at once
 * where the result is older. What someone opens stays open. The focus stays with the card.
 */
export function useFolding(
  flow: Flow,
  card: RefObject<HTMLElement | null>,
): { isFolded: boolean; open: () => void } {
  const isDone = isFinished(flow)
  const waitMs = freshMs(flow)
  const [isFolded, setFolded] = useState(
    () => isDone && Date.now() - flow.createdAtMs > freshMs(flow),
  )
  const [isPinned, setPinned] = useState(false)
  const hadFocus = useRef(false)
  const noteFocus = useRef(() => {
    hadFocus.current = card.current?.contains(document.activeElement) ?? false
  }).current
  useEffect(() => {
    if (!isDone || isFolded || isPinned) return
    const fold = () => {
      noteFocus()
      setFolded(true)
    }
    const timer = setTimeout(() => afterPointerUp(fold), waitMs)
    return () => clearTimeout(timer)
  }, [isDone, isFolded, isPinned, noteFocus, waitMs])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card is another element once it has folded or opened
  useEffect(() => {
    if (hadFocus.current) card.current?.focus({ preventScroll: true })
    hadFocus.current = false
  }, [isFolded, card])
  return {
    isFolded: isDone && isFolded,
    open() {
      noteFocus()
      setPinned(true)
      setFolded(false)
    },
  }
}
