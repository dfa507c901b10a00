import { useState } from 'react'
import { useAreFlowsKept } from '../../data/FlowsProvider'
import { useReadyWallet } from '../../data/useReadyWallet'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { SwitchTrouble } from '../../ui/SwitchTrouble'

/** The one button: connect, change the network, confirm what has changed, or send. */
export function SubmitOrder({
  needsApproval,
  hasChanged,
  isUnderWay,
  isBlocked,
  onConfirm,
  onSend,
}: {
  needsApproval: boolean
  /** The figures are not those that the person has seen. */
  hasChanged: boolean
  /** A transaction of this market is with the wallet, or on its way. */
  isUnderWay: boolean
  isBlocked: boolean
  onConfirm: () => void
  /** Resolves to why nothing was begun, where there is something to say. */
  onSend: (account: `0x${string}`) => Promise<string | undefined>
}) {
  const wallet = useReadyWallet()
  const [isChecking, setChecking] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const isKept = useAreFlowsKept()
  const send = async (account: `0x${string}`) => {
    setChecking(true)
    setTrouble(undefined)
    try {
      setTrouble(await onSend(account))
    } catch {
      setTrouble('This page ran into an error, and nothing was sent. Reload it and try again.')
    } finally {
      setChecking(false)
    }
  }
  const action = !wallet.isReady
    ? { label: wallet.label, ...wallet.button }
    : hasChanged
      ? { label: 'Confirm the new figures', disabled: isBlocked, onClick: onConfirm }
      : {
          label: isChecking
            ? 'Checking the network…'
            : needsApproval
              ? 'Approve and commit'
              : 'Commit',
          disabled: isBlocked || isChecking,
          onClick: () => void send(wallet.account),
        }
  const { label, ...button } = action
  return (
    <>
      {trouble !== undefined && <Notice tone="warn">{trouble}</Notice>}
      {!isKept && (
        <Notice tone="warn">
          This browser keeps nothing of this page. Stay on it until what you send is done: after a
          reload it could not be found again from here.
        </Notice>
      )}
      <SwitchTrouble text={wallet.trouble} />
      {/* One button to the browser whatever it says, so that the focus stays on it. */}
      <Button look="primary" className="w-full min-h-11" {...button}>
        {label}
      </Button>
      {isUnderWay && (
        <p className="text-xs text-muted">
          A transaction is under way here: its steps stand above.
        </p>
      )}
    </>
  )
}
