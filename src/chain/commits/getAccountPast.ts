import {
  type Address,
  type Client,
  encodeEventTopics,
  type Hash,
  numberToHex,
  pad,
  parseEventLogs,
} from 'viem'
import { readAccountWindow } from '../accountHistory/readAccountWindow'
import { poolCommitterEventAbi } from '../history/eventAbi'
import { historyLimits } from '../history/historyNetwork'
import type { Network } from '../network'
import type { PoolFacts } from '../poolFacts'
import type { AccountClaim, AccountCommit } from './accountLog'
import { readDownwards } from './readDownwards'
import { readLogs } from './readLogs'

interface Place {
  readonly blockNumber: bigint
  readonly logIndex: number
}

/** Pool tokens that went from the account's wallet to another, or came. */
export interface TokenTransfer extends Place {
  readonly kind: 'received' | 'sent'
  readonly side: 'long' | 'short'
  readonly tokens: bigint
}

/** Pool tokens that the pool has paid to the account's wallet: with a claim. */
export interface TokenPayout extends Place {
  readonly transactionHash: Hash
  readonly side: 'long' | 'short'
  readonly tokens: bigint
}

/** When an interval in which the account has commits was executed. */
export interface ExecutionPlace extends Place {
  readonly updateIntervalId: bigint
}

/** What an account has ever done in a pool, oldest first, as far down as the RPC gave it. */
export interface AccountPast {
  readonly commits: readonly AccountCommit[]
  readonly claims: readonly AccountClaim[]
  readonly transfers: readonly TokenTransfer[]
  readonly payouts: readonly TokenPayout[]
  readonly executions: readonly ExecutionPlace[]
  readonly fromBlock: bigint
  readonly toBlock: bigint
  /** Nothing of the pool lies before `fromBlock`. */
  readonly isWhole: boolean
}

const [EXECUTED] = encodeEventTopics({
  abi: poolCommitterEventAbi,
  eventName: 'ExecutedCommitsForInterval',
})

/**
 * Reads everything an account has done in a pool, from its own events.
 *
 * @param headBlock The newest block to read
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function getAccountPast(
  client: Client,
  network: Pick<Network, 'chain'>,
  facts: PoolFacts,
  account: Address,
  headBlock: bigint,
  signal: AbortSignal,
): Promise<AccountPast> {
  const { firstBlock } = historyLimits(network.chain.id)
  const contracts = {
    pool: facts.address,
    committer: facts.committer,
    longToken: facts.longToken.address,
    shortToken: facts.shortToken.address,
    settlementToken: facts.settlementToken.address,
    keepers: [],
  }
  const { items, fromBlock } = await readDownwards(
    { fromBlock: firstBlock, toBlock: headBlock },
    (window) => readAccountWindow(client, [contracts], account, window, signal),
    () => false,
    signal,
  )
  const commits = items.filter((item) => item.kind === 'commit')
  return {
    commits,
    claims: items.filter(({ kind }) => kind === 'claim'),
    transfers: items.flatMap((item) =>
      item.kind === 'received' || item.kind === 'sent' ? [item] : [],
    ),
    payouts: items.flatMap((item) =>
      item.kind === 'payout' && item.of !== 'settlement'
        ? [{ ...item, side: item.of, tokens: item.amount }]
        : [],
    ),
    executions: await readExecutions(client, facts, commits, headBlock, signal),
    fromBlock,
    toBlock: headBlock,
    isWhole: fromBlock <= firstBlock,
  }
}

async function readExecutions(
  client: Client,
  { committer }: PoolFacts,
  commits: readonly AccountCommit[],
  headBlock: bigint,
  signal: AbortSignal,
): Promise<ExecutionPlace[]> {
  const [first] = commits
  if (first === undefined) return []
  const ids = [...new Set(commits.map(({ updateIntervalId }) => updateIntervalId))]
  const { items } = await readDownwards(
    { fromBlock: first.blockNumber, toBlock: headBlock },
    (window) =>
      readLogs(
        client,
        [committer],
        [[EXECUTED], ids.map((id) => pad(numberToHex(id)))],
        window,
        signal,
      ),
    () => false,
    signal,
  )
  return parseEventLogs({ abi: poolCommitterEventAbi, logs: [...items] }).flatMap((log) =>
    log.eventName === 'ExecutedCommitsForInterval'
      ? [
          {
            updateIntervalId: log.args.updateIntervalId,
            blockNumber: log.blockNumber,
            logIndex: log.logIndex,
          },
        ]
      : [],
  )
}
