import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CommitType } from '../../protocol/commitType'
import { ONE, POSITIVE_ZERO } from '../../protocol/quad'
import type { AccountEntry } from './accountEntry'
import { createAccountLedger } from './accountLedger'
import { ACCOUNT_DATABASE, createAccountStore } from './accountStore'
import { NOTHING_STORED } from './storedAccount'

const POOL = '0x00000000000000000000000000000000000000A1'
const ALICE = '0x00000000000000000000000000000000000000f1'
const BOB = '0x00000000000000000000000000000000000000f2'
const KEY = { chainId: 1, poolFactory: POOL, account: ALICE } as const
const HASH = `0x${'1'.repeat(64)}` as const

const TOKEN = { address: BOB, symbol: 'TCR', decimals: 18 } as const

const place = (blockNumber: bigint, logIndex = 0) =>
  ({ pool: POOL, blockNumber, blockHash: HASH, transactionHash: HASH, logIndex }) as const
const ENTRIES: readonly AccountEntry[] = [
  {
    ...place(1n),
    kind: 'commit',
    amount: 2n ** 120n,
    recorded: 2n ** 120n,
    commitType: CommitType.LongMint,
    updateIntervalId: 7n,
    fromAggregateBalance: false,
    payForClaim: true,
    mintingFee: POSITIVE_ZERO,
  },
  { ...place(2n), kind: 'claim', timestampSec: 99n },
  { ...place(2n, 1), kind: 'payout', of: 'settlement', amount: 5n },
  { ...place(3n), kind: 'sent', side: 'long', tokens: 5n, other: BOB },
  { ...place(3n, 1), kind: 'received', side: 'lp', lp: BOB, tokens: 5n, other: BOB },
  { ...place(3n, 2), kind: 'stake', side: 'lp', lp: BOB, tokens: 5n, farm: BOB },
  { ...place(3n, 3), kind: 'unstake', side: 'short', tokens: 5n, farm: BOB },
  { ...place(3n, 4), kind: 'farmReward', farm: BOB, token: TOKEN, amount: 5n },
  {
    ...place(3n, 5),
    kind: 'swap',
    given: { of: 'settlement', amount: 5n },
    received: { of: 'long', amount: 6n },
    prices: { updateIntervalId: 6n, blockNumber: 2n, longPrice: ONE, shortPrice: ONE },
  },
  {
    ...place(3n, 6),
    kind: 'join',
    lp: BOB,
    lpTokens: 7n,
    amounts: [
      { of: 'long', amount: 6n },
      { of: 'other', token: TOKEN, amount: 6n },
    ],
  },
  { ...place(4n), kind: 'reward', amount: 6n },
  {
    ...place(5n),
    kind: 'execution',
    updateIntervalId: 7n,
    executed: { updateIntervalId: 7n, longPrice: ONE, shortPrice: ONE, burnFee: POSITIVE_ZERO },
  },
]
const reach = {
  coverage: [{ pool: POOL, ranges: [{ fromBlock: 1n, toBlock: 5n }] }],
  checkpoints: [{ number: 5n, hash: HASH, timestampSec: 9n }],
  venues: 'a farm',
} as const

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function damage(change: (entry: Record<string, unknown>) => void) {
  const store = createAccountStore(KEY)
  await store.save({ put: ENTRIES, reach })
  store.close()
  const database = await openDB(ACCOUNT_DATABASE)
  const [key] = await database.getAllKeys('entries')
  const entry = (await database.get('entries', key as IDBValidKey)) as Record<string, unknown>
  change(entry)
  await database.put('entries', entry, key)
  database.close()
  return createAccountStore(KEY).load()
}

describe('the stored history of an account', () => {
  it('comes back as it was, of its own account alone', async () => {
    const store = createAccountStore(KEY)
    await store.save({ put: ENTRIES, reach })
    const other = createAccountStore({ ...KEY, account: BOB })
    expect(await other.load()).toEqual(NOTHING_STORED)
    expect(await store.load()).toEqual({ entries: ENTRIES, reach })
  })

  it('of an older version is read again from the chain', async () => {
    const old = await openDB(ACCOUNT_DATABASE, 2, {
      upgrade(database) {
        database.createObjectStore('entries')
        database.createObjectStore('reach')
      },
    })
    const older = { coverage: reach.coverage, checkpoints: reach.checkpoints }
    const key = `1:${POOL}:${ALICE}`.toLowerCase()
    const [, , , sent] = ENTRIES
    await old.put('entries', sent, [key, 3, 0])
    await old.put('reach', older, key)
    old.close()
    const store = createAccountStore(KEY)
    expect(await store.load()).toEqual(NOTHING_STORED)
    // And what is stored then stays.
    await store.save({ put: ENTRIES, reach })
    expect(await store.load()).toEqual({ entries: ENTRIES, reach })
    store.close()
  })

  it('of other farms and liquidity pools is none, as their events are missing in it', async () => {
    const ledger = createAccountLedger()
    const stored = { entries: ENTRIES, reach }
    const gone = {
      removedAbove: -1n,
      reach: { coverage: [], checkpoints: [], venues: 'two farms' },
    }
    expect(ledger.restore(stored, 'two farms')).toEqual(gone)
    expect(ledger.entries()).toEqual([])
    expect(ledger.restore(stored, reach.venues)).toEqual({})
    expect(ledger.entries()).toEqual(ENTRIES)
  })

  it('forgets what lies above a block', async () => {
    const store = createAccountStore(KEY)
    await store.save({ put: ENTRIES, reach })
    await store.save({ removedAbove: 2n })
    expect((await store.load()).entries.map(({ blockNumber }) => blockNumber)).toEqual([1n, 2n, 2n])
  })

  it.each([
    [
      'a text for an amount',
      (entry: Record<string, unknown>) => Object.assign(entry, { amount: '5' }),
    ],
    [
      'an amount below zero',
      (entry: Record<string, unknown>) => Object.assign(entry, { amount: -1n }),
    ],
    ['an unknown kind', (entry: Record<string, unknown>) => Object.assign(entry, { kind: 'gift' })],
    ['a field too many', (entry: Record<string, unknown>) => Object.assign(entry, { note: 'x' })],
    [
      'a pool that is none',
      (entry: Record<string, unknown>) => Object.assign(entry, { pool: '0x1' }),
    ],
    [
      'an unknown commit type',
      (entry: Record<string, unknown>) => Object.assign(entry, { commitType: 9 }),
    ],
    [
      'a recorded amount that does not go with the fee',
      (entry: Record<string, unknown>) => Object.assign(entry, { recorded: 1n }),
    ],
  ])('is thrown away whole with %s: its blocks would pass for read', async (_name, change) => {
    expect(await damage(change)).toEqual(NOTHING_STORED)
    expect(await createAccountStore(KEY).load()).toEqual(NOTHING_STORED)
  })

  it('does without IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const store = createAccountStore(KEY)
    await store.save({ put: ENTRIES, reach })
    expect(await store.load()).toEqual(NOTHING_STORED)
  })
})
