import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { SwitchErrorNotice } from '../../ui/SwitchErrorNotice'
import { tradeContent } from './content'
import type { SubmitAction } from './useSubmitOrder'

const content = tradeContent.submit

/** The ticket's button, which submits its form, and what there is to say about it. */
export function SubmitOrder({
  action: { label, isDisabled, isIncomplete, waitsFor, onPointerEnter, sendError, switchError },
  problem,
  isUnderWay,
}: {
  action: SubmitAction
  /** Why the last press did nothing, where it is the form's fault. */
  problem: string | undefined
  /** A transaction of this market is with the wallet, or on its way. */
  isUnderWay: boolean
}) {
  return (
    <div className="space-y-2">
      {sendError !== undefined && <Notice tone="warn">{sendError}</Notice>}
      <SwitchErrorNotice text={switchError} />
      {/* One button to the browser whatever it says, so that the focus stays on it. */}
      <Button
        type="submit"
        look={isIncomplete ? 'quiet' : 'primary'}
        className={`min-h-11 w-full whitespace-normal ${isIncomplete ? 'border border-line bg-raised' : ''}`}
        disabled={isDisabled}
        onPointerEnter={onPointerEnter}
      >
        {label}
      </Button>
      {/* What is wrong takes the place of what always holds, so that nothing moves. */}
      <p className={`min-h-8 text-xs ${problem === undefined ? 'text-muted' : 'text-short'}`}>
        {problem ?? (isUnderWay ? content.inProgress : (waitsFor ?? content.final))}
      </p>
    </div>
  )
}
