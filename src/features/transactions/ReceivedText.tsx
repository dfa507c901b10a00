import type { Flow } from '../../flows/flow'
import { Amount } from '../../ui/Amount'
import { transactionsContent } from './content'
import { describeFlow } from './describeFlow'
import { useReceived } from './useReceived'

const { received: content, liquidity } = transactionsContent

type ReceivingKind = keyof typeof content.done

/** Whether a finished flow has brought something to the wallet. */
export function isReceiving({ intent }: Flow): boolean {
  return intent.kind in content.done
}

/** What a finished flow brought, read from its transaction; without the amounts where they aren't known. */
export function ReceivedText({ flow, isRead }: { flow: Flow; isRead: boolean }) {
  const received = useReceived(flow, isRead)
  const kind = flow.intent.kind as ReceivingKind
  if (received === 'loading') return content.loading[kind]
  if (received === 'unknown' || received.length === 0) return describeFlow(flow).text
  return content.done[kind](
    liquidity.list(
      received.map(({ value, token }) => <Amount key={token.symbol} value={value} token={token} />),
    ),
  )
}
