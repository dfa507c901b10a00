import { type RefObject, useEffect, useId, useRef } from 'react'
import { useFlowActions } from '../../data/FlowsProvider'
import { canDismiss, type LiveFlow } from '../../flows/flow'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { transactionsContent as content } from './content'
import { FlowSteps, MARKS } from './FlowSteps'
import { useFolding } from './useFolding'

/** A flow with its steps; its result folds to one line after a minute. */
export function FlowCard({ flow }: { flow: LiveFlow }) {
  const card = useFocusAtStart(flow.isRunning)
  const { isFolded, open } = useFolding(flow, card)
  if (isFolded) return <FoldedFlow ref={card} flow={flow} onOpen={open} />
  return (
    <Card
      ref={card}
      title={flow.intent.title}
      aside={canDismiss(flow) && <DismissButton flow={flow} className="-mr-2" />}
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
      className="flex scroll-my-20 items-center gap-x-2 rounded-panel border border-line bg-surface py-1 pr-2 pl-4"
    >
      <span aria-hidden="true" className="text-long">
        {MARKS.done}
      </span>
      <h2 id={id} className="min-w-0 flex-1 wrap-anywhere">
        {title} <span className="sr-only">{content.finished}</span>
      </h2>
      <Button look="quiet" aria-label={content.detailsOf(title)} onClick={onOpen}>
        {content.details}
      </Button>
      <DismissButton flow={flow} />
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

/**
 * Brings what has just started into view. The button that was pressed is disabled now: without this, a keyboard user would continue
 * from the top of the page.
 */
function useFocusAtStart(isRunning: boolean) {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isRunning) return
    const { activeElement } = document
    const isLost =
      activeElement === null ||
      activeElement === document.body ||
      activeElement.matches('button:disabled')
    if (isLost) card.current?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [isRunning])
  return card
}
