import type { Address } from 'viem'
import type { ExecutedInterval } from '../../protocol/snapshot'
import { type AccountEntry, type ExecutionEntry, intervalKey } from './accountEntry'
import type { AccountLedger } from './accountLedger'
import type { WantedInterval } from './readExecutionWindow'

/** An interval whose execution has not been found yet. */
export interface OpenInterval extends WantedInterval {
  /** Where to look for its execution from. */
  readonly nextBlock: bigint
  /** What it was executed at, as the committer says; undefined where it has not been executed. */
  readonly executed: ExecutedInterval | undefined
}

/** Keeps track of the intervals that the account has commits in, and of what is still to be asked about them. */
export interface AccountIntervals {
  /** Those without a found execution, each once. */
  open(): readonly OpenInterval[]
  /** Those whose prices have not been asked for since the last `renew`: open ones, then executions without prices. */
  unpriced(most: number): readonly WantedInterval[]
  setPrices(
    asked: readonly WantedInterval[],
    answers: readonly (ExecutedInterval | undefined)[],
  ): readonly ExecutionEntry[]
  /** Nothing of these lies up to this block. */
  setSearched(intervals: readonly WantedInterval[], toBlock: bigint): void
  /** A new block: what was not executed may be now, and nothing is known for good above the final one. */
  renew(finalBlock: bigint): void
}

/** @param committerOf By pool, in lower case; intervals of other pools are left out */
export function createAccountIntervals(
  ledger: Pick<AccountLedger, 'entries' | 'version'>,
  committerOf: (pool: Address) => Address | undefined,
): AccountIntervals {
  const searched = new Map<string, bigint>()
  let prices = new Map<string, ExecutedInterval>()
  let asked = new Set<string>()
  let known: { version: number; open: readonly WantedInterval[]; from: Map<string, bigint> }
  let placed = new Map<string, ExecutionEntry>()

  const look = () => {
    const version = ledger.version()
    if (known?.version === version) return known
    const entries = ledger.entries()
    placed = new Map(
      entries.flatMap((entry) =>
        entry.kind === 'execution' ? [[keyOf(entry), entry] as const] : [],
      ),
    )
    const open = new Map<string, WantedInterval>()
    const from = new Map<string, bigint>()
    for (const entry of entries) {
      if (entry.kind !== 'commit') continue
      const key = keyOf(entry)
      const committer = committerOf(entry.pool)
      if (placed.has(key) || open.has(key) || committer === undefined) continue
      const { pool, updateIntervalId, blockNumber } = entry
      open.set(key, { pool, committer, updateIntervalId })
      from.set(key, blockNumber)
    }
    known = { version, open: [...open.values()], from }
    return known
  }

  return {
    open() {
      const { open, from } = look()
      return open.map((interval) => {
        const key = keyOf(interval)
        const nextBlock = max(from.get(key) ?? 0n, (searched.get(key) ?? -1n) + 1n)
        return { ...interval, nextBlock, executed: prices.get(key) }
      })
    },
    unpriced(most) {
      const { open } = look()
      const bare = [...placed.values()].flatMap((entry) => {
        const committer = committerOf(entry.pool)
        if (entry.executed !== undefined || committer === undefined) return []
        return [{ pool: entry.pool, committer, updateIntervalId: entry.updateIntervalId }]
      })
      return [...open, ...bare]
        .filter((interval) => {
          const key = keyOf(interval)
          return !asked.has(key) && !(prices.has(key) && !placed.has(key))
        })
        .slice(0, most)
    },
    setPrices(intervals, answers) {
      look()
      return intervals.flatMap((interval, index) => {
        const key = keyOf(interval)
        asked.add(key)
        const executed = answers[index]
        if (executed === undefined) return []
        prices.set(key, executed)
        const entry = placed.get(key)
        return entry === undefined ? [] : [{ ...entry, executed }]
      })
    },
    setSearched(intervals, toBlock) {
      for (const interval of intervals) searched.set(keyOf(interval), toBlock)
    },
    renew(finalBlock) {
      asked = new Set()
      prices = new Map()
      for (const [key, block] of searched) if (block > finalBlock) searched.set(key, finalBlock)
    },
  }
}

function keyOf({
  pool,
  updateIntervalId,
}: Pick<WantedInterval, 'pool' | 'updateIntervalId'> | Extract<AccountEntry, { kind: 'commit' }>) {
  return intervalKey(pool, updateIntervalId)
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
