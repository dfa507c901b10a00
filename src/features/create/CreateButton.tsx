import { useFlowActions } from '../../data/FlowsProvider'
import { useReadyWallet } from '../../data/useReadyWallet'
import type { CreateIntent } from '../../flows/createIntent'
import { Button } from '../../ui/Button'

/** Connects, changes the network, or makes the market. */
export function CreateButton({
  intent,
  needsApproval,
  isBusy,
}: {
  /** Undefined while something keeps the market from being made. */
  intent: CreateIntent | undefined
  needsApproval: boolean
  /** Another one is being made. */
  isBusy: boolean
}) {
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const className = 'mt-2 w-full min-h-11'
  if (!wallet.isReady)
    return (
      <Button look="primary" className={className} {...wallet.button}>
        {wallet.label}
      </Button>
    )
  return (
    <Button
      look="primary"
      className={className}
      disabled={intent === undefined || isBusy}
      onClick={() => intent !== undefined && start(wallet.account, intent, needsApproval)}
    >
      Make the market
    </Button>
  )
}
