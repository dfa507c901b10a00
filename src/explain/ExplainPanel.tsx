import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Link } from 'react-router'
import { CONTENTS } from './contents'
import { keepPanelInPlace } from './keepPanelInPlace'
import type { TopicName } from './topics'

/** Fetches a topic before its panel is opened. */
export function preload(topic: TopicName): void {
  CONTENTS[topic].preload()
}

/**
 * A popover of the browser's own: in the top layer, so that no scrolling table cuts it off, and closed by Escape or a press
 * elsewhere. It takes the focus, gives it back when Escape or its button closes it, and closes when the focus goes elsewhere.
 */
export default function ExplainPanel({
  id,
  topic,
  trigger,
  onClose,
}: {
  id: string
  topic: TopicName
  trigger: RefObject<HTMLButtonElement | null>
  onClose: () => void
}) {
  const panel = useRef<HTMLDivElement>(null)
  const { Content } = CONTENTS[topic]

  useLayoutEffect(() => {
    const [box, button] = [panel.current, trigger.current]
    if (box === null || button === null) return
    // The source puts the panel behind its button in the order of tabs.
    box.showPopover?.({ source: button })
    // A press on the button is not one elsewhere.
    button.popoverTargetElement = box
    box.focus({ preventScroll: true })
    const stop = keepPanelInPlace(box, button)
    return () => {
      button.popoverTargetElement = null
      stop()
    }
  }, [trigger])

  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  // Not only on leaving the panel: the focus can be on its button, too.
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Node)) return
      if (!panel.current?.contains(target) && !trigger.current?.contains(target)) close.current()
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [trigger])

  return createPortal(
    <div
      ref={panel}
      id={id}
      popover="auto"
      role="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      tabIndex={-1}
      className="fixed top-0 right-auto bottom-auto left-0 z-50 m-0 max-h-[calc(100dvh-1rem)] max-sm:max-h-[60dvh] w-[22.125rem] max-w-[calc(100vw-1rem)] overflow-y-auto overscroll-contain rounded-panel border border-line bg-surface p-4 text-sm text-ink shadow-lg focus-visible:-outline-offset-2 motion-safe:transition-opacity motion-safe:duration-100 motion-safe:starting:opacity-0"
      onToggle={({ newState }) => {
        if (newState === 'closed') onClose()
      }}
    >
      <Content id={id} />
      <p className="mt-3 text-right">
        <Link
          to={`/learn?topic=${topic}`}
          aria-describedby={`${id}-title`}
          className="underline underline-offset-4 max-sm:inline-block max-sm:py-2"
        >
          Learn more
        </Link>
      </p>
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
