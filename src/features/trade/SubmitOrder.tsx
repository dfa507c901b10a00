import { useState } from 'react'
import { useAccount, useSwitchChain } from 'wagmi'
import { useNetwork } from '../../data/NetworkContext'
import { useWalletDialogs } from '../../data/WalletDialogs'
import { Button } from '../../ui/Button'

/** The one button: connect, change the network, confirm what has changed, or send. */
export function SubmitOrder({
  needsApproval,
  hasChanged,
  isBlocked,
  onConfirm,
  onSend,
}: {
  needsApproval: boolean
  /** The figures are not those that the person has seen. */
  hasChanged: boolean
  isBlocked: boolean
  onConfirm: () => void
  onSend: (account: `0x${string}`) => Promise<void>
}) {
  const { address: account, chainId } = useAccount()
  const { chain } = useNetwork()
  const { openConnect, preload } = useWalletDialogs()
  const { switchChain, isPending: isSwitching } = useSwitchChain()
  const [isChecking, setChecking] = useState(false)
  const className = 'w-full min-h-11'

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
        disabled={isSwitching}
        onClick={() => switchChain({ chainId: chain.id })}
      >
        Switch to {chain.name}
      </Button>
    )
  if (hasChanged)
    return (
      <Button look="primary" className={className} disabled={isBlocked} onClick={onConfirm}>
        Confirm the new figures
      </Button>
    )
  const send = async () => {
    setChecking(true)
    await onSend(account)
    setChecking(false)
  }
  return (
    <Button
      look="primary"
      className={className}
      disabled={isBlocked || isChecking}
      onClick={() => void send()}
    >
      {needsApproval ? 'Approve and commit' : 'Commit'}
    </Button>
  )
}
