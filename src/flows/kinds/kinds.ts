import type { Address } from 'viem'
import type { FlowOf, StepId } from '../step'
import { approveAction } from './approve'
import { type ClaimIntent, claim } from './claim'
import { type ClaimRewardsIntent, claimRewards } from './claimRewards'
import { type CommitIntent, commit } from './commit'
import { create } from './create'
import type { CreateIntent } from './createIntent'
import { type ExitFarmIntent, exitFarm } from './exitFarm'
import { type ExitPoolIntent, exitPool } from './exitPool'
import { type FeeClaimIntent, feeClaim } from './feeClaim'
import type { Action, Approval, FlowKind } from './flowKind'
import { type JoinPoolIntent, joinPool } from './joinPool'
import { type RevokeIntent, revoke } from './revoke'
import { type StakeIntent, stake } from './stake'
import { type SwapIntent, swap } from './swap'
import { type UpkeepIntent, upkeep } from './upkeep'
import { type WithdrawStakeIntent, withdrawStake } from './withdrawStake'

/** What a person wants done, with everything needed to do it again after a reload. */
export type Intent =
  | CommitIntent
  | ClaimIntent
  | FeeClaimIntent
  | UpkeepIntent
  | CreateIntent
  | RevokeIntent
  | SwapIntent
  | JoinPoolIntent
  | ExitPoolIntent
  | StakeIntent
  | WithdrawStakeIntent
  | ClaimRewardsIntent
  | ExitFarmIntent

/** All kinds of intents. A new one is a file beside these, and a line in each of the two lists here. */
export const KINDS: { readonly [K in Intent['kind']]: FlowKind<Extract<Intent, { kind: K }>> } = {
  commit,
  claim,
  feeClaim,
  upkeep,
  create,
  revoke,
  swap,
  joinPool,
  exitPool,
  stake,
  withdrawStake,
  claimRewards,
  exitFarm,
}

/** The kind of an intent. */
export function kindOf<I extends Intent>({ kind }: I): FlowKind<I> {
  return KINDS[kind] as unknown as FlowKind<I>
}

/** The approval that an intent needs; undefined when nothing is taken from the wallet. */
export function approvalOf(intent: Intent): Approval | undefined {
  return kindOf(intent).approval?.(intent)
}

/**
 * The transactions that a step makes: one, or all of a batch's.
 *
 * @param needsApproval Whether a batch has to begin with the approval; without it that is left out, as where one is there
 * @throws RangeError where the intent has no such step
 */
export function actionsOf(
  { intent, account }: Pick<FlowOf<Intent>, 'intent' | 'account'>,
  step: StepId,
  needsApproval = false,
): readonly Action[] {
  const parts = step.kind === 'batch' ? kindOf(intent).steps(intent, needsApproval) : [step]
  return parts.map((part) => actionOf(intent, part, account))
}

function actionOf(intent: Intent, step: StepId, account: Address): Action {
  if (step.kind !== 'approve') return kindOf(intent).action(intent, step, account)
  const approval = approvalOf(intent)
  if (approval === undefined) throw new RangeError('There is nothing to approve')
  return approveAction(approval, account)
}

/** What a step does, in few words. */
export function stepName(intent: Intent, step: StepId): string {
  if (step.kind === 'batch') return kindOf(intent).batch?.name(intent) ?? 'Send as one batch'
  if (step.kind === 'approve') return approvalOf(intent)?.name ?? 'Approve'
  // The name does not depend on whose it is.
  return actionOf(intent, step, '0x0000000000000000000000000000000000000000').name
}
