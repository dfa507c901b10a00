import { Link } from 'react-router'
import { isAddressEqual } from 'viem'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useAccountLog } from '../../data/useAccountLog'
import { useChainNowSec } from '../../data/useNow'
import { type Flow, isFinished } from '../../flows/flow'
import { describeCommitted } from '../../flows/kinds/commit'
import { showPosition } from '../../ui/showPosition'
import { transactionsContent } from './content'
import { describeFlow } from './describeFlow'
import { isOrder, type OrderFlow } from './OrderTerms'
import { orderExecution } from './orderExecution'
import { describeOrderWait } from './orderWait'
import { isReceiving, ReceivedText } from './ReceivedText'

/**
 * A flow in a sentence; an order that was sent is said to be executed once the chain shows it.
 *
 * @param isRead Whether its transaction is read for the amounts that it brought
 */
export function FlowResult({ flow, isRead = true }: { flow: Flow; isRead?: boolean }) {
  if (!isFinished(flow)) return describeFlow(flow).text
  if (isOrder(flow)) return <OrderResult flow={flow} />
  if (isReceiving(flow)) return <ReceivedText flow={flow} isRead={isRead} />
  return describeFlow(flow).text
}

function OrderResult({ flow }: { flow: OrderFlow<Flow> }) {
  const { log } = useAccountLog()
  const { snapshot } = useSnapshot()
  const pool = snapshot?.pools.find(({ facts }) => facts.address === flow.intent.pool)
  const isOwn =
    log !== undefined &&
    snapshot?.account !== undefined &&
    isAddressEqual(snapshot.account, flow.account)
  const nowSec = useChainNowSec(snapshot)
  if (pool === undefined || nowSec === undefined) return describeFlow(flow).text
  const own = isOwn ? log : undefined
  const execution = own && orderExecution(flow, own, pool)
  if (execution !== undefined)
    return execution.isClaimable ? (
      <>
        {transactionsContent.executedClaimable}{' '}
        <Link
          to={`/pool/${flow.intent.pool}`}
          className="underline underline-offset-4"
          onClick={showPosition}
        >
          {transactionsContent.goToClaim}
        </Link>
      </>
    ) : (
      transactionsContent.executed
    )
  const wait = describeOrderWait(flow, own, pool, nowSec)
  return wait === undefined ? describeFlow(flow).text : describeCommitted(flow, wait)
}
