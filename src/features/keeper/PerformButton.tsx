import type { Address } from 'viem'
import { useAccount, useSwitchChain } from 'wagmi'
import { useFlowActions, useFlows } from '../../data/FlowsProvider'
import { useNetwork } from '../../data/NetworkContext'
import { useWalletDialogs } from '../../data/WalletDialogs'
import { isBusy, isOpen, type UpkeepIntent } from '../../flows/flow'
import { Button } from '../../ui/Button'

/** Sends upkeeps; asks for a wallet, or for the right network, first where they are missing. */
export function PerformButton({
  account,
  label,
  intent,
}: {
  account: Address | undefined
  label: string
  intent: UpkeepIntent
}) {
  const { chainId } = useAccount()
  const { chain } = useNetwork()
  const { openConnect } = useWalletDialogs()
  const { switchChain } = useSwitchChain()
  const { start } = useFlowActions()
  const isBusyAlready = useFlows().some(
    (flow) => isOpen(flow) && isBusy(flow) && flow.intent.kind === 'upkeep',
  )
  if (account === undefined) return <Button onClick={openConnect}>Connect wallet to perform</Button>
  if (chainId !== chain.id)
    return (
      <Button onClick={() => switchChain({ chainId: chain.id })}>Switch to {chain.name}</Button>
    )
  return (
    <Button look="primary" disabled={isBusyAlready} onClick={() => start(account, intent, false)}>
      {label}
    </Button>
  )
}
