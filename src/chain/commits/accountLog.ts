import type { Address, Hash } from 'viem'
import { AMOUNT_OF } from '../../protocol/commitType'
import type { CommitmentAmounts, UserCommitment } from '../../protocol/snapshot'
import type { CommitEvent } from '../history/poolEvent'

/** One commit of an account, from its `CreateCommit`. */
export interface AccountCommit
  extends Omit<CommitEvent, 'kind' | 'user' | 'blockHash' | 'timestampSec'> {
  readonly pool: Address
  /** What it adds to its interval: the amount after the minting fee. */
  readonly recorded: bigint
}

/** A claim by or for the account. */
export interface AccountClaim {
  readonly pool: Address
  readonly transactionHash: Hash
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

/** Whether these commits are all that the committer has recorded of the account in their interval. */
export function isAccountedFor(
  commitment: UserCommitment,
  commits: readonly Pick<AccountCommit, 'commitType' | 'recorded'>[],
): boolean {
  const left: Record<keyof CommitmentAmounts, bigint> = { ...commitment }
  for (const { commitType, recorded } of commits) left[AMOUNT_OF[commitType]] -= recorded
  return Object.values(AMOUNT_OF).every((field) => left[field] === 0n)
}
