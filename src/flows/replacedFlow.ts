import { isAddressEqual } from 'viem'
import { type Flow, isBusy, isFinished } from './flow'
import { kindOf } from './kinds/kinds'
import { isStartable } from './step'

/** Steps that let tokens be taken and move none. */
const APPROVALS: readonly string[] = ['approve', 'allowToken']

/**
 * Whether a flow that came to nothing has been followed by another attempt at the same: then its "Try again" would do a second time
 * what the later one does.
 *
 * @param old Nothing but an approval of it has been sent, and nothing of it is under way
 * @param next Started later
 */
export function isReplacedBy(old: Flow, next: Flow): boolean {
  return (
    old.id !== next.id &&
    old.chainId === next.chainId &&
    isAddressEqual(old.account, next.account) &&
    isSamePurpose(old, next) &&
    hasComeToNothing(old)
  )
}

function isSamePurpose({ intent: a }: Flow, { intent: b }: Flow): boolean {
  const purpose = kindOf(a).purpose?.(a)
  return a.kind === b.kind && purpose !== undefined && purpose === kindOf(b).purpose?.(b)
}

function hasComeToNothing(flow: Flow): boolean {
  return (
    !isFinished(flow) &&
    !isBusy(flow) &&
    flow.steps.every(({ kind, status }) => APPROVALS.includes(kind) || isStartable(status))
  )
}
