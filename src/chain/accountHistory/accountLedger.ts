import type { Address, Hex } from 'viem'
import { type BlockRange, mergeRanges, missingRanges } from '../history/blockRange'
import type { BlockHeader } from '../history/poolHistoryState'
import { addCheckpoint } from '../history/soundCheckpoint'
import { type AccountEntry, byPlace, entryKey } from './accountEntry'
import type { AccountChange } from './accountStore'
import type { StoredAccount } from './storedAccount'

/**
 * What is known of one account: everything about it in final blocks, and in the newest blocks, the tip, which a reorganisation
 * may still change. Each change of the former is told as what has to be stored.
 */
export interface AccountLedger {
  /** Raised by every change of the entries. */
  version(): number
  /** In chain order. The same list until one changes. */
  entries(): readonly AccountEntry[]
  /** The newest block that is taken as final; undefined in the first blocks of a chain. */
  finalBlock(): bigint | undefined
  /** Headers of blocks that were final when they were read. Ascending. */
  checkpoints(): readonly BlockHeader[]
  /**
   * Begins with what an earlier visit left. What nothing vouches for is forgotten; all of it where other farms or liquidity pools
   * were listened to, whose events would be missing.
   */
  restore(stored: StoredAccount, venues: string): AccountChange
  advance(header: BlockHeader): AccountChange
  /** Forgets what lies above a checkpoint, or everything. */
  rewind(checkpoint: BlockHeader | undefined): AccountChange
  /** Adds everything about the account in these pools in final blocks. */
  add(pools: readonly Address[], range: BlockRange, entries: readonly AccountEntry[]): AccountChange
  /** Adds executions, or what is now known of entries: their time, their prices. */
  put(entries: readonly AccountEntry[]): AccountChange
  /** Replaces the tip; what of it is final by now is added to the final blocks. */
  setTip(
    pools: readonly Address[],
    range: BlockRange,
    entries: readonly AccountEntry[],
  ): AccountChange
  setTimes(times: ReadonlyMap<Hex, bigint>): AccountChange
  /** Final blocks of a pool from `fromBlock` on that were not read, ascending. */
  missing(pool: Address, fromBlock: bigint): BlockRange[]
  /** Forgets that blocks up to one were read, where nothing was found in them. */
  uncover(toBlock: bigint): AccountChange
}

export function createAccountLedger(): AccountLedger {
  let final = new Map<string, AccountEntry>()
  let tip: readonly AccountEntry[] = []
  let coverage = new Map<string, readonly BlockRange[]>()
  let checkpoints: readonly BlockHeader[] = []
  let version = 0
  let venues = ''
  let sorted: readonly AccountEntry[] | undefined

  const changed = () => {
    version++
    sorted = undefined
  }
  const finalBlock = () => checkpoints.at(-1)?.number
  const reach = () => ({
    coverage: [...coverage].map(([pool, ranges]) => ({ pool: pool as Address, ranges })),
    checkpoints,
    venues,
  })
  const cut = (lastBlock: bigint) => {
    final = new Map([...final].filter(([, { blockNumber }]) => blockNumber <= lastBlock))
    coverage = new Map(
      [...coverage].map(([pool, ranges]) => [
        pool,
        ranges
          .filter(({ fromBlock }) => fromBlock <= lastBlock)
          .map(({ fromBlock, toBlock }) => ({
            fromBlock,
            toBlock: toBlock < lastBlock ? toBlock : lastBlock,
          })),
      ]),
    )
    changed()
  }
  const cover = (pools: readonly Address[], range: BlockRange) => {
    for (const pool of pools) {
      const key = pool.toLowerCase()
      coverage.set(key, mergeRanges([...(coverage.get(key) ?? []), range]))
    }
  }
  const put = (entries: readonly AccountEntry[]) => {
    for (const entry of entries) final.set(entryKey(entry), entry)
    if (entries.length > 0) changed()
  }
  const missing = (pool: Address, fromBlock: bigint) => {
    const toBlock = finalBlock()
    if (toBlock === undefined || toBlock < fromBlock) return []
    return missingRanges(coverage.get(pool.toLowerCase()) ?? [], { fromBlock, toBlock })
  }
  const isFinal = ({ blockNumber }: AccountEntry) => blockNumber <= (finalBlock() ?? -1n)

  return {
    version: () => version,
    entries() {
      sorted ??= [...final.values(), ...tip].sort(byPlace)
      return sorted
    },
    finalBlock,
    checkpoints: () => checkpoints,
    restore(stored, current) {
      venues = current
      if (stored.reach.venues !== current) return { removedAbove: -1n, reach: reach() }
      checkpoints = [...stored.reach.checkpoints].sort((a, b) => Number(a.number - b.number))
      coverage = new Map(
        stored.reach.coverage.map(({ pool, ranges }) => [pool.toLowerCase(), mergeRanges(ranges)]),
      )
      put(stored.entries)
      cut(finalBlock() ?? -1n)
      return {}
    },
    advance(header) {
      checkpoints = addCheckpoint(checkpoints, header)
      return { reach: reach() }
    },
    rewind(checkpoint) {
      const last = checkpoint?.number ?? -1n
      checkpoints = checkpoints.filter(({ number }) => number <= last)
      tip = []
      cut(last)
      return { removedAbove: last, reach: reach() }
    },
    add(pools, range, entries) {
      cover(pools, range)
      put(entries)
      return { put: entries, reach: reach() }
    },
    put(entries) {
      const kept = entries.filter(isFinal)
      put(kept)
      const newest = new Map(tip.map((entry) => [entryKey(entry), entry]))
      for (const entry of entries) if (!isFinal(entry)) newest.set(entryKey(entry), entry)
      tip = [...newest.values()]
      changed()
      return { put: kept }
    },
    setTip(pools, range, entries) {
      const last = finalBlock() ?? -1n
      const known = new Map(tip.map((entry) => [entryKey(entry), entry]))
      // What the tip has been asked before of the same block is not asked again.
      const kept = entries.map((entry) => {
        const before = known.get(entryKey(entry))
        return before?.blockHash === entry.blockHash ? { ...before, ...entry } : entry
      })
      tip = kept.filter((entry) => !isFinal(entry))
      const past = kept.filter(isFinal)
      changed()
      if (last < range.fromBlock) return {}
      cover(pools, { fromBlock: range.fromBlock, toBlock: last })
      put(past)
      return { put: past, reach: reach() }
    },
    setTimes(times) {
      const timed = (entry: AccountEntry) => {
        const timestampSec = times.get(entry.blockHash)
        return timestampSec === undefined || entry.timestampSec !== undefined
          ? entry
          : { ...entry, timestampSec }
      }
      const isNews = tip.some((entry) => timed(entry) !== entry)
      const kept = [...final.values()].filter((entry) => timed(entry) !== entry).map(timed)
      put(kept)
      if (!isNews) return { put: kept }
      tip = tip.map(timed)
      changed()
      return { put: kept }
    },
    uncover(toBlock) {
      coverage = new Map(
        [...coverage].map(([pool, ranges]) => [
          pool,
          ranges
            .filter((range) => range.toBlock > toBlock)
            .map((range) => ({
              fromBlock: range.fromBlock > toBlock ? range.fromBlock : toBlock + 1n,
              toBlock: range.toBlock,
            })),
        ]),
      )
      changed()
      return { reach: reach() }
    },
    missing,
  }
}
