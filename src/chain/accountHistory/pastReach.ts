import { blockCount } from '../history/blockRange'
import type { AccountContracts } from './accountContracts'
import type { AccountLedger } from './accountLedger'

/** How far a pool is known. */
export interface PoolReach {
  readonly fromBlock: bigint
  /** Nothing of the pool lies before. */
  readonly isWhole: boolean
}

/** How far the past of some pools is known: what was read of it, and whether the RPC has logs of that time at all. */
export interface PastReach {
  /** No block before is of interest: the pool's creation, where that was found. */
  startOf(pool: AccountContracts): bigint
  /** The newest block that was not read in all pools; undefined where there is none. */
  newestMissing(pools: readonly AccountContracts[]): bigint | undefined
  /**
   * Where everything was read and the creation of a pool was not found: the oldest block that the RPC has told anything of. It
   * has no older logs, and gives an empty list instead of saying so.
   *
   * @param headBlock The newest block that was read
   */
  silentBefore(pools: readonly AccountContracts[], headBlock: bigint): bigint | undefined
  /** By the pools' addresses in lower case; the same object until something changes. */
  byPool(pools: readonly AccountContracts[], headBlock: bigint): ReadonlyMap<string, PoolReach>
  /** Of the blocks of all pools up to the newest that was read, 0 to 1. */
  progress(pools: readonly AccountContracts[], headBlock: bigint): number
}

export function createPastReach(
  ledger: Pick<AccountLedger, 'entries' | 'version' | 'missing'>,
  firstBlock: bigint,
): PastReach {
  let known: { readonly version: number; readonly created: ReadonlyMap<string, bigint> } | undefined
  let last: ReadonlyMap<string, PoolReach> = new Map()

  const created = () => {
    const version = ledger.version()
    if (known?.version !== version) {
      const found = ledger
        .entries()
        .flatMap(({ kind, pool, blockNumber }) =>
          kind === 'created' ? [[pool.toLowerCase(), blockNumber] as const] : [],
        )
      known = { version, created: new Map(found) }
    }
    return known.created
  }
  const startOf = ({ pool }: AccountContracts) => created().get(pool.toLowerCase()) ?? firstBlock
  const missing = (contracts: AccountContracts) =>
    ledger.missing(contracts.pool, startOf(contracts))
  const newestMissing = (pools: readonly AccountContracts[]) =>
    pools.reduce<bigint | undefined>((top, pool) => {
      const end = missing(pool).at(-1)?.toBlock
      return end !== undefined && (top === undefined || end > top) ? end : top
    }, undefined)
  const isUnseen = ({ pool, isCreationLogged }: AccountContracts) =>
    isCreationLogged && !created().has(pool.toLowerCase())
  const silentBefore = (pools: readonly AccountContracts[], headBlock: bigint) => {
    if (!pools.some(isUnseen) || newestMissing(pools) !== undefined) return undefined
    return ledger.entries()[0]?.blockNumber ?? headBlock
  }

  return {
    startOf,
    newestMissing,
    silentBefore,
    byPool(pools, headBlock) {
      const silent = silentBefore(pools, headBlock)
      const next = new Map(
        pools.map((contracts): [string, PoolReach] => {
          const { pool } = contracts
          const top = missing(contracts).at(-1)?.toBlock
          if (top === undefined && silent !== undefined && !created().has(pool.toLowerCase()))
            return [pool.toLowerCase(), { fromBlock: silent, isWhole: false }]
          const fromBlock = top === undefined ? startOf(contracts) : top + 1n
          return [pool.toLowerCase(), { fromBlock, isWhole: top === undefined }]
        }),
      )
      const isSame =
        next.size === last.size &&
        [...next].every(([pool, { fromBlock, isWhole }]) => {
          const before = last.get(pool)
          return before?.fromBlock === fromBlock && before.isWhole === isWhole
        })
      if (!isSame) last = next
      return last
    },
    progress(pools, headBlock) {
      let all = 0n
      let left = 0n
      for (const pool of pools) {
        const start = startOf(pool)
        if (start > headBlock) continue
        all += headBlock - start + 1n
        for (const range of missing(pool)) left += blockCount(range)
      }
      return all === 0n ? 1 : Number(((all - left) * 10_000n) / all) / 10_000
    },
  }
}
