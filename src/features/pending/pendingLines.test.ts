import type { Address, Hash } from 'viem'
import { describe, expect, it } from 'vitest'
import { pendingIntervals } from '../../analytics/pendingIntervals'
import { addSettled, NOTHING_SETTLED } from '../../analytics/settlement'
import type { AccountCommit, AccountLog } from '../../chain/commits/accountLog'
import { CommitType } from '../../protocol/commitType'
import { POSITIVE_ZERO } from '../../protocol/quad'
import { SAMPLE_POOL, sampleCommitment } from '../../protocol/testing/samplePool'
import { NO_USER } from '../../protocol/userBalance'
import { hasPaidClaim, pendingLines } from './pendingLines'

const ADDRESS: Address = '0x00000000000000000000000000000000000000b1'
const HASH: Hash = `0x${'ab'.repeat(32)}`
const AMOUNTS = sampleCommitment(100n, { longMintSettlement: 30n, shortMintSettlement: 5n })
const [INTERVAL] = pendingIntervals(
  {
    ...SAMPLE_POOL,
    pendingMintSettlementAmount: 35n,
    totalPoolCommitments: [AMOUNTS],
  },
  { ...NO_USER, unAggregatedCommitments: [100n], userCommitments: [AMOUNTS] },
)

const mint = (
  logIndex: number,
  recorded: bigint,
  more: Partial<AccountCommit> = {},
): AccountCommit => ({
  pool: ADDRESS,
  blockNumber: 7n,
  transactionHash: HASH,
  logIndex,
  amount: recorded + 1n,
  recorded,
  commitType: CommitType.LongMint,
  updateIntervalId: 100n,
  fromAggregateBalance: false,
  payForClaim: false,
  mintingFee: POSITIVE_ZERO,
  ...more,
})
const logOf = (...commits: AccountCommit[]): AccountLog => ({
  account: ADDRESS,
  commits,
  claims: [],
  fromBlock: 0n,
  toBlock: 9n,
})
const linesOf = (log: AccountLog | undefined) => {
  if (INTERVAL === undefined) throw new Error('Nothing is pending')
  return { interval: INTERVAL, ...pendingLines(ADDRESS, INTERVAL, log) }
}

describe('the lines of an interval', () => {
  it('are its single commits, those of one transaction told apart, and add up to the whole', () => {
    const log = logOf(
      mint(1, 10n),
      mint(2, 20n),
      mint(3, 5n, { commitType: CommitType.ShortMint }),
      mint(4, 99n, { updateIntervalId: 101n }),
    )
    const { lines, isSingle, interval } = linesOf(log)
    expect(isSingle).toBe(true)
    expect(lines.map(({ key }) => key)).toEqual([`${HASH}:1`, `${HASH}:2`, `${HASH}:3`])
    const sum = lines.reduce(
      (all, { settled }) => addSettled(all, settled ?? NOTHING_SETTLED),
      NOTHING_SETTLED,
    )
    expect(sum).toEqual(interval.total)
  })

  it.each([
    ['nothing has been read', undefined],
    ['a commit is missing', logOf(mint(1, 10n), mint(3, 5n, { commitType: CommitType.ShortMint }))],
    [
      'they are another pool’s',
      logOf(mint(1, 30n, { pool: '0x00000000000000000000000000000000000000b2' })),
    ],
  ])('are the committer’s sums when %s', (_why, log) => {
    const { lines, isSingle, interval } = linesOf(log)
    expect(isSingle).toBe(false)
    expect(lines.map(({ commitType, recorded }) => [commitType, recorded]).sort()).toEqual([
      [CommitType.ShortMint, 5n],
      [CommitType.LongMint, 30n],
    ])
    expect(lines.every(({ commit }) => commit === undefined)).toBe(true)
    expect(interval.total).toMatchObject({ longTokens: 30n, shortTokens: 5n })
  })

  it('have a paid claim, said once, where any of their commits paid for it', () => {
    const straddle = (payForClaim: boolean) =>
      logOf(mint(1, 30n), mint(2, 5n, { commitType: CommitType.ShortMint, payForClaim }))
    expect(hasPaidClaim(linesOf(straddle(true)))).toBe(true)
    expect(hasPaidClaim(linesOf(straddle(false)))).toBe(false)
    expect(hasPaidClaim(linesOf(undefined))).toBeUndefined()
  })
})
