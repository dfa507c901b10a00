import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useAccount } from 'wagmi'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useWalletReading } from '../../data/useWalletReading'
import { formatName } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { walletReadingContent as content } from './content'

/** One failure passes. */
const FEW_FAILURES = 1

/**
 * Offers to read through the connected wallet while no RPC answers, says when the page does, and offers the way back. For the
 * header's lower edge: an offer comes on its own and lies over the page, what follows a click takes its own row.
 */
export function WalletReading() {
  const { state, start, stop, dismiss } = useWalletReading()
  const { failures, failureReason, isOffline } = useSnapshot()
  const { connector, chainId } = useAccount()
  const { chain } = useNetwork()
  const isFailing = failures > FEW_FAILURES && !isOffline

  if (state.at === 'wallet') {
    const wallet = formatName(state.wallet)
    return (
      <Bar
        text={
          isFailing ? content.failing(wallet, firstLine(failureReason)) : content.reading(wallet)
        }
      >
        <Button onClick={stop}>{content.stop}</Button>
      </Bar>
    )
  }
  const ended = state.ended && content.ended[state.ended]
  const isStarting = state.at === 'starting'
  if (connector === undefined || !(isFailing || isStarting))
    return (
      ended !== undefined && (
        <Bar text={ended}>
          <Button onClick={dismiss}>{content.dismiss}</Button>
        </Bar>
      )
    )
  const why = ended ?? content.unreachable
  if (chainId !== chain.id)
    return <Bar isOver text={`${why} ${content.otherNetwork(chain.name)}`} />
  if (connector.type === 'walletConnect')
    return <Bar isOver text={`${why} ${content.walletConnect}`} />
  const wallet = formatName(connector.name)
  return (
    <Bar
      isOver
      text={
        state.failure === undefined
          ? `${why} ${content.offer(wallet)}`
          : content.failing(wallet, firstLine(state.failure))
      }
    >
      <Button look="primary" disabled={isStarting} onClick={() => void start()}>
        {isStarting ? content.starting(wallet) : content.start(wallet)}
      </Button>
    </Bar>
  )
}

function firstLine(error: Error | null): string {
  return error?.message.split('\n')[0] ?? ''
}

/** @param isOver Whether it lies over the page, as it came without a click */
function Bar({
  text,
  isOver = false,
  children,
}: {
  text: string
  isOver?: boolean
  children?: ReactNode
}) {
  // Looked up each time: the header of the first paint is replaced by the app's.
  const header = document.querySelector('header')
  if (header === null) return null
  return createPortal(
    <div
      role="status"
      className={`border-t border-line border-b-2 border-b-warn bg-raised text-sm ${isOver ? 'absolute inset-x-0 top-full shadow-lg' : ''}`}
    >
      <div className="mx-auto flex max-w-content flex-wrap items-center justify-between gap-x-5 gap-y-2 px-4 py-2">
        <p className="min-w-0 flex-1 basis-64 wrap-anywhere">{text}</p>
        {children}
      </div>
    </div>,
    header,
  )
}
