import type { PoolAccount } from '../../../chain/poolAtBlock'
import { currentStepIndex, type Flow } from '../../../flows/flow'

/** What a first mint takes, in this order. */
export const GUIDE_STEPS = [
  'connect',
  'fund',
  'choose',
  'approve',
  'commit',
  'wait',
  'claim',
] as const

export type GuideStep = (typeof GUIDE_STEPS)[number]

/** What tells how far someone has come. */
export interface GuideFacts {
  /** Undefined without a connected account. */
  readonly account: PoolAccount | undefined
  /** The interval that the next rebalance executes. */
  readonly updateIntervalId: bigint
  /** The commit on its way in this pool. */
  readonly flow: Flow | undefined
  readonly hasAmount: boolean
  readonly needsApproval: boolean
}

/** The step that comes next, by what the chain and the form say; undefined when all is done. */
export function guideStep(facts: GuideFacts): GuideStep | undefined {
  const { account, flow } = facts
  if (account === undefined) return 'connect'
  if (flow !== undefined)
    return flow.steps[currentStepIndex(flow)]?.kind === 'approve' ? 'approve' : 'commit'
  if (account.user.unAggregatedCommitments.some((id) => id >= facts.updateIntervalId)) return 'wait'
  if (holdsEscrow(account)) return 'claim'
  if (account.longBalance + account.shortBalance > 0n) return undefined
  if (account.settlementBalance === 0n) return 'fund'
  if (!facts.hasAmount) return 'choose'
  return facts.needsApproval ? 'approve' : 'commit'
}

/** Whether an account has never had anything to do with a pool, as far as the pool shows. */
export function isStranger({ longBalance, shortBalance, user, ...account }: PoolAccount): boolean {
  const hasTokens = longBalance + shortBalance > 0n
  return !hasTokens && !holdsEscrow(account) && user.unAggregatedCommitments.length === 0
}

function holdsEscrow({ escrow }: Pick<PoolAccount, 'escrow'>): boolean {
  return escrow.longTokens + escrow.shortTokens + escrow.settlementTokens > 0n
}
