import type { Address } from 'viem'
import { quadFromBits } from '../protocol/quad'
import type { Balance, ExecutedInterval, UserCommitment, UserSnapshot } from '../protocol/snapshot'
import { erc20Abi, poolCommitterAbi } from './abi'
import { type Answers, readOf, reusable } from './batch'
import { toCommitmentAmounts } from './commitmentAmounts'
import type { PoolFacts } from './poolRegistry'

/** One account's part in one pool, in base units. */
export interface PoolAccount {
  readonly settlementBalance: bigint
  /** What the pool may take of the account's settlement tokens. */
  readonly settlementAllowance: bigint
  readonly longBalance: bigint
  readonly shortBalance: bigint
  /** Settled and not yet claimed, executed commits included: `getAggregateBalance`. */
  readonly escrow: Balance
  /** The stored parts that `escrow` comes from, as the exact engine takes them. */
  readonly user: UserSnapshot
  /** Prices and fees of the past intervals that `user` still has commits in. */
  readonly executedIntervals: readonly ExecutedInterval[]
  /** True when there are more commitments than were asked for. */
  readonly isIncomplete: boolean
}

/** Slots of `unAggregatedCommitments` asked for beyond the ones in use. */
const SPARE_SLOTS = 2
/** The same when the last slot asked for was in use: there may be many more. */
const SPARE_SLOTS_WHEN_INCOMPLETE = 32

export type AccountPlan = ReturnType<typeof makePlan>
export type AccountAnswers = Answers<AccountPlan['reads']>

/**
 * The reads for one account's part in one pool.
 *
 * @param known The part as it was before; says which intervals the account has commits in
 */
export function planAccount(
  facts: PoolFacts,
  account: Address,
  known: PoolAccount | undefined,
): AccountPlan {
  const intervalIds = known?.user.unAggregatedCommitments ?? []
  const key = `${account}/${intervalIds.join()}/${known?.isIncomplete}`
  const last = plans.get(facts)
  // As long as nothing is committed or folded, the encoded reads are used again.
  if (last?.key === key) return last.plan
  const plan = makePlan(facts, account, intervalIds, known?.isIncomplete === true)
  plans.set(facts, { key, plan })
  return plan
}

const plans = new WeakMap<PoolFacts, { readonly key: string; readonly plan: AccountPlan }>()

function makePlan(
  facts: PoolFacts,
  account: Address,
  intervalIds: readonly bigint[],
  mayBeMany: boolean,
) {
  const { address, committer, settlementToken, longToken, shortToken } = facts
  const spare = mayBeMany ? SPARE_SLOTS_WHEN_INCOMPLETE : SPARE_SLOTS
  const slots = Array.from({ length: intervalIds.length + spare }, (_, index) => BigInt(index))
  const reads = reusable({
    settlementBalance: readOf(erc20Abi, settlementToken.address, 'balanceOf', [account]),
    settlementAllowance: readOf(erc20Abi, settlementToken.address, 'allowance', [account, address]),
    longBalance: readOf(erc20Abi, longToken.address, 'balanceOf', [account]),
    shortBalance: readOf(erc20Abi, shortToken.address, 'balanceOf', [account]),
    escrow: readOf(poolCommitterAbi, committer, 'getAggregateBalance', [account]),
    stored: readOf(poolCommitterAbi, committer, 'userAggregateBalance', [account]),
    // The list has no length to ask for: reading past its end reverts, which ends it.
    slots: slots.map((slot) =>
      readOf(poolCommitterAbi, committer, 'unAggregatedCommitments', [account, slot]),
    ),
    commitments: intervalIds.map((id) =>
      readOf(poolCommitterAbi, committer, 'userCommitments', [account, id]),
    ),
    prices: intervalIds.map((id) => readOf(poolCommitterAbi, committer, 'priceHistory', [id])),
    burnFees: intervalIds.map((id) => readOf(poolCommitterAbi, committer, 'burnFeeHistory', [id])),
  })
  return { intervalIds, reads }
}

/** The account's part from the answers, or undefined when a balance did not come. */
export function toPoolAccount(
  plan: AccountPlan,
  answers: AccountAnswers,
  currentIntervalId: bigint,
): PoolAccount | undefined {
  const { settlementBalance, settlementAllowance, longBalance, shortBalance, escrow, stored } =
    answers
  if (
    settlementBalance === undefined ||
    settlementAllowance === undefined ||
    longBalance === undefined ||
    shortBalance === undefined ||
    escrow === undefined ||
    stored === undefined
  )
    return undefined
  const [longTokens, shortTokens, settlementTokens] = stored
  const ids = answers.slots.filter((id): id is bigint => id !== undefined && id !== 0n)
  const read = new Map<bigint, UserCommitment>()
  plan.intervalIds.forEach((updateIntervalId, index) => {
    const amounts = answers.commitments[index]
    if (amounts !== undefined)
      read.set(updateIntervalId, { updateIntervalId, ...toCommitmentAmounts(amounts) })
  })
  return {
    settlementBalance,
    settlementAllowance,
    longBalance,
    shortBalance,
    escrow,
    user: {
      aggregateBalance: { longTokens, shortTokens, settlementTokens },
      unAggregatedCommitments: ids,
      userCommitments: ids.flatMap((id) => read.get(id) ?? []),
    },
    executedIntervals: toExecutedIntervals(plan, answers).filter(
      ({ updateIntervalId }) => updateIntervalId < currentIntervalId,
    ),
    isIncomplete: answers.slots.at(-1) !== undefined || ids.some((id) => !read.has(id)),
  }
}

function toExecutedIntervals(plan: AccountPlan, answers: AccountAnswers): ExecutedInterval[] {
  return plan.intervalIds.flatMap((updateIntervalId, index) => {
    const prices = answers.prices[index]
    const burnFee = answers.burnFees[index]
    if (prices === undefined || burnFee === undefined) return []
    return {
      updateIntervalId,
      longPrice: quadFromBits(BigInt(prices[0])),
      shortPrice: quadFromBits(BigInt(prices[1])),
      burnFee: quadFromBits(BigInt(burnFee)),
    }
  })
}
