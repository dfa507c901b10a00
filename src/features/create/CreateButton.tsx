import { useAccount, useSwitchChain } from 'wagmi'
import { useFlowActions } from '../../data/FlowsProvider'
import { useNetwork } from '../../data/NetworkContext'
import { useWalletDialogs } from '../../data/WalletDialogs'
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
  const { address: account, chainId } = useAccount()
  const { chain } = useNetwork()
  const { openConnect, preload } = useWalletDialogs()
  const { switchChain, isPending } = useSwitchChain()
  const { start } = useFlowActions()
  const className = 'mt-2 w-full min-h-11'
  if (account === undefined)
    return (
      <Button look="primary" className={className} onClick={openConnect} onPointerEnter={preload}>
        Connect wallet
      </Button>
    )
  if (chainId !== chain.id)
    return (
      <Button
        look="primary"
        className={className}
        disabled={isPending}
        onClick={() => switchChain({ chainId: chain.id })}
      >
        Switch to {chain.name}
      </Button>
    )
  return (
    <Button
      look="primary"
      className={className}
      disabled={intent === undefined || isBusy}
      onClick={() => intent !== undefined && start(account, intent, needsApproval)}
    >
      Make the market
    </Button>
  )
}
