import type { PoolSnapshot, UserCommitment, UserSnapshot } from '../../protocol/snapshot'
import { earliestExecutionSec } from '../../protocol/updateInterval'
import { isNothing } from '../../protocol/userBalance'
import { upkeepDueSec } from '../poolFigures'
import { poolStatuses } from '../poolStatus'
import type { ExitPlan } from './exitOutcome'

/** What an account has in the pool that it leaves. Base units. */
export interface LeavingAccount {
  readonly user: UserSnapshot
  readonly longBalance: bigint
  readonly shortBalance: bigint
  readonly escrow: {
    readonly longTokens: bigint
    readonly shortTokens: bigint
    readonly settlementTokens: bigint
  }
}

/** What a plan asks for now. Times in Unix seconds. */
export type ExitStep =
  /** Perform the overdue upkeeps, before anything is burned. */
  | { readonly kind: 'catchUp' }
  | { readonly kind: 'burn' }
  | { readonly kind: 'wait'; readonly untilSec: bigint; readonly bringsTokens: boolean }
  /** Perform the upkeeps that execute what is queued; where that brings tokens, they are burned afterwards. */
  | { readonly kind: 'perform'; readonly bringsTokens: boolean }
  | { readonly kind: 'claim' }
  /** Nothing of the account is left in the pool. */
  | { readonly kind: 'done' }

/**
 * What comes next on the way out of a pool, from the chain alone: what someone else has done meanwhile counts as well, and
 * nothing has to be remembered.
 *
 * @param nowSec The chain's time
 * @param isKept Whether keepers perform the rebalances: then only the one that executes what is queued is waited for
 */
export function nextExitStep(
  plan: ExitPlan,
  pool: PoolSnapshot,
  account: LeavingAccount,
  nowSec: bigint,
  isKept = false,
): ExitStep {
  const { longBalance, shortBalance, escrow, user } = account
  const dueSec = upkeepDueSec(pool)
  const tokens = longBalance + shortBalance + escrow.longTokens + escrow.shortTokens
  if (tokens > 0n)
    return { kind: plan !== 'burnFirst' && isOverdue(pool, nowSec) ? 'catchUp' : 'burn' }
  const lastId = user.userCommitments
    .filter((commitment) => !isNothing(commitment))
    .reduce((last, { updateIntervalId: id }) => (id > last ? id : last), 0n)
  if (lastId >= pool.updateIntervalId) {
    const readySec = earliestExecutionSec({ ...pool, timestampSec: nowSec }, lastId)
    const performsEach = plan === 'everyInterval' && !isKept
    const untilSec = performsEach && dueSec < readySec ? dueSec : readySec
    const bringsTokens = queuedCommits(pool, user).some(isForTokens)
    return nowSec >= untilSec
      ? { kind: 'perform', bringsTokens }
      : { kind: 'wait', untilSec, bringsTokens }
  }
  return { kind: escrow.settlementTokens > 0n ? 'claim' : 'done' }
}

/** Whether keepers are late: one that is due for a minute is left to them. Nor is it where the contracts would refuse it. */
export function isOverdue(pool: PoolSnapshot, nowSec: bigint): boolean {
  return poolStatuses(pool, Number(nowSec)).some(({ kind }) => kind === 'late')
}

/** Commits that no upkeep has executed yet. */
export function queuedCommits(
  { updateIntervalId }: Pick<PoolSnapshot, 'updateIntervalId'>,
  { userCommitments }: UserSnapshot,
): readonly UserCommitment[] {
  return userCommitments.filter(
    (commitment) => commitment.updateIntervalId >= updateIntervalId && !isNothing(commitment),
  )
}

/** Burns: what they bring is out of the pool. An interval can have both these and mints or flips. */
export function isForSettlement({
  longBurnPoolTokens,
  shortBurnPoolTokens,
}: UserCommitment): boolean {
  return longBurnPoolTokens + shortBurnPoolTokens > 0n
}

/** Mints and flips: what they bring is not out of the pool. */
export function isForTokens(commitment: UserCommitment): boolean {
  const { longMintSettlement, shortMintSettlement } = commitment
  const { shortBurnLongMintPoolTokens, longBurnShortMintPoolTokens } = commitment
  return (
    longMintSettlement +
      shortMintSettlement +
      shortBurnLongMintPoolTokens +
      longBurnShortMintPoolTokens >
    0n
  )
}
