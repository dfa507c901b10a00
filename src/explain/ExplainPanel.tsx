import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { placePanel } from '../ui/placePanel'

/**
 * A popover in the top layer, so that no scrolling table cuts it off. It takes the focus, and gives it back when it is
 * closed by Escape or its button; a press or the focus going elsewhere closes it too.
 */
export default function ExplainPanel({
  id,
  trigger,
  onClose,
  children,
}: {
  id: string
  trigger: RefObject<HTMLElement | null>
  onClose: () => void
  children: ReactNode
}) {
  const panel = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })

  useLayoutEffect(() => {
    const [box, button] = [panel.current, trigger.current]
    if (box === null || button === null) return
    // The source puts the panel behind its button in the order of tabs. Without popovers it is fixed all the same.
    box.showPopover?.({ source: button })
    box.focus({ preventScroll: true })
    return keepInPlace(box, button)
  }, [trigger])

  useEffect(() => {
    const isOutside = (target: EventTarget | null) =>
      target instanceof Node &&
      panel.current?.contains(target) === false &&
      trigger.current?.contains(target) === false
    const onPress = (event: PointerEvent) => {
      if (isOutside(event.target)) close.current()
    }
    const onFocus = (event: FocusEvent) => {
      if (isOutside(event.target)) close.current()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      event.preventDefault()
      trigger.current?.focus()
      close.current()
    }
    document.addEventListener('pointerdown', onPress, true)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('keydown', onKey, true)
    return () => {
      document.removeEventListener('pointerdown', onPress, true)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [trigger])

  return createPortal(
    <div
      ref={panel}
      id={id}
      popover="manual"
      role="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      tabIndex={-1}
      className="fixed top-0 right-auto bottom-auto left-0 z-50 m-0 max-h-[calc(100dvh-1rem)] w-[22.125rem] max-w-[calc(100vw-1rem)] overflow-y-auto overscroll-contain rounded-panel border border-line bg-surface p-4 text-sm text-ink shadow-lg focus-visible:-outline-offset-2 motion-safe:transition-opacity motion-safe:duration-100 motion-safe:starting:opacity-0"
    >
      {children}
      <button
        type="button"
        aria-label="Close"
        className="absolute top-2.5 right-2.5 grid size-8 place-items-center rounded text-muted hover:bg-raised hover:text-ink"
        onClick={() => {
          trigger.current?.focus()
          onClose()
        }}
      >
        <svg aria-hidden="true" viewBox="0 0 16 16" width="14" stroke="currentColor">
          <path d="m3 3 10 10M13 3 3 13" strokeWidth="1.5" />
        </svg>
      </button>
    </div>,
    // Outside a modal dialog that is open everything is inert.
    trigger.current?.closest('dialog') ?? document.body,
  )
}

/** Puts the panel beside its button, and again whenever either of them moves. */
function keepInPlace(box: HTMLElement, button: HTMLElement): () => void {
  const place = () => {
    const { left, top } = placePanel(button.getBoundingClientRect(), box.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    })
    // Moved without layout: while the page scrolls, nothing counts as having jumped.
    box.style.translate = `${left}px ${top}px`
  }
  place()
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(place)
  observer?.observe(box)
  window.addEventListener('resize', place)
  document.addEventListener('scroll', place, { capture: true, passive: true })
  return () => {
    observer?.disconnect()
    window.removeEventListener('resize', place)
    document.removeEventListener('scroll', place, { capture: true })
  }
}
