import { useId } from 'react'
import { useFlowActions, useIsFlowStorageAvailable } from '../../data/FlowsProvider'
import { useReadyWallet } from '../../data/useReadyWallet'
import { canDismiss, isFinished } from '../../flows/flow'
import type { CreateIntent } from '../../flows/kinds/createIntent'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { SwitchErrorNotice } from '../../ui/SwitchErrorNotice'
import { createContent } from './content'
import type { MarketDeployment } from './useMarketDeployment'

const content = createContent.button

/** Connects, switches the network, or creates the market; while it can’t, it says why. */
export function CreateButton({
  intent,
  needsApproval,
  own,
}: {
  /** Undefined while the market can’t be created. */
  intent: CreateIntent | undefined
  needsApproval: boolean
  /** Another one of this account, unfinished or not opened yet. */
  own: MarketDeployment | undefined
}) {
  const reasonId = useId()
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const isKept = useIsFlowStorageAvailable()
  const reason = wallet.isReady && own !== undefined ? reasonFor(own) : undefined
  const { label, ...button } = wallet.isReady
    ? {
        label: content.create,
        disabled: intent === undefined || own !== undefined,
        onClick: () => intent !== undefined && start(wallet.account, intent, needsApproval),
      }
    : { label: wallet.label, ...wallet.button }
  return (
    <>
      {/* All other reasons are shown above the button. */}
      {reason !== undefined && (
        <p id={reasonId} className="mt-2 text-xs text-muted">
          {reason}
        </p>
      )}
      <SwitchErrorNotice text={wallet.trouble} />
      {!isKept && (
        <div className="mt-2">
          <Notice tone="warn">{content.storageBlocked}</Notice>
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

function reasonFor(own: MarketDeployment): string {
  if (isFinished(own)) return content.created
  return canDismiss(own) ? content.unfinished : content.waiting
}
