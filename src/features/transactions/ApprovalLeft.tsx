import { Link } from 'react-router'
import { type Flow, hasSent, isBusy, isFinished } from '../../flows/flow'

/** Whether an order has been approved and then stopped, so that the market may still take what it was to take. */
export function leavesApproval(flow: Flow): boolean {
  const isApproved = flow.steps.some(
    ({ kind, status }) => kind === 'approve' && status.at === 'done' && status.hash !== undefined,
  )
  return (
    isApproved &&
    flow.intent.kind === 'commit' &&
    !isFinished(flow) &&
    !isBusy(flow) &&
    !hasSent(flow, 'commit')
  )
}

/** Where to find the approval of an order that was not carried out. */
export function ApprovalLeft() {
  return (
    <p className="text-xs text-muted">
      The market may still take what was approved. Should you not go on, revoke it under{' '}
      <Link to="/portfolio" className="underline underline-offset-2 hover:text-ink">
        Approvals in your portfolio
      </Link>
      .
    </p>
  )
}
