import { useLayoutEffect, useRef, useState } from 'react'
import { useFlowActions } from '../../data/FlowsProvider'
import type { LiveFlow } from '../../flows/flow'
import type { StepStatus } from '../../flows/step'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { transactionsContent } from './content'

const content = transactionsContent.unresolved

/** What only the person can answer: whether a transaction that no node knows was sent, or is gone. */
interface UnresolvedStep {
  readonly text: string
  readonly answer: string
  /** The button’s label while the answer is checked. */
  readonly meanwhile: string
  /** Whether the text warns that the chain could not confirm the answer. */
  readonly isWarning: boolean
}

/** Asks the person what only they can answer. */
export function UnresolvedStepNotice({
  flow,
  unresolved,
}: {
  flow: LiveFlow
  unresolved: UnresolvedStep
}) {
  const { declareUnsent } = useFlowActions()
  const [isSearching, setSearching] = useState(false)
  const [isUnfetched, setUnfetched] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  // Once answered this notice goes, and the focus with it: its card takes the focus over.
  useLayoutEffect(() => {
    const element = place.current
    return () => {
      if (element?.contains(document.activeElement))
        element.closest('section')?.focus({ preventScroll: true })
    }
  }, [])
  const answer = async () => {
    setSearching(true)
    setUnfetched(false)
    setUnfetched(!(await declareUnsent(flow.id, unresolved.isWarning)))
    setSearching(false)
  }
  return (
    <div ref={place}>
      <Notice tone="warn" standing>
        <p role="alert">{unresolved.text}</p>
        {/* Not `disabled`, which would take the focus away; and a double click is one answer. */}
        <Button
          className="mt-2 aria-disabled:cursor-not-allowed aria-disabled:opacity-50"
          aria-disabled={isSearching}
          onClick={({ detail: clicks }) => {
            if (!isSearching && clicks < 2) void answer()
          }}
        >
          {isSearching ? unresolved.meanwhile : unresolved.answer}
        </Button>
        {isUnfetched && (
          <p role="alert" className="mt-2">
            {content.failedToLoad}
          </p>
        )}
      </Notice>
    </div>
  )
}

/** What the person has to answer about a step; undefined where there is nothing. */
export function describeUnresolvedStep(status: StepStatus): UnresolvedStep | undefined {
  if (status.at === 'unknown')
    return {
      isWarning: status.isWarned === true,
      text: [
        status.message ?? content.lostResponse,
        content.mayBeSent,
        content.search[status.searched ?? 'running'],
        status.isWarned ? content.warning : content.advice,
      ].join(' '),
      meanwhile: content.searchingNow,
      answer: status.isWarned ? content.checked : content.notSent,
    }
  // The search goes on, so it can’t be said to be gone.
  if ('isUnfinished' in status) return undefined
  if (status.at === 'sent' && status.awaitsSigners)
    return {
      isWarning: false,
      text: content.signers,
      meanwhile: content.checking,
      answer: content.rejected,
    }
  if ('missing' in status)
    return {
      isWarning: false,
      text: content.missing(status.at === 'sent'),
      meanwhile: content.checking,
      answer: content.gone,
    }
  return undefined
}
