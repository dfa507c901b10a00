import type { Address } from 'viem'
import type { CommitType } from '../../protocol/commitType'
import type { PoolRebalance } from '../../protocol/leveragedPool'
import type { Quad } from '../../protocol/quad'
import type { IntervalPrices, KeeperPaymentEvent, LogPlace, PoolEvent } from './poolEvent'

/** One interval whose commits an upkeep executed. */
export interface ExecutedIntervalRecord {
  readonly updateIntervalId: bigint
  /** Wad-scaled rate. */
  readonly burningFee: Quad
  /** Undefined until the committer has told them. */
  readonly prices: IntervalPrices | undefined
}

/** What the keeper got for an upkeep, settlement units. */
export interface KeeperPayment {
  readonly keeper: Address
  /** What was paid; what was due where `isPaid` is false. */
  readonly rewardWei: bigint
  readonly isPaid: boolean
}

/** Both sides' balances, settlement units. */
export interface SideBalances {
  readonly longBalance: bigint
  readonly shortBalance: bigint
}

/** Balances worked out from events. */
export interface ComputedBalances extends SideBalances {
  /** True when it is what the chain held, to the wei; otherwise an estimate, to be shown as one. */
  readonly exact: boolean
}

/** A successful upkeep of the pool; `logIndex` is that of `UpkeepSuccessful`. */
export interface UpkeepRecord extends LogPlace {
  /** The price of the upkeep before. */
  readonly startPriceWad: bigint
  readonly endPriceWad: bigint
  /** Undefined when a price was not above zero: then neither value nor fee moved. */
  readonly rebalance: PoolRebalance | undefined
  /** Ascending. */
  readonly executed: readonly ExecutedIntervalRecord[]
  readonly payment: KeeperPayment | undefined
  /** After everything the upkeep did, the keeper's reward included. Undefined when nothing is known. */
  readonly balances: ComputedBalances | undefined
}

/** An upkeep that the pool refused. The keeper may be paid all the same. */
export interface FailedUpkeepRecord extends LogPlace {
  /** As the contract says it: may be any text. */
  readonly reason: string
  readonly payment: KeeperPayment | undefined
}

/** A commit, as it was made. */
export interface CommitRecord extends LogPlace {
  readonly user: Address
  /** Settlement units for mints, minting fee included; pool token units for burns and flips. */
  readonly amount: bigint
  readonly commitType: CommitType
  readonly updateIntervalId: bigint
  readonly fromAggregateBalance: boolean
  readonly payForClaim: boolean
  /** The rate at the time of the commit, wad-scaled. */
  readonly mintingFee: Quad
}

export interface ClaimRecord extends LogPlace {
  readonly user: Address
}

/** Balances as the pool itself said them. */
export interface BalancesRecord extends LogPlace, SideBalances {}

/** Records of the same events, in chain order. */
export interface PoolRecords {
  readonly upkeeps: readonly UpkeepRecord[]
  readonly failedUpkeeps: readonly FailedUpkeepRecord[]
  readonly commits: readonly CommitRecord[]
  readonly claims: readonly ClaimRecord[]
  readonly balances: readonly BalancesRecord[]
}

/** What distinguishes a record from all others of its kind, also several of one transaction. */
export function recordKey({ transactionHash, logIndex }: LogPlace): string {
  return `${transactionHash}:${logIndex}`
}

/**
 * Puts events together: one upkeep leaves up to twenty.
 *
 * In the transaction come `PoolRebalance`, then one `ExecutedCommitsForInterval` for each interval, then
 * `UpkeepSuccessful`, then the keeper's payment; and all of it again for the next upkeep of the same pool.
 * After `PoolUpkeepError` the pool's own events are reverted, the payment is not.
 *
 * @param events Of one pool, in chain order, whole transactions
 */
export function toRecords(events: readonly PoolEvent[]): PoolRecords {
  const upkeeps: UpkeepRecord[] = []
  const failedUpkeeps: FailedUpkeepRecord[] = []
  const commits: CommitRecord[] = []
  const claims: ClaimRecord[] = []
  const balances: BalancesRecord[] = []
  let transaction: string | undefined
  let rebalance: PoolRebalance | undefined
  let executed: ExecutedIntervalRecord[] = []
  let pay: ((payment: KeeperPayment) => void) | undefined

  for (const event of events) {
    const { blockNumber, blockHash, transactionHash, logIndex, timestampSec } = event
    const place: LogPlace = { blockNumber, blockHash, transactionHash, logIndex, timestampSec }
    if (transactionHash !== transaction) {
      transaction = transactionHash
      rebalance = undefined
      executed = []
      pay = undefined
    }
    switch (event.kind) {
      case 'rebalance': {
        const { shortBalanceChange, longBalanceChange, shortFeeAmount, longFeeAmount } = event
        rebalance = { shortBalanceChange, longBalanceChange, shortFeeAmount, longFeeAmount }
        break
      }
      case 'executed': {
        const { updateIntervalId, burningFee, prices } = event
        executed.push({ updateIntervalId, burningFee, prices })
        break
      }
      case 'upkeep': {
        const { startPriceWad, endPriceWad } = event
        const record = { ...place, startPriceWad, endPriceWad, rebalance, executed }
        const index = upkeeps.push({ ...record, payment: undefined, balances: undefined }) - 1
        pay = (payment) => {
          upkeeps[index] = { ...record, payment, balances: undefined }
        }
        rebalance = undefined
        executed = []
        break
      }
      case 'upkeepError': {
        const record = { ...place, reason: event.reason }
        const index = failedUpkeeps.push({ ...record, payment: undefined }) - 1
        pay = (payment) => {
          failedUpkeeps[index] = { ...record, payment }
        }
        break
      }
      case 'keeperPayment':
        pay?.(toPayment(event))
        pay = undefined
        break
      case 'commit': {
        const { user, amount, commitType, updateIntervalId } = event
        const { fromAggregateBalance, payForClaim, mintingFee } = event
        commits.push({
          ...place,
          user,
          amount,
          commitType,
          updateIntervalId,
          fromAggregateBalance,
          payForClaim,
          mintingFee,
        })
        break
      }
      case 'claim':
        claims.push({ ...place, user: event.user })
        break
      case 'balances': {
        const { longBalance, shortBalance } = event
        balances.push({ ...place, longBalance, shortBalance })
        break
      }
    }
  }
  return { upkeeps, failedUpkeeps, commits, claims, balances }
}

function toPayment({ keeper, rewardWei, isPaid }: KeeperPaymentEvent): KeeperPayment {
  return { keeper, rewardWei, isPaid }
}
