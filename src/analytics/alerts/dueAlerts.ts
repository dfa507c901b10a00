import { WAD } from '../../protocol/wad'

export const ALERT_KINDS = [
  'executed',
  'claimReady',
  'keeperLate',
  'skew',
  'withdrawalReady',
] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** What an account has in a pool, and how the pool is, at one block. */
export interface WatchedPool {
  readonly pool: `0x${string}`
  readonly updateIntervalId: bigint
  /** Intervals that commits of the account wait for. */
  readonly queuedIds: readonly bigint[]
  /** Whether the account has tokens or commits there. */
  readonly isHeld: boolean
  readonly hasEscrow: boolean
  readonly isLate: boolean
  /** Long over short balance; undefined while a side is empty. */
  readonly skewWad: bigint | undefined
}

/** Something to tell the account once. */
export interface Alert {
  /** The same for the same event. */
  readonly key: string
  readonly kind: AlertKind
  /** Undefined for a withdrawal, which belongs to no pool. */
  readonly pool: `0x${string}` | undefined
}

/** What was seen before, for an alert to be raised once. Keys as in `Alert`. */
export interface AlertMemory {
  /** Commits that waited: `pool:interval`. */
  readonly queued: readonly string[]
  /** What holds and has been told, or held when it was first looked at. */
  readonly active: readonly string[]
  /** Executions that have been told, newest last: a reorganization may bring one back. */
  readonly told: readonly string[]
}

/** Of each list: the storage has room for so many. */
const MAX_KEYS = 500
/** A skew has to fall below this part of the way from even sides to the limit before it is told again. */
const REARM_PERCENT = 90n

/**
 * What has happened since the last look, each thing once: executions, and states that have started. What already holds at the
 * first look is not told.
 *
 * @param memory Of the last look; undefined at the first
 * @param pools Those that could be read; of the others the memory stays
 * @param readyWithdrawals Ids of withdrawals that can be claimed; undefined where they were not read
 * @param skewLimitWad A skew beyond it, on either side, is told; undefined for never
 */
export function dueAlerts(
  memory: AlertMemory | undefined,
  pools: readonly WatchedPool[],
  readyWithdrawals: readonly string[] | undefined,
  skewLimitWad: bigint | undefined,
): { readonly memory: AlertMemory; readonly alerts: readonly Alert[] } {
  const before = memory ?? { queued: [], active: [], told: [] }
  const wasActive = new Set(before.active)
  const read = new Map(pools.map((pool) => [pool.pool.toLowerCase(), pool]))
  const isUnread = (key: string) => {
    const [kind, id = ''] = key.split(':')
    return kind === 'withdrawalReady' ? readyWithdrawals === undefined : !read.has(id)
  }
  const states = pools.flatMap((pool) => statesOf(pool, wasActive, skewLimitWad))
  for (const id of readyWithdrawals ?? [])
    states.push({ key: `withdrawalReady:${id}`, kind: 'withdrawalReady', pool: undefined })
  const lasting = states.filter(({ key }) => wasActive.has(key))
  // What could not be remembered would be told again at each look.
  const begun = states.filter(({ key }) => !wasActive.has(key)).slice(0, MAX_KEYS - lasting.length)
  const current = [...lasting, ...begun].map(({ key }) => key)
  // Of those nothing says that they still hold: they go first, the oldest of them before the others.
  const unread = before.active.filter(isUnread)

  const told = new Set(before.told)
  const executed = before.queued.flatMap((queued): Alert[] => {
    const [address = '', id = '0'] = queued.split(':')
    const pool = read.get(address)
    const key = `executed:${queued}`
    if (pool === undefined || told.has(key) || BigInt(id) >= pool.updateIntervalId) return []
    return [{ key, kind: 'executed', pool: pool.pool }]
  })
  const queuedNow = pools.flatMap(({ pool, queuedIds }) =>
    queuedIds.map((id) => `${pool.toLowerCase()}:${id}`),
  )
  const stillUnread = before.queued.filter((queued) => !read.has(queued.split(':')[0] ?? ''))
  return {
    memory: {
      queued: bounded([...stillUnread, ...queuedNow]),
      active: [...unread.slice(Math.max(0, unread.length + current.length - MAX_KEYS)), ...current],
      told: bounded([...before.told, ...executed.map(({ key }) => key)]),
    },
    alerts: memory === undefined ? [] : [...executed, ...begun],
  }
}

function statesOf(
  { pool, isHeld, hasEscrow, isLate, skewWad }: WatchedPool,
  wasActive: ReadonlySet<string>,
  limitWad: bigint | undefined,
): Alert[] {
  const keyOf = (kind: AlertKind) => `${kind}:${pool.toLowerCase()}`
  const told = keyOf('skew')
  const kinds: AlertKind[] = []
  if (hasEscrow) kinds.push('claimReady')
  if (isHeld && isLate) kinds.push('keeperLate')
  if (isHeld && skewWad !== undefined && limitWad !== undefined) {
    const rearmWad = WAD + ((limitWad - WAD) * REARM_PERCENT) / 100n
    const least = wasActive.has(told) ? rearmWad : limitWad
    if (imbalance(skewWad) >= least) kinds.push('skew')
  }
  return kinds.map((kind) => ({ key: keyOf(kind), kind, pool }))
}

/** The larger over the smaller side, a wad. */
function imbalance(skewWad: bigint): bigint {
  if (skewWad >= WAD) return skewWad
  // So small a long side that the ratio is cut to nothing.
  return (WAD * WAD) / (skewWad === 0n ? 1n : skewWad)
}

function bounded(keys: readonly string[]): readonly string[] {
  return keys.slice(-MAX_KEYS)
}
