import type { Address, Client } from 'viem'
import type { UserSnapshot } from '../../protocol/snapshot'
import { findBlockAtTime, getBlockHeader } from '../history/blockHeader'
import { historyLimits } from '../history/historyNetwork'
import type { BlockTime } from '../history/poolHistoryState'
import type { Network } from '../network'
import type { BlockStamp } from '../snapshot'
import type { AccountCommit, AccountLog } from './accountLog'
import { isAccountedFor } from './accountLog'
import { type AccountEntry, readAccountEntries } from './readAccountEntries'
import { readDownwards } from './readDownwards'

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

/**
 * The account's commits and claims in all pools, from their events: a day back, and further until everything that the
 * committers still hold of the account is accounted for, or the RPC has been asked often enough.
 *
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function getAccountLog(options: AccountLogOptions): Promise<AccountLog> {
  const { client, network, account, pools, head, signal } = options
  const { firstBlock, confirmations } = historyLimits(network.chain.id)
  // After a reset of the chain nothing of before is true.
  const known = (options.known?.toBlock ?? 0n) > head.number ? undefined : options.known
  const settled = known && upTo(known, known.toBlock - confirmations)
  const from = (settled?.toBlock ?? head.number) + 1n
  const newest = await readDownwards(
    { fromBlock: from, toBlock: head.number },
    (window) => readAccountEntries(client, committersOf(pools), account, window, signal),
    () => false,
    signal,
  )
  const hasGap = newest.fromBlock !== from
  const top = settled && !hasGap ? join(settled, newest.items, head.number) : undefined
  const isWhole = (log: Pick<AccountLog, 'commits'>) => isLogWhole(log, pools)
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
    (window) => readAccountEntries(client, committersOf(pools), account, window, signal),
    (items, reached) =>
      reached <= since &&
      isWhole({ commits: [...toParts(items).commits, ...(top?.commits ?? [])] }),
    signal,
  )
  const { commits, claims } = toParts(older.items)
  return {
    account,
    commits: [...commits, ...(top?.commits ?? [])],
    claims: [...claims, ...(top?.claims ?? [])],
    fromBlock: older.fromBlock,
    toBlock: head.number,
  }
}

/** Whether the commits are all that the pools hold of the account. */
export function isLogWhole(
  { commits }: Pick<AccountLog, 'commits'>,
  pools: readonly Pick<AccountPool, 'pool' | 'user'>[],
): boolean {
  return pools.every(({ pool, user }) => isUserAccountedFor(pool, user, commits))
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

function join(log: AccountLog, entries: readonly AccountEntry[], toBlock: bigint): AccountLog {
  const { commits, claims } = toParts(entries)
  return {
    ...log,
    commits: [...log.commits, ...commits],
    claims: [...log.claims, ...claims],
    toBlock,
  }
}

function toParts(entries: readonly AccountEntry[]): Pick<AccountLog, 'commits' | 'claims'> {
  return {
    commits: entries.flatMap((entry) => (entry.kind === 'commit' ? entry.commit : [])),
    claims: entries.flatMap((entry) => (entry.kind === 'claim' ? entry.claim : [])),
  }
}

function committersOf(pools: readonly AccountPool[]) {
  return pools.map(({ pool, committer }) => ({ address: pool, committer }))
}
