import {
  type Address,
  type Client,
  getAbiItem,
  type Hex,
  parseEventLogs,
  toEventSelector,
} from 'viem'
import type { LpEvent } from '../../analytics/secondary/lpFees'
import { readDownwards } from '../commits/readDownwards'
import { readLogs } from '../commits/readLogs'
import type { BlockRange } from '../history/blockRange'
import { vaultAbi, weightedPoolEventsAbi } from './balancerAbi'

/** Windows of blocks that are read at most, each with two requests. */
const MAX_WINDOWS = 12
/** Events beyond which no older ones are read. */
const MAX_EVENTS = 5_000

/** A pool whose past is read. */
export interface LpEventsOptions {
  readonly client: Client
  readonly vault: Address
  readonly pool: { readonly address: Address; readonly id: Hex }
  readonly range: BlockRange
  readonly signal: AbortSignal
}

const SWAP = toEventSelector(getAbiItem({ abi: vaultAbi, name: 'Swap' }))
const OF_POOL = weightedPoolEventsAbi.map((event) => toEventSelector(event))

/**
 * Swaps, transfers of LP tokens and changes of the swap fee, from the newest block down as far as a few requests reach.
 *
 * @returns In chain order, and from which block on everything is known
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function readLpEvents({
  client,
  vault,
  pool,
  range,
  signal,
}: LpEventsOptions): Promise<{ readonly events: readonly LpEvent[]; readonly fromBlock: bigint }> {
  let windows = 0
  const { items, fromBlock } = await readDownwards(
    range,
    async (window) => {
      const [swaps, own] = await Promise.all([
        readLogs(client, [vault], [[SWAP], [pool.id]], window, signal),
        readLogs(client, [pool.address], [OF_POOL], window, signal),
      ])
      return inChainOrder(toSwaps(swaps), toPoolEvents(own))
    },
    (events) => ++windows >= MAX_WINDOWS || events.length >= MAX_EVENTS,
    signal,
  )
  return { events: items, fromBlock }
}

type Logs = Awaited<ReturnType<typeof readLogs>>
type PlacedEvent = LpEvent & { readonly logIndex: number }

function toSwaps(logs: Logs): PlacedEvent[] {
  return parseEventLogs({ abi: vaultAbi, eventName: 'Swap', logs }).map(
    ({ args: { tokenIn, amountIn }, blockNumber, logIndex }) => {
      return { kind: 'swap', tokenIn, amountIn, blockNumber, logIndex }
    },
  )
}

function toPoolEvents(logs: Logs): PlacedEvent[] {
  return parseEventLogs({ abi: weightedPoolEventsAbi, logs }).map((log): PlacedEvent => {
    const { blockNumber, logIndex } = log
    if (log.eventName === 'SwapFeePercentageChanged')
      return {
        kind: 'feeChanged',
        swapFeeWad: log.args.swapFeePercentage,
        blockNumber,
        logIndex,
      }
    const { from, to, value } = log.args
    return { kind: 'transfer', from, to, amount: value, blockNumber, logIndex }
  })
}

function inChainOrder(...lists: readonly PlacedEvent[][]): PlacedEvent[] {
  return lists
    .flat()
    .sort((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex)
}
