import type { Address } from 'viem'
import type { ExecutedInterval } from '../../protocol/snapshot'
import { type ExecutionEntry, intervalKey } from './accountEntry'
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

/** What the entries of one version of the ledger come to. */
interface Known {
  readonly version: number
  readonly open: readonly (WantedInterval & { readonly fromBlock: bigint })[]
  readonly placed: ReadonlyMap<string, ExecutionEntry>
  readonly unpriced: readonly WantedInterval[]
}

/** @param committerOf By pool, in lower case; intervals of other pools are left out */
export function createAccountIntervals(
  ledger: Pick<AccountLedger, 'entries' | 'version'>,
  committerOf: (pool: Address) => Address | undefined,
): AccountIntervals {
  const searched = new Map<string, bigint>()
  let prices = new Map<string, ExecutedInterval>()
  let asked = new Set<string>()
  let known: Known | undefined

  const look = (): Known => {
    const version = ledger.version()
    if (known?.version === version) return known
    const entries = ledger.entries()
    const placed = new Map<string, ExecutionEntry>()
    const unpriced: WantedInterval[] = []
    for (const entry of entries) {
      if (entry.kind !== 'execution') continue
      placed.set(keyOf(entry), entry)
      const committer = entry.executed === undefined ? committerOf(entry.pool) : undefined
      const { pool, updateIntervalId } = entry
      if (committer !== undefined) unpriced.push({ pool, committer, updateIntervalId })
    }
    const open = new Map<string, WantedInterval & { readonly fromBlock: bigint }>()
    for (const entry of entries) {
      if (entry.kind !== 'commit') continue
      const key = keyOf(entry)
      if (placed.has(key) || open.has(key)) continue
      const committer = committerOf(entry.pool)
      const { pool, updateIntervalId, blockNumber: fromBlock } = entry
      if (committer !== undefined) open.set(key, { pool, committer, updateIntervalId, fromBlock })
    }
    known = { version, open: [...open.values()], placed, unpriced }
    return known
  }

  return {
    open: () =>
      look().open.map(({ fromBlock, ...interval }) => {
        const key = keyOf(interval)
        const nextBlock = max(fromBlock, (searched.get(key) ?? -1n) + 1n)
        return { ...interval, nextBlock, executed: prices.get(key) }
      }),
    unpriced(most) {
      const { open, unpriced } = look()
      const isAsked = (interval: WantedInterval) => asked.has(keyOf(interval))
      return [
        ...open.filter((interval) => !prices.has(keyOf(interval)) && !isAsked(interval)),
        ...unpriced.filter((interval) => !isAsked(interval)),
      ].slice(0, most)
    },
    setPrices(intervals, answers) {
      const { placed } = look()
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

const keys = new WeakMap<object, string>()

/** Remembered: entries stay the same over many looks at them. */
function keyOf(interval: Pick<WantedInterval, 'pool' | 'updateIntervalId'>): string {
  const known = keys.get(interval)
  if (known !== undefined) return known
  const key = intervalKey(interval.pool, interval.updateIntervalId)
  keys.set(interval, key)
  return key
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
