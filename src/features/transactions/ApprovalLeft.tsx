import { Link } from 'react-router'
import { type Flow, hasSent, isBusy, isFinished } from '../../flows/flow'
import { transactionsContent as content } from './content'

/** Whether an order has been approved and then stopped, so that the market can still spend what was approved. */
export function leavesApproval(flow: Flow): boolean {
  const isApproved = flow.steps.some(
    ({ kind, status }) => kind === 'approve' && status.at === 'done' && status.hash !== undefined,
  )
  return (
    isApproved &&
    flow.intent.kind === 'commit' &&
    !isFinished(flow) &&
    !isBusy(flow) &&
    !isApprovalSpent(flow) &&
    !hasSent(flow, 'commit')
  )
}

/** Whether an approval was given and is no longer there: trying again would only fail again. */
export function isApprovalSpent({ steps }: Pick<Flow, 'steps'>): boolean {
  return steps.some(
    ({ kind, status }) =>
      kind !== 'approve' && status.at === 'stopped' && status.code === 'NO_ALLOWANCE',
  )
}

/** Where to revoke the approval of an order that was not sent. */
export function ApprovalLeft() {
  return (
    <p className="text-xs text-muted">
      {content.approvalLeft((text) => (
        <Link to="/portfolio" className="underline underline-offset-2 hover:text-ink">
          {text}
        </Link>
      ))}
    </p>
  )
}
