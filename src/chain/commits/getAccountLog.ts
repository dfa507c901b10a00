import { type Address, type Client, pad, parseEventLogs, toEventSelector } from 'viem'
import { CommitType } from '../../protocol/commitType'
import { quadFromBits } from '../../protocol/quad'
import type { UserSnapshot } from '../../protocol/snapshot'
import { findBlockAtTime, getBlockHeader } from '../history/blockHeader'
import type { BlockRange } from '../history/blockRange'
import { poolCommitterEventAbi } from '../history/eventAbi'
import { historyLimits } from '../history/historyNetwork'
import { recordedAmount } from '../history/intervalTotals'
import type { BlockTime } from '../history/poolHistoryState'
import type { Network } from '../network'
import type { BlockStamp } from '../snapshot'
import type { AccountClaim, AccountCommit, AccountLog } from './accountLog'
import { isAccountedFor } from './accountLog'
import { readDownwards } from './readDownwards'
import { readLogs } from './readLogs'

/** A pool, and what its committer has recorded of the account. */
export interface AccountPool {
  readonly pool: Address
  readonly committer: Address
  readonly user: UserSnapshot | undefined
}

export interface AccountLogOptions {
  readonly client: Client
  readonly network: Network
  readonly account: Address
  readonly pools: readonly AccountPool[]
  /** The block that `pools` was read at. */
  readonly head: BlockStamp
  /** What was read before: only what is missing is asked for. */
  readonly known?: AccountLog | undefined
  readonly signal: AbortSignal
}

/** Executed commits are wanted from the last day, whether or not they have been claimed. */
const DEPTH_SEC = 86_400n
const TOPICS = poolCommitterEventAbi
  .filter(({ name }) => name !== 'ExecutedCommitsForInterval')
  .map((event) => toEventSelector(event))
const COMMIT_TYPES: ReadonlySet<number> = new Set(Object.values(CommitType))

type Entry =
  | { readonly kind: 'commit'; readonly commit: AccountCommit }
  | { readonly kind: 'claim'; readonly claim: AccountClaim }

/**
 * The account's commits and claims in all pools, from their events: a day back, and further until everything that the
 * committers still hold of the account is accounted for, or the RPC has been asked often enough.
 *
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function getAccountLog(options: AccountLogOptions): Promise<AccountLog> {
  const { client, network, pools, head, signal } = options
  const { firstBlock, confirmations } = historyLimits(network.chain.id)
  // After a reset of the chain nothing of before is true.
  const known = (options.known?.toBlock ?? 0n) > head.number ? undefined : options.known
  const settled = known && upTo(known, known.toBlock - confirmations)
  const from = (settled?.toBlock ?? head.number) + 1n
  const newest = await readDownwards(
    { fromBlock: from, toBlock: head.number },
    (window) => readEntries(options, window),
    () => false,
    signal,
  )
  const hasGap = newest.fromBlock !== from
  const top = settled && !hasGap ? join(settled, newest.items, head.number) : undefined
  const isWhole = (log: Pick<AccountLog, 'commits'>) =>
    pools.every(({ pool, user }) => isUserAccountedFor(pool, user, log.commits))
  if (top !== undefined && isWhole(top)) return top

  const since = await findBlockAtTime(
    (block) => getBlockHeader(client, block, signal),
    head.timestampSec - DEPTH_SEC,
    firstBlock,
    new Map<bigint, BlockTime>([
      [head.number, { number: head.number, timestampSec: head.timestampSec }],
    ]),
  )
  const older = await readDownwards(
    { fromBlock: firstBlock, toBlock: (top?.fromBlock ?? head.number + 1n) - 1n },
    (window) => readEntries(options, window),
    (items, reached) =>
      reached <= since &&
      isWhole({ commits: [...toParts(items).commits, ...(top?.commits ?? [])] }),
    signal,
  )
  const { commits, claims } = toParts(older.items)
  return {
    account: options.account,
    commits: [...commits, ...(top?.commits ?? [])],
    claims: [...claims, ...(top?.claims ?? [])],
    fromBlock: older.fromBlock,
    toBlock: head.number,
  }
}

function isUserAccountedFor(
  pool: Address,
  user: UserSnapshot | undefined,
  commits: readonly AccountCommit[],
): boolean {
  return (user?.userCommitments ?? []).every((commitment) =>
    isAccountedFor(
      commitment,
      commits.filter(
        (commit) => commit.pool === pool && commit.updateIntervalId === commitment.updateIntervalId,
      ),
    ),
  )
}

/** The newest blocks may have changed: what is in them is read again. */
function upTo(log: AccountLog, toBlock: bigint): AccountLog | undefined {
  if (toBlock < log.fromBlock) return undefined
  const isKept = ({ blockNumber }: { blockNumber: bigint }) => blockNumber <= toBlock
  return {
    ...log,
    commits: log.commits.filter(isKept),
    claims: log.claims.filter(isKept),
    toBlock,
  }
}

function join(log: AccountLog, entries: readonly Entry[], toBlock: bigint): AccountLog {
  const { commits, claims } = toParts(entries)
  return {
    ...log,
    commits: [...log.commits, ...commits],
    claims: [...log.claims, ...claims],
    toBlock,
  }
}

function toParts(entries: readonly Entry[]): Pick<AccountLog, 'commits' | 'claims'> {
  return {
    commits: entries.flatMap((entry) => (entry.kind === 'commit' ? entry.commit : [])),
    claims: entries.flatMap((entry) => (entry.kind === 'claim' ? entry.claim : [])),
  }
}

async function readEntries(
  { client, pools, account, signal }: AccountLogOptions,
  window: BlockRange,
): Promise<Entry[]> {
  const poolOf = new Map(pools.map(({ committer, pool }) => [committer.toLowerCase(), pool]))
  const committers = pools.map(({ committer }) => committer)
  const logs = await readLogs(client, committers, [TOPICS, [pad(account)]], window, signal)
  return parseEventLogs({ abi: poolCommitterEventAbi, logs }).flatMap((log): Entry[] => {
    const pool = poolOf.get(log.address.toLowerCase())
    if (pool === undefined) return []
    const { blockNumber, logIndex, transactionHash } = log
    if (log.eventName === 'Claim')
      return [{ kind: 'claim', claim: { pool, blockNumber, logIndex } }]
    if (log.eventName !== 'CreateCommit' || !COMMIT_TYPES.has(log.args.commitType)) return []
    const { amount, appropriateUpdateIntervalId, fromAggregateBalance, payForClaim } = log.args
    const commitType = log.args.commitType as CommitType
    const mintingFee = quadFromBits(BigInt(log.args.mintingFee))
    return [
      {
        kind: 'commit',
        commit: {
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
        },
      },
    ]
  })
}
