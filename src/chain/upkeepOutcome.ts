import { type Address, type Client, type Hash, isAddressEqual, parseEventLogs } from 'viem'
import { getTransactionReceipt } from 'viem/actions'
import { leveragedPoolAbi, poolKeeperAbi } from './abi'

/** What a transaction of upkeeps did to one pool, from its own events. Amounts in settlement units. */
export interface UpkeepOutcome {
  readonly pool: Address
  /** Upkeeps of it that went through. */
  readonly upkeeps: number
  /** Index price before the first and after the last, wads; undefined when none went through. */
  readonly prices: { readonly startWad: bigint; readonly endWad: bigint } | undefined
  readonly longBalanceChange: bigint
  readonly shortBalanceChange: bigint
  readonly reward: bigint
  /** Why the pool refused, when it did. */
  readonly refusal: string | undefined
}

/**
 * Reads what a mined transaction of upkeeps did.
 *
 * @returns One entry per pool asked for, in order; all zeros for one that someone else had already upkept
 * @throws RPC errors
 */
export async function getUpkeepOutcome(
  client: Client,
  hash: Hash,
  pools: readonly Address[],
): Promise<UpkeepOutcome[]> {
  const { logs } = await getTransactionReceipt(client, { hash })
  const keeper = parseEventLogs({ abi: poolKeeperAbi, logs })
  const rebalances = parseEventLogs({ abi: leveragedPoolAbi, eventName: 'PoolRebalance', logs })
  return [...new Set(pools)].map((pool) => {
    const of = (address: Address) => isAddressEqual(address, pool)
    const successes = keeper.flatMap((log) =>
      log.eventName === 'UpkeepSuccessful' && of(log.args.pool) ? log.args : [],
    )
    const rewards = keeper.flatMap((log) =>
      log.eventName === 'KeeperPaid' && of(log.args._pool) ? log.args.reward : [],
    )
    const refusals = keeper.flatMap((log) =>
      log.eventName === 'PoolUpkeepError' && of(log.args.pool) ? log.args.reason : [],
    )
    const changes = rebalances.filter((log) => of(log.address)).map((log) => log.args)
    const startWad = successes[0]?.startPrice
    const endWad = successes.at(-1)?.endPrice
    return {
      pool,
      upkeeps: successes.length,
      prices: startWad === undefined || endWad === undefined ? undefined : { startWad, endWad },
      longBalanceChange: sum(changes.map(({ longBalanceChange }) => longBalanceChange)),
      shortBalanceChange: sum(changes.map(({ shortBalanceChange }) => shortBalanceChange)),
      reward: sum(rewards),
      refusal: refusals[0],
    }
  })
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}
