import type { Address, Hash } from 'viem'
import { AMOUNT_OF, type CommitType } from '../../protocol/commitType'
import type { Quad } from '../../protocol/quad'
import type { CommitmentAmounts, UserCommitment } from '../../protocol/snapshot'

/** One commit of an account, from its `CreateCommit`. Transaction hash and log index together are unique. */
export interface AccountCommit {
  readonly pool: Address
  readonly blockNumber: bigint
  readonly transactionHash: Hash
  readonly logIndex: number
  /** What was put in: settlement units for mints, minting fee included; pool token units otherwise. */
  readonly amount: bigint
  /** What it adds to its interval: the same after the minting fee. */
  readonly recorded: bigint
  readonly commitType: CommitType
  readonly updateIntervalId: bigint
  readonly fromAggregateBalance: boolean
  readonly payForClaim: boolean
  /** The rate at the time of the commit, wad-scaled. */
  readonly mintingFee: Quad
}

/** A claim by or for the account. */
export interface AccountClaim {
  readonly pool: Address
  readonly blockNumber: bigint
  readonly logIndex: number
}

/** What an account did in all pools, from one block to another, oldest first. */
export interface AccountLog {
  readonly account: Address
  readonly commits: readonly AccountCommit[]
  readonly claims: readonly AccountClaim[]
  readonly fromBlock: bigint
  readonly toBlock: bigint
}

/** What distinguishes a commit from all others, also those of one transaction. */
export function commitKey({ transactionHash, logIndex }: AccountCommit): string {
  return `${transactionHash}:${logIndex}`
}

/** Whether these commits are all that the committer has recorded of the account in their interval. */
export function isAccountedFor(
  commitment: UserCommitment,
  commits: readonly Pick<AccountCommit, 'commitType' | 'recorded'>[],
): boolean {
  const left: Record<keyof CommitmentAmounts, bigint> = { ...commitment }
  for (const { commitType, recorded } of commits) left[AMOUNT_OF[commitType]] -= recorded
  return Object.values(AMOUNT_OF).every((field) => left[field] === 0n)
}
