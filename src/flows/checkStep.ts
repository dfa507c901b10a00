import type { Client } from 'viem'
import { readContract, simulateContract } from 'viem/actions'
import type { Config } from 'wagmi'
import { getAccount } from 'wagmi/actions'
import { queueRoom } from '../analytics/queueRoom'
import { erc20Abi, leveragedPoolAbi, poolCommitterAbi } from '../chain/abi'
import { describeRevert, type Failure, revertReason } from '../chain/describeFailure'
import { approvalOf } from './approval'
import { creatorProblem, isWrapper } from './creation'
import {
  type CommitIntent,
  type FeeClaimIntent,
  type Flow,
  pulledFromWallet,
  type Step,
} from './flow'
import { simulateStep } from './simulateStep'
import { stepRequest } from './stepRequest'

/** What stands in the way on the wallet's side. */
export function walletMismatch(config: Config, flow: Flow): Failure | undefined {
  const { address, chainId } = getAccount(config)
  if (address?.toLowerCase() !== flow.account.toLowerCase())
    return {
      code: 'WRONG_ACCOUNT',
      message:
        'Your wallet is on another account than the one this was begun with. Nothing was sent.',
    }
  if (chainId !== flow.chainId)
    return { code: 'WRONG_CHAIN', message: 'Your wallet is on another network. Nothing was sent.' }
  return undefined
}

/** Whether what the intent needs may already be taken from the wallet. */
export async function isApproved(client: Client, { intent, account }: Flow): Promise<boolean> {
  const approval = approvalOf(intent)
  if (approval === undefined) return true
  const allowance = await readContract(client, {
    address: approval.token,
    abi: erc20Abi,
    functionName: 'allowance',
    args: [account, approval.spender],
  })
  return allowance >= approval.needed
}

/**
 * Tries a single transaction out against the chain.
 *
 * @returns Why it must not be sent, though the contract would take it
 * @throws What the contract or the RPC answers
 */
export async function checkStep(
  client: Client,
  flow: Flow,
  step: Step,
): Promise<Failure | undefined> {
  const { intent } = flow
  const isFirstCommit = intent.kind === 'commit' && step.kind === 'commit' && step.leg === 0
  const [problem] = await Promise.all([
    isFirstCommit
      ? queueProblem(client, flow, intent)
      : intent.kind === 'feeClaim'
        ? noFeesProblem(client, intent)
        : isWrapper(step.kind)
          ? creatorProblem(client, flow)
          : undefined,
    simulateStep(client, flow, step),
  ])
  return problem
}

/**
 * The same for a batch. What needs the approval that comes with it cannot be tried out before; balance and pause are
 * looked at instead.
 */
export async function checkBatch(
  client: Client,
  flow: Flow,
  intent: CommitIntent,
  needsApproval: boolean,
): Promise<Failure | undefined> {
  const { account } = flow
  const { committer, settlementToken, legs } = intent
  const tried = needsApproval ? ([['approve', undefined]] as const) : []
  const alone = needsApproval ? legs.filter((leg) => leg.fromAggregateBalance) : legs
  const steps = [...tried, ...alone.map((leg) => ['commit', legs.indexOf(leg)] as const)]
  const [full, paused, balance] = await Promise.all([
    queueProblem(client, flow, intent),
    readContract(client, { address: committer, abi: poolCommitterAbi, functionName: 'paused' }),
    readContract(client, {
      address: settlementToken,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [account],
    }),
    ...steps.map(([kind, leg]) =>
      simulateContract(client, { ...stepRequest(intent, { kind, leg }, account), account }),
    ),
  ])
  if (paused) return refused('Pool is paused')
  if (balance < pulledFromWallet(intent)) return refused('ERC20: transfer amount exceeds balance')
  return full
}

function refused(reason: string): Failure {
  return { code: 'REVERTED', message: `${describeRevert(reason)} Nothing was sent.` }
}

/** The contract would pay nothing, and the network fee would be lost. */
async function noFeesProblem(
  client: Client,
  { pool }: FeeClaimIntent,
): Promise<Failure | undefined> {
  const fees = await readContract(client, {
    address: pool,
    abi: leveragedPoolAbi,
    functionName: 'secondaryFees',
  })
  if (fees > 0n) return undefined
  return {
    code: 'NO_FEES',
    message:
      'Nothing has accrued here since the last claim, which may have been somebody else’s. Nothing was sent.',
  }
}

const LIST_LENGTH = 15

/** The contract would take one commit too many, and lose track of some. @see queueRoom */
async function queueProblem(
  client: Client,
  { account }: Flow,
  { committer, promise }: CommitIntent,
): Promise<Failure | undefined> {
  const about = { address: committer, abi: poolCommitterAbi } as const
  const idAt = (index: number) =>
    readContract(client, {
      ...about,
      functionName: 'unAggregatedCommitments',
      args: [account, BigInt(index)],
    })
  try {
    await idAt(LIST_LENGTH - 1)
  } catch (error) {
    // The list is shorter: what nearly everybody has.
    if (revertReason(error) !== undefined) return undefined
    throw error
  }
  const [updateIntervalId, ...unAggregatedCommitments] = await Promise.all([
    readContract(client, { ...about, functionName: 'updateIntervalId' }),
    ...Array.from({ length: LIST_LENGTH }, (_, index) => idAt(index)),
  ])
  const intervalId = promise?.intervalId ?? updateIntervalId + 2n ** 64n
  if (queueRoom({ updateIntervalId }, { unAggregatedCommitments }, intervalId) !== 'full')
    return undefined
  return {
    code: 'QUEUE_FULL',
    message:
      'Your commits wait in 15 intervals of this pool, and the contract can lose track of more. Wait for a rebalance, claim, and commit then. Nothing was sent.',
  }
}
