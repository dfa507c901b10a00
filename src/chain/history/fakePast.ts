import { CommitType } from '../../protocol/commitType'
import { getPrice } from '../../protocol/poolSwapLibrary'
import { ONE, POSITIVE_ZERO } from '../../protocol/quad'
import { executeForwards, payKeeper } from './executedInterval'
import type { HistoryChunk } from './historyChunks'
import type { CommitEvent, LogPlace, PoolEvent, SideBalances } from './poolEvent'

/** For tests: the past of a pool whose balances, supplies and prices go together as on the chain. */

const UPKEEP_BLOCKS = 10n

export interface FakePast {
  /** One block range per upkeep, oldest first, each with all of its events. */
  readonly chunks: readonly HistoryChunk[]
  /** After the upkeep of the same index, settlement units. */
  readonly balances: readonly SideBalances[]
}

/**
 * @param upkeeps How many; the pool is new before the first
 * @param random From 0 up to 1
 * @param busyPart How many of the intervals have a commit
 */
export function createFakePast(upkeeps: number, random: () => number, busyPart = 0.3): FakePast {
  const chunks: HistoryChunk[] = []
  const balances: SideBalances[] = []
  // Other than the balances: a price of one would also mean that there are no tokens.
  const supplies = { long: 9n * 10n ** 11n, short: 11n * 10n ** 11n }
  let now: SideBalances = { longBalance: 10n ** 12n, shortBalance: 10n ** 12n }
  let queue: CommitEvent[] = []

  for (let id = 1; id <= upkeeps; id++) {
    const fromBlock = BigInt(id) * UPKEEP_BLOCKS
    const events: PoolEvent[] = []
    const place = (offset: bigint): LogPlace => ({
      blockNumber: fromBlock + offset,
      blockHash: `0xb${fromBlock + offset}`,
      transactionHash: `0xa${fromBlock + offset}`,
      logIndex: events.length,
      timestampSec: (fromBlock + offset) * 6n,
    })
    if (id === 1)
      events.push({ ...place(0n), kind: 'initialized' }, { ...place(0n), kind: 'balances', ...now })
    const isBusy = random() < busyPart
    const executing = queue
    queue = []
    if (isBusy) {
      const mintType = random() < 0.5 ? CommitType.LongMint : CommitType.ShortMint
      const commitType = random() < 0.5 ? mintType : CommitType.LongBurn
      const amount = BigInt(1 + Math.floor(random() * 1e9))
      if (commitType !== CommitType.LongBurn)
        events.push({ ...place(2n), kind: 'balances', ...now })
      queue.push({
        ...place(2n),
        kind: 'commit',
        user: '0x0000000000000000000000000000000000000011',
        amount,
        commitType,
        updateIntervalId: BigInt(id + 1),
        fromAggregateBalance: false,
        payForClaim: false,
        mintingFee: POSITIVE_ZERO,
      })
      events.push(...queue)
    }
    const moved = (now.longBalance * BigInt(Math.floor(random() * 200) - 100)) / 10_000n
    events.push({
      ...place(9n),
      kind: 'rebalance',
      longBalanceChange: moved,
      shortBalanceChange: -moved,
      longFeeAmount: 0n,
      shortFeeAmount: 0n,
    })
    now = { longBalance: now.longBalance + moved, shortBalance: now.shortBalance - moved }
    const prices = {
      longPrice: getPrice(now.longBalance, supplies.long),
      shortPrice: getPrice(now.shortBalance, supplies.short),
    }
    events.push({
      ...place(9n),
      kind: 'executed',
      updateIntervalId: BigInt(id),
      burningFee: POSITIVE_ZERO,
      prices,
    })
    const sum = (type: CommitType) =>
      executing.reduce(
        (total, commit) => total + (commit.commitType === type ? commit.amount : 0n),
        0n,
      )
    const after = executeForwards(now, {
      totals: {
        longMintSettlement: sum(CommitType.LongMint),
        longBurnPoolTokens: sum(CommitType.LongBurn),
        shortMintSettlement: sum(CommitType.ShortMint),
        shortBurnPoolTokens: 0n,
        shortBurnLongMintPoolTokens: 0n,
        longBurnShortMintPoolTokens: 0n,
      },
      prices,
      burningFee: POSITIVE_ZERO,
      mintingFee: POSITIVE_ZERO,
    })
    supplies.long = after.longSupply ?? supplies.long
    supplies.short = after.shortSupply ?? supplies.short
    const rewardWei = BigInt(Math.floor(random() * 1e5))
    const paid = payKeeper(after, rewardWei)
    if (paid === undefined || prices.longPrice === ONE) throw new Error('The past went astray')
    now = paid
    events.push(
      { ...place(9n), kind: 'upkeep', startPriceWad: BigInt(id), endPriceWad: BigInt(id + 1) },
      {
        ...place(9n),
        kind: 'keeperPayment',
        keeper: '0x0000000000000000000000000000000000000012',
        rewardWei,
        isPaid: true,
      },
    )
    balances.push(now)
    chunks.push({ fromBlock, toBlock: fromBlock + UPKEEP_BLOCKS - 1n, events })
  }
  return { chunks, balances }
}
