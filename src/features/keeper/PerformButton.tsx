import { useFlowActions, useFlows } from '../../data/FlowsProvider'
import { useReadyWallet } from '../../data/useReadyWallet'
import { isBusy, isOpen } from '../../flows/flow'
import type { UpkeepIntent } from '../../flows/kinds/upkeep'
import { Button } from '../../ui/Button'

/** Sends upkeeps; asks for a wallet, or for the right network, first where they are missing. */
export function PerformButton({ label, intent }: { label: string; intent: UpkeepIntent }) {
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const account = wallet.isReady ? wallet.account : undefined
  const isBusyAlready = useFlows().some(
    (flow) =>
      flow.account === account && isOpen(flow) && isBusy(flow) && flow.intent.kind === 'upkeep',
  )
  if (!wallet.isReady) return <Button {...wallet.button}>{wallet.label} to perform</Button>
  return (
    <Button
      look="primary"
      disabled={isBusyAlready}
      onClick={() => start(wallet.account, intent, false)}
    >
      {label}
    </Button>
  )
}
