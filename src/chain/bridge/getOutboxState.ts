import { type Client, type Hex, hexToBigInt, isHex, parseEventLogs, toEventSelector } from 'viem'
import { readDownwards } from '../commits/readDownwards'
import { readLogs } from '../commits/readLogs'
import { MalformedResponseError } from '../errors'
import { contractRead, readMany } from '../readMany'
import { outboxAbi } from './bridgeAbi'
import type { BridgeNetwork } from './bridgeNetwork'

/** What Ethereum says about withdrawals. */
export interface OutboxState {
  /** Positions of those that have been claimed. */
  readonly spent: ReadonlySet<bigint>
  /**
   * Arbitrum's newest block that is confirmed on Ethereum; what was withdrawn until then can be claimed. 0 while none is;
   * undefined where it could not be found out.
   */
  readonly confirmedBlock: bigint | undefined
}

const [sendRootUpdated] = outboxAbi
const TOPICS = [[toEventSelector(sendRootUpdated)]]

/**
 * Which withdrawals have been claimed, and which can be: the outbox holds a root for each confirmed block, and the
 * event of the newest one names the block.
 *
 * @throws RPC errors of either chain, MalformedResponseError, the signal's reason
 */
export async function getOutboxState(
  ethereum: Client,
  arbitrum: Client,
  { outbox, ethereumMulticall3 }: BridgeNetwork,
  positions: readonly bigint[],
  signal: AbortSignal,
): Promise<OutboxState> {
  const newest = await newestConfirmed(ethereum, outbox, signal)
  const isSpent = await readMany(
    ethereum,
    ethereumMulticall3,
    positions.map((position) => contractRead(outboxAbi, outbox, 'isSpent', [position])),
  )
  if (isSpent.includes(undefined))
    throw new MalformedResponseError('the Outbox contract isn’t responding')
  const spent = new Set(positions.filter((_, index) => isSpent[index] === true))
  if (newest === 'none') return { spent, confirmedBlock: 0n }
  if (!hasRoot(newest)) return { spent, confirmedBlock: undefined }
  const [l2BlockHash] = await readMany(ethereum, ethereumMulticall3, [
    contractRead(outboxAbi, outbox, 'roots', [newest.outputRoot]),
  ])
  if (l2BlockHash !== newest.l2BlockHash) return { spent, confirmedBlock: undefined }
  return { spent, confirmedBlock: await getBlockNumber(arbitrum, newest.l2BlockHash, signal) }
}

interface Root {
  readonly outputRoot: Hex
  readonly l2BlockHash: Hex
}

/** What the search for the newest root came to: it, that there is none, or that it was not found in as far as one looks. */
type NewestRoot = Root | 'none' | 'notFound'

function hasRoot(newest: NewestRoot): newest is Root {
  return typeof newest === 'object'
}

async function newestConfirmed(
  ethereum: Client,
  outbox: Hex,
  signal: AbortSignal,
): Promise<NewestRoot> {
  const head: unknown = await ethereum.request({ method: 'eth_blockNumber' }, { signal })
  if (!isHex(head)) throw new MalformedResponseError('expected a block number')
  const { items, fromBlock } = await readDownwards(
    { fromBlock: 0n, toBlock: hexToBigInt(head) },
    async (window) => {
      const logs = await readLogs(ethereum, [outbox], TOPICS, window, signal)
      return parseEventLogs({ abi: outboxAbi, logs }).map(({ args }) => args)
    },
    (found) => found.length > 0,
    signal,
  )
  return items.at(-1) ?? (fromBlock === 0n ? 'none' : 'notFound')
}

/** The number of a block of Arbitrum; undefined when the RPC does not have it. */
async function getBlockNumber(
  arbitrum: Client,
  hash: Hex,
  signal: AbortSignal,
): Promise<bigint | undefined> {
  const block: unknown = await arbitrum.request(
    { method: 'eth_getBlockByHash', params: [hash, false] },
    { retryCount: 0, signal },
  )
  const number = (block as { number?: unknown } | null)?.number
  return isHex(number) ? hexToBigInt(number) : undefined
}
