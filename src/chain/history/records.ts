import type { PoolRebalance } from '../../protocol/leveragedPool'
import type {
  BalancesEvent,
  ClaimEvent,
  CommitEvent,
  IntervalExecution,
  KeeperPayment,
  KeeperPaymentEvent,
  LogPlace,
  PoolEvent,
  SideBalances,
} from './poolEvent'

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
  readonly executed: readonly IntervalExecution[]
  readonly payment: KeeperPayment | undefined
  /** After everything the upkeep did, the keeper's reward included. Undefined when nothing is known. */
  readonly balances: ComputedBalances | undefined
}

/** An upkeep that the pool refused. The keeper may be paid anyway. */
export interface FailedUpkeepRecord extends LogPlace {
  /** As the contract says it: may be any text. */
  readonly reason: string
  readonly payment: KeeperPayment | undefined
}

/** A commit, as it was made. */
export type CommitRecord = Omit<CommitEvent, 'kind'>

export type ClaimRecord = Omit<ClaimEvent, 'kind'>

/** Balances as the pool itself said them. */
export type BalancesRecord = Omit<BalancesEvent, 'kind'>

/** Records of the same events, in chain order. */
export interface PoolRecords {
  readonly upkeeps: readonly UpkeepRecord[]
  readonly failedUpkeeps: readonly FailedUpkeepRecord[]
  readonly commits: readonly CommitRecord[]
  readonly claims: readonly ClaimRecord[]
  readonly balances: readonly BalancesRecord[]
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
  let executed: IntervalExecution[] = []
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
