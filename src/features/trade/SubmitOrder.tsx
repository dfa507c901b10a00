import { useState } from 'react'
import { useReadyWallet } from '../../data/useReadyWallet'
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
  const wallet = useReadyWallet()
  const [isChecking, setChecking] = useState(false)
  const className = 'w-full min-h-11'

  if (!wallet.isReady)
    return (
      <Button look="primary" className={className} {...wallet.button}>
        {wallet.label}
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
    await onSend(wallet.account)
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
