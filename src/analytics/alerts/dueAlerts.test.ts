import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WAD } from '../../protocol/wad'
import { type AlertMemory, dueAlerts, type WatchedPool } from './dueAlerts'

const POOL = '0x00000000000000000000000000000000000000A1'
const QUIET: WatchedPool = {
  pool: POOL,
  updateIntervalId: 5n,
  queuedIds: [],
  isHeld: true,
  hasEscrow: false,
  isLate: false,
  skewWad: WAD,
}
const LIMIT = (WAD * 3n) / 2n

/** The kinds that each of these looks tells. */
function look(...looks: readonly (Partial<WatchedPool> | undefined)[]): readonly string[][] {
  let memory: AlertMemory | undefined
  return looks.map((change) => {
    const pools = change === undefined ? [] : [{ ...QUIET, ...change }]
    const { alerts, memory: next } = dueAlerts(memory, pools, undefined, LIMIT)
    memory = next
    return alerts.map(({ kind }) => kind)
  })
}

describe('alerts', () => {
  it('tell an execution once, also when the chain takes it back and does it again', () => {
    const waiting = { queuedIds: [5n] }
    const done = { updateIntervalId: 6n }
    expect(look(waiting, done, done, waiting, done)).toEqual([[], ['executed'], [], [], []])
  })

  it('tell an execution that happened while nobody looked, or while the pool could not be read', () => {
    expect(look({ queuedIds: [5n] }, undefined, { updateIntervalId: 9n })).toEqual([
      [],
      [],
      ['executed'],
    ])
  })

  it('tell nothing of what holds at the first look', () => {
    const all = { hasEscrow: true, isLate: true, skewWad: 9n * WAD }
    expect(look(all, all)).toEqual([[], []])
  })

  it('tell a state when it begins, and again when it has ended in between', () => {
    expect(look({}, { isLate: true }, { isLate: true }, {}, { isLate: true })).toEqual([
      [],
      ['keeperLate'],
      [],
      [],
      ['keeperLate'],
    ])
    expect(look({}, { hasEscrow: true })).toEqual([[], ['claimReady']])
    expect(look({ isHeld: false }, { isHeld: false, isLate: true })).toEqual([[], []])
  })

  it('do not flap where a skew swings about the limit, and mean both sides', () => {
    const at = (percent: bigint) => ({ skewWad: (WAD * percent) / 100n })
    expect(look(at(100n), at(151n), at(148n), at(151n), at(130n), at(160n))).toEqual([
      [],
      ['skew'],
      [],
      [],
      [],
      ['skew'],
    ])
    expect(look(at(100n), at(60n))).toEqual([[], ['skew']])
    expect(look(at(100n), { skewWad: 0n })).toEqual([[], ['skew']])
    expect(look(at(100n), { skewWad: undefined })).toEqual([[], []])
  })

  it('can tell a small limit again', () => {
    const told = (memory: AlertMemory | undefined, percent: bigint) =>
      dueAlerts(
        memory,
        [{ ...QUIET, skewWad: (WAD * percent) / 100n }],
        undefined,
        (WAD * 102n) / 100n,
      )
    let memory: AlertMemory | undefined
    const counts = [100n, 103n, 100n, 103n].map((percent) => {
      const { alerts, memory: next } = told(memory, percent)
      memory = next
      return alerts.length
    })
    expect(counts).toEqual([0, 1, 0, 1])
  })

  it('tell a withdrawal once, and keep it in mind while withdrawals are not read', () => {
    const first = dueAlerts(undefined, [], [], undefined)
    const ready = dueAlerts(first.memory, [], ['7'], undefined)
    expect(ready.alerts).toEqual([
      { key: 'withdrawalReady:7', kind: 'withdrawalReady', pool: undefined },
    ])
    const unread = dueAlerts(ready.memory, [], undefined, undefined)
    expect(dueAlerts(unread.memory, [], ['7'], undefined).alerts).toEqual([])
  })

  it('repeat none of more states than are remembered, and keep those that hold before others', () => {
    const poolAt = (index: number, change: Partial<WatchedPool>): WatchedPool => ({
      ...QUIET,
      pool: `0x${index.toString(16).padStart(40, '0')}`,
      ...change,
    })
    const poolsFrom = (first: number, change: Partial<WatchedPool>) =>
      Array.from({ length: 400 }, (_, index) => poolAt(first + index, change))
    const quiet = [...poolsFrom(0, {}), ...poolsFrom(400, {})]
    let { memory } = dueAlerts(undefined, quiet, undefined, undefined)
    const told = (pools: readonly WatchedPool[]) => {
      const result = dueAlerts(memory, pools, undefined, undefined)
      memory = result.memory
      expect(memory.active.length).toBeLessThanOrEqual(500)
      return result.alerts.map(({ pool }) => pool)
    }
    const late = [...poolsFrom(0, { isLate: true }), ...poolsFrom(400, { isLate: true })]
    const first = told(late)
    expect(first).toHaveLength(500)
    // All at once is more than is remembered: the others are told when there is room, each once.
    expect(told(late)).toEqual([])
    const some = late.map((pool, index) => (index < 300 ? { ...pool, isLate: false } : pool))
    expect(told(some)).toHaveLength(300)
    expect(told(some)).toEqual([])
    // Those that can't be read now are forgotten before those that hold.
    expect(told(poolsFrom(0, { isLate: true }))).toHaveLength(300)
    expect(told(poolsFrom(0, { isLate: true }))).toEqual([])
  })

  it('over random histories: one for each interval executed, never more, and a bounded memory', () => {
    const step = fc.record({ queues: fc.boolean(), executes: fc.boolean(), isRead: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let memory: AlertMemory | undefined
        let id = 1n
        let queued: bigint[] = []
        let told = 0
        const seen = new Set<bigint>()
        const lookAt = (isRead: boolean) => {
          const pool = { ...QUIET, updateIntervalId: id, queuedIds: queued }
          const result = dueAlerts(memory, isRead ? [pool] : [], undefined, undefined)
          memory = result.memory
          told += result.alerts.filter(({ kind }) => kind === 'executed').length
          expect(memory.queued.length + memory.active.length).toBeLessThanOrEqual(1_000)
        }
        for (const { queues, executes, isRead } of steps) {
          if (queues && !queued.includes(id)) queued.push(id)
          if (isRead) for (const one of queued) seen.add(one)
          lookAt(isRead)
          if (executes) id++
          queued = queued.filter((one) => one >= id)
          lookAt(isRead)
        }
        id++
        queued = []
        lookAt(true)
        expect(told).toBe(seen.size)
      }),
      { numRuns: 300 },
    )
  })
})
