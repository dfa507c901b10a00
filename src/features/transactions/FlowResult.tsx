import { isAddressEqual } from 'viem'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useAccountLog } from '../../data/useAccountLog'
import { type Flow, isFinished } from '../../flows/flow'
import { transactionsContent } from './content'
import { describeFlow } from './describeFlow'
import { isOrder, type OrderFlow } from './OrderTerms'
import { orderExecution } from './orderExecution'

/** A flow in a sentence; an order that was sent is said to be executed once the chain shows it. */
export function FlowResult({ flow }: { flow: Flow }) {
  return isFinished(flow) && isOrder(flow) ? <OrderResult flow={flow} /> : describeFlow(flow).text
}

function OrderResult({ flow }: { flow: OrderFlow<Flow> }) {
  const { log } = useAccountLog()
  const { snapshot } = useSnapshot()
  const pool = snapshot?.pools.find(({ facts }) => facts.address === flow.intent.pool)
  const isOwn =
    log !== undefined &&
    snapshot?.account !== undefined &&
    isAddressEqual(snapshot.account, flow.account)
  const execution = isOwn && pool !== undefined ? orderExecution(flow, log, pool) : undefined
  if (execution === undefined) return describeFlow(flow).text
  return execution.isClaimable
    ? transactionsContent.executedClaimable
    : transactionsContent.executed
}
