import { type Address, type Client, pad, toEventSelector } from 'viem'
import { CommitType } from '../../protocol/commitType'
import { quadFromBits } from '../../protocol/quad'
import type { BlockRange } from '../history/blockRange'
import { poolCommitterEventAbi } from '../history/eventAbi'
import { recordedAmount } from '../history/intervalTotals'
import { parseLogs } from '../history/parseLogs'
import type { PoolFacts } from '../poolFacts'
import type { AccountClaim, AccountCommit } from './accountLog'
import { readLogs } from './readLogs'

export type AccountEntry =
  | { readonly kind: 'commit'; readonly commit: AccountCommit }
  | { readonly kind: 'claim'; readonly claim: AccountClaim }

const TOPICS = poolCommitterEventAbi
  .filter(({ name }) => name !== 'ExecutedCommitsForInterval')
  .map((event) => toEventSelector(event))
const COMMIT_TYPES: ReadonlySet<number> = new Set(Object.values(CommitType))

/**
 * An account's commits and claims in some pools in a range of blocks, oldest first.
 *
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function readAccountEntries(
  client: Client,
  pools: readonly Pick<PoolFacts, 'address' | 'committer'>[],
  account: Address,
  window: BlockRange,
  signal: AbortSignal,
): Promise<AccountEntry[]> {
  const poolOf = new Map(pools.map(({ committer, address }) => [committer.toLowerCase(), address]))
  const committers = pools.map(({ committer }) => committer)
  const logs = await readLogs(client, committers, [TOPICS, [pad(account)]], window, signal)
  return parseLogs({ abi: poolCommitterEventAbi, logs }).flatMap((log): AccountEntry[] => {
    const pool = poolOf.get(log.address.toLowerCase())
    if (pool === undefined) return []
    const { blockNumber, logIndex, transactionHash } = log
    if (log.eventName === 'Claim')
      return [{ kind: 'claim', claim: { pool, blockNumber, logIndex, transactionHash } }]
    const commit = log.eventName === 'CreateCommit' ? toAccountCommit(pool, log) : undefined
    return commit === undefined ? [] : [{ kind: 'commit', commit }]
  })
}

type CreateCommitLog = Extract<
  ReturnType<typeof parseLogs<typeof poolCommitterEventAbi>>[number],
  { readonly eventName: 'CreateCommit' }
>

/** A commit as its `CreateCommit` says it; undefined for one of a type that there is not. */
export function toAccountCommit(pool: Address, log: CreateCommitLog): AccountCommit | undefined {
  if (!COMMIT_TYPES.has(log.args.commitType)) return undefined
  const { blockNumber, logIndex, transactionHash } = log
  const { amount, appropriateUpdateIntervalId, fromAggregateBalance, payForClaim } = log.args
  const commitType = log.args.commitType as CommitType
  const mintingFee = quadFromBits(BigInt(log.args.mintingFee))
  return {
    pool,
    blockNumber,
    transactionHash,
    logIndex,
    amount,
    recorded: recordedAmount({ amount, commitType, mintingFee }),
    commitType,
    updateIntervalId: appropriateUpdateIntervalId,
    fromAggregateBalance,
    payForClaim,
    mintingFee,
  }
}
