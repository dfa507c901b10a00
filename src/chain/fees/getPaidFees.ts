import { type Address, type Client, getAbiItem, parseEventLogs, toEventSelector } from 'viem'
import { leveragedPoolAbi } from '../abi'
import { readDownwards } from '../commits/readDownwards'
import { readLogs } from '../commits/readLogs'
import { type BlockRange, blockCount } from '../history/blockRange'
import { historyLimits } from '../history/historyNetwork'
import { FIRST_WINDOW } from '../history/windowSize'
import type { Network } from '../network'
import type { PoolAtBlock } from '../poolAtBlock'
import type { BlockStamp } from '../snapshot'

/** What one address got of a pool's secondary fees, or would get. */
export interface FeeShare {
  readonly receiver: Address
  /** Settlement units. */
  readonly amount: bigint
}

/** One payment of secondary fees, to the account that was the secondary fee address then. */
interface FeePayment extends FeeShare {
  readonly pool: Address
  readonly blockNumber: bigint
}

/** One pool's secondary fees since it was made. */
export interface FeesSoFar {
  /** What was paid to each address that was the secondary one for a time: each once, in order of the first payment. */
  readonly paid: readonly FeeShare[]
  /** Still to be claimed at the same block, for the secondary fee address of then. */
  readonly owed: FeeShare
}

export interface PaidFees {
  /** Whose events were read. */
  readonly pools: ReadonlySet<Address>
  readonly payments: readonly FeePayment[]
  readonly toBlock: bigint
  /** By pool; undefined when the RPC does not give the events of all blocks. */
  readonly byPool: ReadonlyMap<Address, FeesSoFar> | undefined
}

export interface PaidFeesOptions {
  readonly client: Client
  readonly network: Network
  readonly pools: readonly PoolAtBlock[]
  /** The block that `pools` was read at. */
  readonly head: BlockStamp
  /** What was read before: only what is newer is asked for. */
  readonly known?: PaidFees | undefined
  readonly signal: AbortSignal
}

const PAID = getAbiItem({ abi: leveragedPoolAbi, name: 'SecondaryFeesPaid' })

/**
 * What the pools have paid to their secondary fee addresses, from their `SecondaryFeesPaid` events. They are few, so all
 * blocks are asked for at once, and smaller windows only where an RPC wants that.
 *
 * @throws RPC errors, MalformedResponseError, the signal's reason
 */
export async function getPaidFees(options: PaidFeesOptions): Promise<PaidFees> {
  const { network, pools, head, signal } = options
  const { firstBlock, confirmations } = historyLimits(network.chain.id)
  const known = isOfUse(options) ? options.known : undefined
  if (known !== undefined && known.byPool === undefined) return known
  const settled = (known?.toBlock ?? 0n) - confirmations
  const kept = (known?.payments ?? []).filter(({ blockNumber }) => blockNumber <= settled)
  // Pools of earlier factories are older than this one.
  const oldest = pools.some(({ facts }) => facts.deprecated) ? 0n : firstBlock
  const range = { fromBlock: settled >= oldest ? settled + 1n : oldest, toBlock: head.number }
  const { items, fromBlock } = await readDownwards(
    range,
    (window) => readPayments(options, window),
    () => false,
    signal,
    { ...FIRST_WINDOW, blocks: blockCount(range) },
  )
  const payments = [...kept, ...items]
  const byPool = fromBlock > range.fromBlock ? undefined : addUp(pools, payments)
  const addresses = new Set(pools.map(({ facts }) => facts.address))
  return { pools: addresses, payments, toBlock: head.number, byPool }
}

/** After a reset of the chain nothing of before is true; of a pool that was left out then, nothing is known. */
function isOfUse({ known, head, pools }: PaidFeesOptions): boolean {
  return (
    known !== undefined &&
    known.toBlock <= head.number &&
    pools.every(({ facts }) => known.pools.has(facts.address))
  )
}

function addUp(
  pools: readonly PoolAtBlock[],
  payments: readonly FeePayment[],
): ReadonlyMap<Address, FeesSoFar> {
  return new Map(
    pools.map(({ facts, snapshot, market }) => {
      const paid = byReceiver(payments.filter(({ pool }) => pool === facts.address))
      const owed = { receiver: market.secondaryFeeAddress, amount: snapshot.secondaryFees }
      return [facts.address, { paid, owed }]
    }),
  )
}

/** A claim of nothing is an event too, and pays no one. */
function byReceiver(payments: readonly FeePayment[]): readonly FeeShare[] {
  const inOrder = payments
    .filter(({ amount }) => amount > 0n)
    .toSorted((a, b) => Number(a.blockNumber - b.blockNumber))
  const sums = new Map<Address, bigint>()
  for (const { receiver, amount } of inOrder)
    sums.set(receiver, (sums.get(receiver) ?? 0n) + amount)
  return [...sums].map(([receiver, amount]) => ({ receiver, amount }))
}

async function readPayments(
  { client, pools, signal }: PaidFeesOptions,
  window: BlockRange,
): Promise<FeePayment[]> {
  const addresses = pools.map(({ facts }) => facts.address)
  const poolOf = new Map(addresses.map((address) => [address.toLowerCase(), address]))
  const logs = await readLogs(client, addresses, [[toEventSelector(PAID)]], window, signal)
  return parseEventLogs({ abi: [PAID], logs }).flatMap(({ address, args, blockNumber }) => {
    const pool = poolOf.get(address.toLowerCase())
    const { secondaryFeeAddress: receiver, amount } = args
    return pool === undefined ? [] : { pool, receiver, amount, blockNumber }
  })
}
