import {
  type Address,
  type Client,
  encodeEventTopics,
  erc20Abi,
  isAddressEqual,
  numberToHex,
  pad,
  parseEventLogs,
  zeroAddress,
} from 'viem'
import type { BlockRange } from '../history/blockRange'
import { poolCommitterEventAbi } from '../history/eventAbi'
import { historyLimits } from '../history/historyNetwork'
import type { Network } from '../network'
import type { PoolFacts } from '../poolFacts'
import type { AccountClaim, AccountCommit } from './accountLog'
import { readAccountEntries } from './readAccountEntries'
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

const [TRANSFER] = encodeEventTopics({ abi: erc20Abi, eventName: 'Transfer' })
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
  const range = { fromBlock: firstBlock, toBlock: headBlock }
  const entries = await readDownwards(
    range,
    (window) => readAccountEntries(client, [facts], account, window, signal),
    () => false,
    signal,
  )
  const read: BlockRange = { fromBlock: entries.fromBlock, toBlock: headBlock }
  const transfers = await readDownwards(
    read,
    (window) => readTransfers(client, facts, account, window, signal),
    () => false,
    signal,
  )
  const commits = entries.items.flatMap((entry) => (entry.kind === 'commit' ? entry.commit : []))
  const claims = entries.items.flatMap((entry) => (entry.kind === 'claim' ? entry.claim : []))
  const fromBlock = transfers.fromBlock
  const executions = await readExecutions(client, facts, commits, headBlock, signal)
  const isRead = ({ blockNumber }: Place) => blockNumber >= fromBlock
  return {
    commits: commits.filter(isRead),
    claims: claims.filter(isRead),
    transfers: transfers.items.flatMap((item) => (item.kind === 'paid' ? [] : item)),
    payouts: transfers.items.flatMap(({ kind, ...payout }) => (kind === 'paid' ? payout : [])),
    executions,
    fromBlock,
    toBlock: headBlock,
    isWhole: fromBlock <= firstBlock,
  }
}

type Moved = TokenTransfer | (TokenPayout & { readonly kind: 'paid' })

async function readTransfers(
  client: Client,
  { address, longToken, shortToken }: PoolFacts,
  account: Address,
  window: BlockRange,
  signal: AbortSignal,
): Promise<Moved[]> {
  const tokens = [longToken.address, shortToken.address]
  const own = [pad(account)]
  const [sent, received] = await Promise.all([
    readLogs(client, tokens, [[TRANSFER], own], window, signal),
    readLogs(client, tokens, [[TRANSFER], [], own], window, signal),
  ])
  const toMoved =
    (kind: TokenTransfer['kind']) =>
    (log: ReturnType<typeof parseTransfers>[number]): Moved[] => {
      const { from, to, value } = log.args
      const other = kind === 'sent' ? to : from
      // What the pool takes in a burn its commits say.
      if (isAddressEqual(other, zeroAddress) || isAddressEqual(from, to) || value === 0n) return []
      const isPool = isAddressEqual(other, address)
      if (isPool && kind === 'sent') return []
      const side = isAddressEqual(log.address, longToken.address) ? 'long' : 'short'
      const { blockNumber, logIndex } = log
      return [{ kind: isPool ? 'paid' : kind, side, tokens: value, blockNumber, logIndex }]
    }
  return [
    ...parseTransfers(sent).flatMap(toMoved('sent')),
    ...parseTransfers(received).flatMap(toMoved('received')),
  ].sort((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex)
}

function parseTransfers(logs: Awaited<ReturnType<typeof readLogs>>) {
  return parseEventLogs({ abi: erc20Abi, eventName: 'Transfer', logs })
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
