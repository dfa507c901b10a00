import { type RefObject, useEffect, useId, useRef } from 'react'
import { useFlowActions } from '../../data/FlowsProvider'
import { canDismiss, isFinished, type LiveFlow } from '../../flows/flow'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { transactionsContent as content } from './content'
import { FlowResult } from './FlowResult'
import { FlowSteps, MARKS } from './FlowSteps'
import { useFolding } from './useFolding'

/** A flow with its steps; at its end it folds to its title and result. */
export function FlowCard({ flow }: { flow: LiveFlow }) {
  const card = useFocusAtStart(flow)
  const { isFolded, open } = useFolding(flow, card)
  if (isFolded) return <FoldedFlow ref={card} flow={flow} onOpen={open} />
  return (
    <Card
      ref={card}
      title={flow.intent.title}
      aside={canDismiss(flow) && <DismissButton flow={flow} className="-mr-3" />}
    >
      <FlowSteps flow={flow} />
    </Card>
  )
}

function FoldedFlow({
  ref,
  flow,
  onOpen,
}: {
  ref: RefObject<HTMLElement | null>
  flow: LiveFlow
  onOpen: () => void
}) {
  const id = useId()
  const { title } = flow.intent
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-labelledby={id}
      className="flex scroll-my-20 flex-wrap items-center justify-end gap-x-2 rounded-panel border border-line bg-surface py-1 pr-2 pl-4"
    >
      {/* Where the place is narrow, the buttons are in a row below it. */}
      <div className="flex min-w-0 flex-1 basis-64 items-center gap-x-2">
        <span aria-hidden="true" className="text-long">
          {MARKS.done}
        </span>
        <div className="min-w-0 flex-1 py-1">
          <h2 id={id} className="wrap-anywhere">
            {title} <span className="sr-only">{content.finished}</span>
          </h2>
          <p className="text-xs text-muted" role="status">
            <FlowResult flow={flow} />
          </p>
        </div>
      </div>
      <div className="flex gap-x-2">
        <Button look="quiet" aria-label={content.detailsOf(title)} onClick={onOpen}>
          {content.details}
        </Button>
        <DismissButton flow={flow} />
      </div>
    </section>
  )
}

function DismissButton({ flow, className = '' }: { flow: LiveFlow; className?: string }) {
  const { dismiss } = useFlowActions()
  return (
    <Button
      look="quiet"
      className={className}
      aria-label={content.dismissOne(flow.intent.title)}
      onClick={() => dismiss(flow.id)}
    >
      {content.dismiss}
    </Button>
  )
}

/** What is started beside the card, by a button that says itself that it is under way. */
const STARTED_BESIDE: readonly string[] = ['commit', 'swap', 'claim']

/**
 * Takes the focus when a flow starts, because the button that was pressed is disabled now: without this, a keyboard user would
 * continue from the top of the page. The card is brought into view where that takes nothing from under the pointer: for the
 * keyboard, on a touch screen, for what is started elsewhere, and once the flow waits for the person.
 */
function useFocusAtStart(flow: LiveFlow) {
  const { isRunning } = flow
  const isDone = isFinished(flow)
  const isQuiet = STARTED_BESIDE.includes(flow.intent.kind)
  const card = useRef<HTMLElement>(null)
  const wasRunning = useRef(false)
  useEffect(() => {
    const hasStopped = wasRunning.current && !isRunning
    wasRunning.current = isRunning
    if (hasStopped && !isDone) card.current?.scrollIntoView({ block: 'nearest' })
    if (!isRunning) return
    const { activeElement } = document
    const isByKeyboard = activeElement?.matches(':focus-visible') === true
    const isTouch = window.matchMedia('(pointer: coarse)').matches
    const isLost =
      activeElement === null ||
      activeElement === document.body ||
      activeElement.matches('button:disabled')
    if (isLost) card.current?.focus({ preventScroll: true })
    if (isByKeyboard || !isQuiet || isTouch) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isRunning, isQuiet, isDone])
  return card
}
