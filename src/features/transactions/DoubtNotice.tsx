import { useLayoutEffect, useRef, useState } from 'react'
import { useFlowActions } from '../../data/FlowsProvider'
import type { LiveFlow } from '../../flows/flow'
import type { StepStatus } from '../../flows/step'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'

/** What only the person can settle: whether something that nobody knows was sent, or is gone for good. */
interface Doubt {
  readonly text: string
  readonly answer: string
  /** What the button says while the answer is being taken. */
  readonly meanwhile: string
  /** Whether the text warns that the chain could not confirm the answer. */
  readonly isWarning: boolean
}

/** Asks the person what only they can settle. */
export function DoubtNotice({ flow, doubt }: { flow: LiveFlow; doubt: Doubt }) {
  const { declareUnsent } = useFlowActions()
  const [isSearching, setSearching] = useState(false)
  const [isUnfetched, setUnfetched] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  // Once it is settled this goes, and the focus with it: the card that it stands in takes it over.
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
    setUnfetched(!(await declareUnsent(flow.id, doubt.isWarning)))
    setSearching(false)
  }
  return (
    <div ref={place}>
      <Notice tone="warn" standing>
        <p role="alert">{doubt.text}</p>
        {/* Not `disabled`, which would take the focus away; and a double click is one answer. */}
        <Button
          className="mt-2 aria-disabled:cursor-not-allowed aria-disabled:opacity-50"
          aria-disabled={isSearching}
          onClick={({ detail: clicks }) => {
            if (!isSearching && clicks < 2) void answer()
          }}
        >
          {isSearching ? doubt.meanwhile : doubt.answer}
        </Button>
        {isUnfetched && (
          <p role="alert" className="mt-2">
            A part of the app could not be fetched, so nothing has changed. Look at your connection,
            reload the page, and say it again.
          </p>
        )}
      </Notice>
    </div>
  )
}

/** What the person has to settle about a step; undefined where there is nothing. */
export function doubtAbout(status: StepStatus): Doubt | undefined {
  if (status.at === 'unknown')
    return {
      isWarning: status.isWarned === true,
      text: `${
        status.message ?? 'Your wallet was asked, and its answer was lost.'
      } It may have been sent all the same. ${searchOf(status)} ${
        status.isWarned
          ? 'Should it have been sent, sending it again would do it twice. Look into the list of your wallet’s transactions first.'
          : 'If your wallet shows that it was never confirmed, reject the request if it is still open there. Then it can be asked again.'
      }`,
      meanwhile: 'Searching the chain…',
      answer: status.isWarned ? 'I have looked: it was not sent' : 'It was not sent',
    }
  // Nobody can say yet that it is gone.
  if ('isUnfinished' in status) return undefined
  if (status.at === 'sent' && status.awaitsSigners)
    return {
      isWarning: false,
      text: 'Your account is a contract, and no node has this transaction yet: it may be waiting for other signers. It is found here once they have signed. If it was rejected there, you can begin again.',
      meanwhile: 'One moment…',
      answer: 'It was rejected',
    }
  if ('missing' in status)
    return {
      isWarning: false,
      text: `${
        status.at === 'sent' ? 'No node of the network' : 'Not even your wallet'
      } has known this transaction for a while. It may still turn up, so it is not sent again. To be sure that it cannot, cancel it in your wallet: that is noticed here. If your wallet no longer lists it, you can begin again.`,
      meanwhile: 'One moment…',
      answer: 'It is gone',
    }
  return undefined
}

function searchOf({ searched }: Extract<StepStatus, { at: 'unknown' }>): string {
  if (searched === 'failed')
    return 'The chain cannot be searched for it at the moment: the network does not give what that takes.'
  if (searched === 'unfinished')
    return 'More transactions could be it than have been looked at so far: the search goes on.'
  return searched === 'nothing'
    ? 'The chain is searched for it every few seconds, and does not have it yet.'
    : 'The chain is being searched for it.'
}
