import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CommitType } from '../../protocol/commitType'
import { ONE, POSITIVE_ZERO } from '../../protocol/quad'
import type { AccountEntry } from './accountEntry'
import { ACCOUNT_DATABASE, createAccountStore } from './accountStore'
import { NOTHING_STORED } from './storedAccount'

const POOL = '0x00000000000000000000000000000000000000A1'
const ALICE = '0x00000000000000000000000000000000000000f1'
const BOB = '0x00000000000000000000000000000000000000f2'
const KEY = { chainId: 1, poolFactory: POOL, account: ALICE } as const
const HASH = `0x${'1'.repeat(64)}` as const

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
