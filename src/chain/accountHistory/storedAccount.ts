import * as v from 'valibot'
import type { Address, Hex } from 'viem'
import { MAX_POOL_TOKENS, MAX_SHOWN_DECIMALS, MAX_TITLE_LENGTH } from '../../protocol/bounds'
import { CommitType } from '../../protocol/commitType'
import type { Quad } from '../../protocol/quad'
import type { BlockRange } from '../history/blockRange'
import { recordedAmount } from '../history/intervalTotals'
import type { BlockHeader } from '../history/poolHistoryState'
import type { AccountEntry } from './accountEntry'

/** What an earlier visit left of an account. */
export interface StoredAccount {
  readonly entries: readonly AccountEntry[]
  readonly reach: AccountReach
}

/** What was read of an account, and what vouches for it. */
export interface AccountReach {
  readonly coverage: readonly PoolCoverage[]
  /** Ascending. */
  readonly checkpoints: readonly BlockHeader[]
  /** Which farms and liquidity pools were listened to, see `venuesKey`. */
  readonly venues: string
}

/** The blocks of which everything about the account in a pool was read. */
export interface PoolCoverage {
  readonly pool: Address
  readonly ranges: readonly BlockRange[]
}

export const NOTHING_STORED: StoredAccount = {
  entries: [],
  reach: { coverage: [], checkpoints: [], venues: '' },
}

/** Of commits and checkpoints: no block has so many. */
const units = v.pipe(v.bigint(), v.minValue(0n), v.maxValue(2n ** 256n - 1n))
// Not by viem's checks: what else shares them would be named in the first load.
const address = v.custom<Address>(
  (value) => typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value),
)
const hash = v.custom<Hex>(
  (value) => typeof value === 'string' && /^0x[0-9a-fA-F]{64}$/.test(value),
)
const quad = v.custom<Quad>(
  (value) => typeof value === 'bigint' && value >= 0n && value < 2n ** 128n,
)
const range = v.pipe(
  v.strictObject({ fromBlock: units, toBlock: units }),
  v.check(({ fromBlock, toBlock }) => fromBlock <= toBlock),
)
const place = {
  pool: address,
  blockNumber: units,
  blockHash: hash,
  transactionHash: hash,
  logIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  timestampSec: v.optional(units),
}
const executed = v.strictObject({
  updateIntervalId: units,
  longPrice: quad,
  shortPrice: quad,
  burnFee: quad,
})
const held = {
  ...place,
  side: v.picklist(['long', 'short', 'lp']),
  lp: v.optional(address),
  tokens: units,
}
/** LP tokens say of which pool they are, and only they. */
const isWhole = ({ side, lp }: { side: string; lp?: Address | undefined }) =>
  (side === 'lp') === (lp !== undefined)
const tokenFacts = v.strictObject({
  address,
  symbol: v.pipe(v.string(), v.maxLength(MAX_TITLE_LENGTH)),
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_SHOWN_DECIMALS)),
})
const tokenAmount = v.pipe(
  v.strictObject({
    of: v.picklist(['long', 'short', 'settlement', 'other']),
    token: v.optional(tokenFacts),
    amount: units,
  }),
  v.check(({ of, token }) => (of === 'other') === (token !== undefined)),
)
const prices = v.optional(
  v.strictObject({
    updateIntervalId: units,
    blockNumber: units,
    longPrice: quad,
    shortPrice: quad,
  }),
)

const entrySchema = v.variant('kind', [
  v.pipe(
    v.strictObject({
      kind: v.literal('commit'),
      ...place,
      amount: units,
      recorded: units,
      commitType: v.picklist(Object.values(CommitType)),
      updateIntervalId: units,
      fromAggregateBalance: v.boolean(),
      payForClaim: v.boolean(),
      mintingFee: quad,
    }),
    v.check((commit) => isRecorded(commit)),
  ),
  v.strictObject({ kind: v.literal('claim'), ...place }),
  v.strictObject({ kind: v.literal('created'), ...place }),
  v.pipe(
    v.strictObject({ kind: v.picklist(['received', 'sent']), ...held, other: address }),
    v.check((entry) => isWhole(entry)),
  ),
  v.pipe(
    v.strictObject({ kind: v.picklist(['stake', 'unstake']), ...held, farm: address }),
    v.check((entry) => isWhole(entry)),
  ),
  v.strictObject({
    kind: v.literal('farmReward'),
    ...place,
    farm: address,
    token: tokenFacts,
    amount: units,
  }),
  v.strictObject({
    kind: v.literal('swap'),
    ...place,
    given: tokenAmount,
    received: tokenAmount,
    prices,
  }),
  v.strictObject({
    kind: v.picklist(['join', 'exit']),
    ...place,
    lp: address,
    lpTokens: units,
    amounts: v.pipe(v.array(tokenAmount), v.maxLength(MAX_POOL_TOKENS)),
    prices,
  }),
  v.strictObject({
    kind: v.literal('payout'),
    ...place,
    of: v.picklist(['long', 'short', 'settlement']),
    amount: units,
  }),
  v.strictObject({ kind: v.literal('reward'), ...place, amount: units }),
  v.strictObject({
    kind: v.literal('execution'),
    ...place,
    updateIntervalId: units,
    executed: v.optional(executed),
  }),
])

const reachSchema = v.strictObject({
  coverage: v.array(v.strictObject({ pool: address, ranges: v.array(range) })),
  checkpoints: v.array(v.strictObject({ number: units, hash, timestampSec: units })),
  venues: v.string(),
})

/** The minting fee decides what a commit records: one that does not go with the other is damaged. */
function isRecorded(commit: Parameters<typeof recordedAmount>[0] & { recorded: bigint }): boolean {
  try {
    return recordedAmount(commit) === commit.recorded
  } catch {
    return false
  }
}

/**
 * What a storage holds, if it is what was written: it may be damaged, or another program's.
 *
 * @returns Undefined where anything is wrong: without that entry its blocks would pass for read
 */
export function parseStoredAccount(entries: unknown, reach: unknown): StoredAccount | undefined {
  const parsedReach = v.safeParse(reachSchema, reach)
  const parsedEntries = v.safeParse(v.array(entrySchema), entries)
  if (!parsedReach.success || !parsedEntries.success) return undefined
  return { entries: parsedEntries.output as readonly AccountEntry[], reach: parsedReach.output }
}
