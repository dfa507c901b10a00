import { lazy, Suspense, useId, useRef, useState } from 'react'
import { loadOr } from './loadOr'
import { TOPICS, type TopicName } from './topics'

const loadPanel = () => import('./ExplainPanel')
const ExplainPanel = lazy(loadOr(loadPanel))

/** A small button beside a term: it opens what the term means, with a figure to play with. */
export function Explain({ topic }: { topic: TopicName }) {
  const [isOpen, setIsOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const id = useId()
  // What fails here fails again on opening, and is said there.
  const prepare = () =>
    void loadPanel().then(
      (panel) => panel.preload(topic),
      () => undefined,
    )
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="relative z-1 -my-1.5 inline-grid size-6 shrink-0 place-items-center rounded-full align-middle text-muted hover:text-ink aria-expanded:text-accent max-sm:after:absolute max-sm:after:-inset-2"
        aria-label={TOPICS[topic]}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={(event) => {
          // The browser's own toggling of `popoverTargetElement` would undo this.
          event.preventDefault()
          setIsOpen(!isOpen)
        }}
      >
        <span
          aria-hidden="true"
          className="grid size-4 place-items-center rounded-full border border-current text-[0.625rem] leading-none font-semibold"
        >
          ?
        </span>
      </button>
      {isOpen && (
        <Suspense>
          <ExplainPanel id={id} topic={topic} trigger={trigger} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
