import { useId } from 'react'
import { useAreFlowsKept, useFlowActions } from '../../data/FlowsProvider'
import { useReadyWallet } from '../../data/useReadyWallet'
import { canPutAside, isFinished } from '../../flows/flow'
import type { CreateIntent } from '../../flows/kinds/createIntent'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { SwitchTrouble } from '../../ui/SwitchTrouble'
import type { Making } from './useMaking'

/** Connects, changes the network, or makes the market; while it cannot, it says why. */
export function CreateButton({
  intent,
  needsApproval,
  own,
}: {
  /** Undefined while something keeps the market from being made. */
  intent: CreateIntent | undefined
  needsApproval: boolean
  /** Another one of this account's, not finished or not shown yet. */
  own: Making | undefined
}) {
  const reasonId = useId()
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const isKept = useAreFlowsKept()
  const reason = wallet.isReady && own !== undefined ? reasonFor(own) : undefined
  const { label, ...button } = wallet.isReady
    ? {
        label: 'Make the market',
        disabled: intent === undefined || own !== undefined,
        onClick: () => intent !== undefined && start(wallet.account, intent, needsApproval),
      }
    : { label: wallet.label, ...wallet.button }
  return (
    <>
      {/* What else keeps it from being made stands above the button. */}
      {reason !== undefined && (
        <p id={reasonId} className="mt-2 text-xs text-muted">
          {reason}
        </p>
      )}
      <SwitchTrouble text={wallet.trouble} />
      {!isKept && (
        <div className="mt-2">
          <Notice tone="warn">
            This browser keeps nothing of this page. Stay on it until the market is made: after a
            reload its transactions could not be found again from here.
          </Notice>
        </div>
      )}
      {/* One button to the browser whatever it says, as at the ticket. */}
      <Button
        look="primary"
        className="mt-2 w-full min-h-11"
        aria-describedby={reason === undefined ? undefined : reasonId}
        {...button}
      >
        {label}
      </Button>
    </>
  )
}

function reasonFor(own: Making): string {
  if (isFinished(own))
    return 'Your last market is made: its page opens as soon as it can be read. Close it above to make another.'
  return canPutAside(own)
    ? 'You have one on its way: go on with it above, or put it aside, before you make another.'
    : 'You have one on its way: what it waits for stands above, and comes before another.'
}
