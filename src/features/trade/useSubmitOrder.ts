import { useState } from 'react'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useReadyWallet } from '../../data/useReadyWallet'
import { useStaleness } from '../../data/useStaleness'
import { tradeContent } from './content'

const content = tradeContent.submit

/** The one button of the ticket: what it says, what it does, and why it did nothing. */
export interface SubmitAction {
  readonly label: string
  readonly isDisabled: boolean
  /** A press sends nothing, and leads to what is missing. */
  readonly isIncomplete: boolean
  /** Why nothing can be sent right now, where that is the network's doing: a commit is checked and simulated first. */
  readonly waitsFor: string | undefined
  readonly run: () => void
  readonly onPointerEnter: (() => void) | undefined
  /** Why nothing was sent, as a sentence. */
  readonly sendError: string | undefined
  /** Why the wallet did not change the network. */
  readonly switchError: string | undefined
}

/**
 * Connect, change the network, or send: whichever comes next.
 *
 * @param order What is sent, as the button says it
 * @param needsApproval Whether an approval goes first
 * @param obstacle What the amount is missing, as the button says it; a press leads to its field
 * @param hasChanged The figures are not those that the person has seen: sending agrees to them
 * @param onSend Resolves to why nothing was sent, where there is something to say
 */
export function useSubmitOrder({
  order,
  needsApproval,
  obstacle,
  hasChanged,
  isBlocked,
  onSend,
}: {
  order: string
  needsApproval: boolean
  obstacle: string | undefined
  hasChanged: boolean
  isBlocked: boolean
  onSend: (account: `0x${string}`) => Promise<string | undefined>
}): SubmitAction {
  const wallet = useReadyWallet()
  const { snapshot } = useSnapshot()
  const isUnreachable = useStaleness() !== undefined
  const [isChecking, setChecking] = useState(false)
  const [sendError, setSendError] = useState<string>()
  const send = async (account: `0x${string}`) => {
    setChecking(true)
    setSendError(undefined)
    try {
      setSendError(await onSend(account))
    } catch {
      setSendError(content.failed)
    } finally {
      setChecking(false)
    }
  }
  const common = {
    isIncomplete: false,
    waitsFor: undefined,
    onPointerEnter: undefined,
    sendError,
    switchError: wallet.trouble,
  }
  if (!wallet.isReady) {
    const { onClick, onPointerEnter, disabled = false } = wallet.button
    return { ...common, label: wallet.label, isDisabled: disabled, run: onClick, onPointerEnter }
  }
  return {
    ...common,
    label: labelOf(isChecking, obstacle, isUnreachable, order, needsApproval, hasChanged),
    isIncomplete: obstacle !== undefined,
    waitsFor:
      isUnreachable && snapshot !== undefined
        ? content.figuresOf(snapshot.block.number)
        : undefined,
    // What is missing can be mended without the network.
    isDisabled: isBlocked || isChecking || (isUnreachable && obstacle === undefined),
    run: () => void send(wallet.account),
  }
}

function labelOf(
  isChecking: boolean,
  obstacle: string | undefined,
  isUnreachable: boolean,
  order: string,
  needsApproval: boolean,
  hasChanged: boolean,
): string {
  if (isChecking) return content.checking
  if (obstacle !== undefined) return obstacle
  if (isUnreachable) return content.unreachable
  const label = needsApproval ? content.approveAnd(order) : order
  return hasChanged ? content.atNewFigures(label) : label
}
