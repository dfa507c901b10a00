import * as v from 'valibot'
import { type Address, type Client, isAddressEqual, maxUint256, parseEventLogs } from 'viem'
import { readContract, simulateContract } from 'viem/actions'
import type { CommitFees } from '../../analytics/haveFeesRisen'
import { erc20Abi, poolCommitterAbi } from '../../chain/abi'
import { encodeCommitArgs, MAX_COMMIT_AMOUNT } from '../../chain/commitArgs'
import { describeRevert, type Failure } from '../../chain/describeFailure'
import { formatAboutClock } from '../../format/formatAboutClock'
import { formatAmount } from '../../format/formatAmount'
import { MAX_ITERATIONS } from '../../protocol/bounds'
import { type CommitType, isMint } from '../../protocol/commitType'
import type { Balance } from '../../protocol/snapshot'
import { type FlowOf, type IntentBase, newStep, type Step } from '../step'
import { tryAction } from '../tryAction'
import { approveAction } from './approve'
import { queueProblem } from './commitQueue'
import { traceOf } from './eventTrace'
import type { Action, Approval, CallRequest, FlowKind } from './flowKind'
import { poolFields, storedAddress, storedUnits } from './storedFields'

/** One commitment of an order: one call of `commit`. */
export interface CommitLeg {
  readonly commitType: CommitType
  /** Base units: settlement tokens for a mint, pool tokens otherwise. */
  readonly amount: bigint
  readonly fromAggregateBalance: boolean
}

/** What the ticket said when the person decided, at the price assumed then; compared with what comes. */
export interface CommitProjection {
  readonly atBlock: bigint
  readonly intervalId: bigint
  /** Wad, as the engine takes it. */
  readonly spotPrice: bigint
  /** Base units that the order adds to the escrow. */
  readonly longTokens: bigint
  readonly shortTokens: bigint
  readonly settlementTokens: bigint
  /** Earliest execution, Unix seconds. Projections stored by earlier versions do not say it, nor what follows. */
  readonly executesAtSec?: bigint
  /** The same tokens leg by leg: what each adds to those before it. */
  readonly byLeg?: readonly Balance[]
  /** The market's fees that the person saw. Projections stored by earlier versions do not say them. */
  readonly fees?: CommitFees
  /** There was no projection: interval and time are all that is projected, and the amounts are zero. */
  readonly hasNoAmounts?: true
}

/** An order. */
export interface CommitIntent extends IntentBase {
  readonly kind: 'commit'
  readonly pool: Address
  readonly committer: Address
  readonly settlementToken: Address
  /** One or more, in this order, all in one pool. */
  readonly legs: readonly CommitLeg[]
  /** When the allowance is short: exactly what the legs pull from the wallet, or 2^256 − 1. */
  readonly approval: 'exact' | 'unlimited'
  /** Offered to the account that claims for the person, paid with the last leg; 0n for none. */
  readonly autoClaimWei: bigint
  readonly projection: CommitProjection | undefined
  /** What the person has agreed to of an unverified market; orders of earlier versions, and of verified ones, have none. @see consentKey */
  readonly consent?: string
}

/** Settlement units that an order's mints pull out of the wallet. */
export function pulledFromWallet({ legs }: Pick<CommitIntent, 'legs'>): bigint {
  return legs
    .filter((leg) => isMint(leg.commitType) && !leg.fromAggregateBalance)
    .reduce((total, leg) => total + leg.amount, 0n)
}

/** The transactions of an order that are sent one by one. */
export function commitSteps(
  { legs }: Pick<CommitIntent, 'legs'>,
  needsApproval: boolean,
): readonly Step[] {
  const commits = legs.map((_, leg) => newStep('commit', leg))
  return needsApproval ? [newStep('approve'), ...commits] : commits
}

/**
 * The call that makes one of an order's commits.
 *
 * @throws RangeError when the leg does not exist or its amount does not fit the contract
 */
export function commitRequest(intent: CommitIntent, index: number): CallRequest {
  const { committer, legs, autoClaimWei } = intent
  const { amount, commitType, fromAggregateBalance } = legOf(legs, index)
  const payForClaim = paysForClaim(intent, index)
  return {
    address: committer,
    abi: poolCommitterAbi,
    functionName: 'commit',
    args: [encodeCommitArgs(amount, commitType, fromAggregateBalance, payForClaim)],
    ...(payForClaim ? { value: autoClaimWei } : {}),
  }
}

function legOf(legs: readonly CommitLeg[], index: number): CommitLeg {
  const leg = legs[index]
  if (leg === undefined) throw new RangeError(`The order has no commit ${index}`)
  return leg
}

/** The approval that an order needs; undefined when nothing is taken from the wallet. */
export function commitApproval(intent: CommitIntent): Approval | undefined {
  const needed = pulledFromWallet(intent)
  if (needed === 0n) return undefined
  // The pool itself takes the tokens, and is given no more than this order needs unless the person wants it so.
  const isExact = intent.approval === 'exact'
  return {
    token: intent.settlementToken,
    spender: intent.pool,
    needed,
    amount: isExact ? needed : maxUint256,
    name: isExact ? 'Approve this amount' : 'Approve unlimited',
    isListed: true,
  }
}

/** What a leg adds can be below zero, where it is rounded away together with those before it. */
const balance = {
  longTokens: v.bigint(),
  shortTokens: v.bigint(),
  settlementTokens: v.bigint(),
}

const projectionSchema = v.object({
  ...balance,
  atBlock: storedUnits,
  intervalId: storedUnits,
  spotPrice: v.bigint(),
  executesAtSec: v.optional(storedUnits),
  byLeg: v.optional(v.pipe(v.array(v.object(balance)), v.maxLength(MAX_ITERATIONS))),
  fees: v.optional(v.object({ mintingFeeWad: storedUnits, burningFeeWad: storedUnits })),
  hasNoAmounts: v.optional(v.literal(true)),
})

const schema = v.looseObject({
  ...poolFields,
  kind: v.literal('commit'),
  committer: storedAddress,
  settlementToken: storedAddress,
  legs: v.pipe(
    v.array(
      v.object({
        commitType: v.picklist([0, 1, 2, 3, 4, 5]),
        amount: v.pipe(v.bigint(), v.minValue(1n), v.maxValue(MAX_COMMIT_AMOUNT)),
        fromAggregateBalance: v.boolean(),
      }),
    ),
    v.minLength(1),
    v.maxLength(MAX_ITERATIONS),
  ),
  approval: v.picklist(['exact', 'unlimited']),
  autoClaimWei: storedUnits,
  projection: v.optional(projectionSchema),
  consent: v.optional(v.string()),
})

export const commit: FlowKind<CommitIntent> = {
  schema,
  stepKinds: ['commit'],
  steps: commitSteps,
  approval: commitApproval,
  contracts: ({ committer, settlementToken }) => ({ committer, settlementToken }),
  purpose: ({ committer, legs }) => [committer, ...legs.map((leg) => leg.commitType)].join(),
  action: (intent, { leg = 0 }, account) => commitAction(intent, leg, account),
  batch: {
    name: (intent) =>
      pulledFromWallet(intent) === 0n ? 'Commit as one batch' : 'Approve if needed, commit',
    check: checkBatch,
  },
  result: (order) => describeCommitted(order, expectedTime(order.intent)),
}

function commitAction(intent: CommitIntent, index: number, account: Address): Action {
  const { committer, legs, autoClaimWei } = intent
  const { amount, commitType, fromAggregateBalance } = legOf(legs, index)
  const payForClaim = paysForClaim(intent, index)
  const step = legs.length === 1 ? 'Commit' : `Commit ${index + 1} of ${legs.length}`
  return {
    name: payForClaim ? `${step}, with ${formatAmount(autoClaimWei, 18)} ETH for auto-claim` : step,
    request: () => commitRequest(intent, index),
    check: (client) => queueProblem(client, account, intent),
    hasMovingGas: true,
    traces: () => [
      traceOf(committer, poolCommitterAbi, 'CreateCommit', { user: account, amount, commitType }),
    ],
    // All that the call says counts: two commits of a kind can differ in where they are paid from.
    async prove(_client, receipt, taken) {
      const own = parseEventLogs({
        abi: poolCommitterAbi,
        eventName: 'CreateCommit',
        logs: receipt.logs,
        args: { user: account, amount, commitType },
      }).filter(
        ({ address, args }) =>
          isAddressEqual(address, committer) &&
          args.fromAggregateBalance === fromAggregateBalance &&
          args.payForClaim === payForClaim,
      )
      return { isDone: own.length > taken }
    },
  }
}

function paysForClaim({ autoClaimWei, legs }: CommitIntent, index: number): boolean {
  return autoClaimWei > 0n && index === legs.length - 1
}

/** What needs the approval that comes with it cannot be tried out before; balance and pause are looked at instead. */
async function checkBatch(
  client: Client,
  { intent, account }: Pick<FlowOf<CommitIntent>, 'intent' | 'account'>,
  needsApproval: boolean,
): Promise<Failure | undefined> {
  const { committer, settlementToken, legs } = intent
  const approval = commitApproval(intent)
  const commits = legs.flatMap(({ fromAggregateBalance }, index) =>
    needsApproval && !fromAggregateBalance ? [] : commitRequest(intent, index),
  )
  const [full, paused, balance, noApproval] = await Promise.all([
    queueProblem(client, account, intent),
    readContract(client, { address: committer, abi: poolCommitterAbi, functionName: 'paused' }),
    readContract(client, {
      address: settlementToken,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [account],
    }),
    needsApproval && approval !== undefined
      ? tryAction(client, approveAction(approval, account), account)
      : undefined,
    ...commits.map((request) => simulateContract(client, { ...request, account })),
  ])
  if (paused) return refused('Pool is paused')
  if (balance < pulledFromWallet(intent)) return refused('ERC20: transfer amount exceeds balance')
  return noApproval ?? full
}

function refused(reason: string): Failure {
  return { code: 'REVERTED', message: `${describeRevert(reason)} Nothing was sent.` }
}

/** So long after it was expected an order is not said to be still to execute. */
const LATE_SEC = 60

/** A finished order in a sentence or two. @param when When it executes, and what to do then */
export function describeCommitted(
  { intent, steps }: Pick<FlowOf<CommitIntent>, 'intent' | 'steps'>,
  when: string,
): string {
  const { legs } = intent
  const what =
    legs.length === 1
      ? 'Committed.'
      : steps[0]?.kind === 'batch'
        ? `${legs.length} commits sent in one transaction.`
        : `${legs.length} commits sent.`
  return `${what} ${when}${paidClaim(intent)}`
}

/** As projected when it was sent, where the market itself is not known: a commit in a later block than meant executes later. */
function expectedTime({ projection }: CommitIntent): string {
  if (projection?.executesAtSec === undefined) return 'After the rebalance, claim what you receive.'
  const nowSec = Date.now() / 1_000
  const expectedSec = Number(projection.executesAtSec)
  const clock = formatAboutClock(expectedSec, nowSec)
  return nowSec > expectedSec + LATE_SEC
    ? `Expected to have executed at about ${clock}. Claim what you received, if you haven’t yet.`
    : `Expected to execute at about ${clock}. After that, claim what you receive.`
}

function paidClaim({ autoClaimWei }: CommitIntent): string {
  if (autoClaimWei === 0n) return ''
  return ` A claim bot can claim for you and earns ${formatAmount(autoClaimWei, 18)} ETH.`
}
