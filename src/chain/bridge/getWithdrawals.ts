import { type Address, type Client, pad, toEventSelector } from 'viem'
import { readDownwards } from '../commits/readDownwards'
import { readLogs } from '../commits/readLogs'
import { getBlockHeader } from '../history/blockHeader'
import type { BlockRange } from '../history/blockRange'
import { historyLimits } from '../history/historyNetwork'
import type { Network } from '../network'
import { ARB_SYS, withdrawalEventAbi } from './bridgeAbi'
import type { BridgeNetwork } from './bridgeNetwork'
import { toWithdrawals, type Withdrawal } from './withdrawal'

/** A withdrawal and the time of its block, Unix seconds. */
export interface TimedWithdrawal extends Withdrawal {
  readonly startedAtSec: bigint
}

/** What an account has withdrawn, from one block to another, oldest first. */
export interface WithdrawalLog {
  readonly account: Address
  readonly withdrawals: readonly TimedWithdrawal[]
  readonly fromBlock: bigint
  /** Time of `fromBlock`, Unix seconds. */
  readonly fromSec: bigint
  readonly toBlock: bigint
}

export interface WithdrawalLogOptions {
  readonly client: Client
  readonly network: Network
  readonly bridge: BridgeNetwork
  readonly account: Address
  readonly head: bigint
  /** How far down to read, unless the RPC has been asked often enough before. */
  readonly reach: bigint
  /** What was read before: only what is missing is asked for. */
  readonly known?: WithdrawalLog | undefined
  readonly signal: AbortSignal
}

const TOPICS = withdrawalEventAbi.map((event) => toEventSelector(event))

/**
 * An account's withdrawals from their events, newest first in windows that the RPC takes: ETH that comes to it, tokens
 * that it has sent.
 *
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function getWithdrawals(options: WithdrawalLogOptions): Promise<WithdrawalLog> {
  const { client, network, account, head, signal } = options
  const reach =
    options.reach > options.bridge.firstBlock ? options.reach : options.bridge.firstBlock
  const settledTo = (options.known?.toBlock ?? 0n) - historyLimits(network.chain.id).confirmations
  const known = settledTo > head ? undefined : options.known
  const read = (range: BlockRange) =>
    readDownwards(
      range,
      (window) => readWindow(options, window),
      () => false,
      signal,
    )

  const from = known === undefined || settledTo < known.fromBlock ? reach : settledTo + 1n
  const newest = await read({ fromBlock: from, toBlock: head })
  const isJoined = from !== reach && known !== undefined && newest.fromBlock === from
  if (!isJoined) return withTime(newest.items, newest.fromBlock)
  const settled = known.withdrawals.filter(({ blockNumber }) => blockNumber <= settledTo)
  if (known.fromBlock <= reach)
    return { ...known, withdrawals: [...settled, ...newest.items], toBlock: head }
  const older = await read({ fromBlock: reach, toBlock: known.fromBlock - 1n })
  return withTime([...older.items, ...settled, ...newest.items], older.fromBlock)

  async function withTime(
    withdrawals: readonly TimedWithdrawal[],
    fromBlock: bigint,
  ): Promise<WithdrawalLog> {
    const lowest = fromBlock > head ? head : fromBlock
    const { timestampSec: fromSec } = await getBlockHeader(client, lowest, signal)
    return { account, withdrawals, fromBlock, fromSec, toBlock: head }
  }
}

async function readWindow(
  { client, bridge, account, signal }: WithdrawalLogOptions,
  window: BlockRange,
): Promise<TimedWithdrawal[]> {
  const addresses = [ARB_SYS, ...bridge.gateways]
  const logs = await readLogs(client, addresses, [TOPICS, [pad(account)]], window, signal)
  const withdrawals = toWithdrawals(logs, account)
  const blocks = [...new Set(withdrawals.map(({ blockNumber }) => blockNumber))]
  const times = new Map(
    await Promise.all(
      blocks.map(async (block) => {
        const { timestampSec } = await getBlockHeader(client, block, signal)
        return [block, timestampSec] as const
      }),
    ),
  )
  return withdrawals.map((withdrawal) => ({
    ...withdrawal,
    startedAtSec: times.get(withdrawal.blockNumber) ?? 0n,
  }))
}
