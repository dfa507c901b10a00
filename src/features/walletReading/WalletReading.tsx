import { useAccount } from 'wagmi'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useWalletReading } from '../../data/useWalletReading'
import { formatName } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { walletReadingContent as content } from './content'
import { ReadingBar } from './ReadingBar'
import { useIsUnreachable } from './useIsUnreachable'

/**
 * Offers to read through the connected wallet while no RPC answers, says when the page does, and offers the way back: an offer comes
 * on its own, over a page that has data; all else has a row below the header.
 */
export function WalletReading() {
  const { state, start, stop, dismiss } = useWalletReading()
  const { snapshot, failureReason } = useSnapshot()
  const { connector, chainId } = useAccount()
  const { chain } = useNetwork()
  const isFailing = useIsUnreachable()

  if (state.at === 'wallet') {
    const wallet = formatName(state.wallet)
    return (
      <ReadingBar
        text={
          isFailing ? content.failing(wallet, firstLine(failureReason)) : content.reading(wallet)
        }
      >
        <Button onClick={stop}>{content.stop}</Button>
      </ReadingBar>
    )
  }
  const ended = state.ended && content.ended[state.ended]
  const hasData = snapshot !== undefined
  const why = ended ?? content.unreachable
  const isStarting = state.at === 'starting'
  if (connector === undefined && isFailing)
    return <ReadingBar isOver={hasData} text={`${why} ${content.connect}`} />
  if (connector === undefined || !(isFailing || isStarting))
    return (
      ended !== undefined && (
        <ReadingBar text={ended}>
          <Button onClick={dismiss}>{content.dismiss}</Button>
        </ReadingBar>
      )
    )
  if (chainId !== chain.id)
    return <ReadingBar isOver={hasData} text={`${why} ${content.otherNetwork(chain.name)}`} />
  if (connector.type === 'walletConnect')
    return <ReadingBar isOver={hasData} text={`${why} ${content.walletConnect}`} />
  const wallet = formatName(connector.name)
  return (
    <ReadingBar
      isOver={hasData}
      {...(state.failure !== undefined
        ? { text: content.failing(wallet, firstLine(state.failure)) }
        : { text: why, details: `${content.offer(wallet)} ${content.offerDetails}` })}
    >
      <Button look="primary" disabled={isStarting} onClick={() => void start()}>
        {isStarting ? content.starting(wallet) : content.start(wallet)}
      </Button>
    </ReadingBar>
  )
}

function firstLine(error: Error | null): string {
  return error?.message.split('\n')[0] ?? ''
}
