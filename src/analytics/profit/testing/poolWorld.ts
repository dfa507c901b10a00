import { performUpkeepSinglePool } from '../../../protocol/poolKeeper'
import type { Balance, PoolSnapshot, UserSnapshot } from '../../../protocol/snapshot'
import { claim, getAggregateBalance, NO_USER } from '../../../protocol/userBalance'
import { type CommitOrder, commit } from '../../../protocol/userCommits'
import type { Side } from '../../poolFigures'
import type { AccountEvent } from '../accountEvent'
import type { LiquidityEvent, SwapEvent } from '../outsideTrades'
import type { SideHistory, SideState, SideUpkeep } from '../splitLot'

/** One account in a world: what it has, and what its events say. */
interface Resident {
  user: UserSnapshot
  /** Pool tokens in the wallet. */
  readonly wallet: Record<Side, bigint>
  /** Settlement units that left and came to the wallet. */
  paid: bigint
  received: bigint
  readonly staked: Record<Side, bigint>
  lp: bigint
  readonly events: AccountEvent[]
}

type Leg = SwapEvent['given']
type LiquidityParts = Pick<LiquidityEvent, 'long' | 'short' | 'settlement'>

/** A pool and some accounts on the exact engine, which keeps the events that the chain would have given. */
export interface PoolWorld {
  readonly residents: readonly Resident[]
  pool(): PoolSnapshot
  /** False where the contract would have refused. */
  order(who: number, order: CommitOrder): boolean
  claim(who: number): void
  send(from: number, to: number, side: Side, tokens: bigint): void
  /** Swaps with someone outside of the world, who takes any price. False before the first interval is executed. */
  swap(who: number, given: Leg, received: Leg): boolean
  /** Moves tokens into a farm, or all of it back. */
  stake(who: number, side: Side, tokens: bigint): void
  unstake(who: number, side: Side): void
  /** Adds liquidity in exchange for LP tokens, or removes it; the pool gives what it is told to. False as for a swap. */
  liquidity(who: number, kind: 'join' | 'exit', lpTokens: bigint, parts: LiquidityParts): boolean
  /** So many intervals after the last one. */
  upkeep(priceWad: bigint, keeperReward: bigint, intervals?: bigint): boolean
  /** With what has been executed and not aggregated yet, at the minting fee of the pool as it is. */
  eventsOf(who: number): readonly AccountEvent[]
  escrowOf(who: number): Balance
  history(side: Side): SideHistory
}

export function createPoolWorld(start: PoolSnapshot, accounts: number): PoolWorld {
  let pool = start
  const residents = Array.from(
    { length: accounts },
    (): Resident => ({
      user: NO_USER,
      wallet: { long: 0n, short: 0n },
      paid: 0n,
      received: 0n,
      staked: { long: 0n, short: 0n },
      lp: 0n,
      events: [],
    }),
  )
  const upkeeps: Record<Side, SideUpkeep[]> = { long: [], short: [] }

  const residentAt = (who: number) => residents[who] as Resident

  /** What an aggregation now folds in. */
  function executedOf({ user }: Resident): AccountEvent[] {
    return user.unAggregatedCommitments
      .filter((id) => id !== 0n && id < pool.updateIntervalId)
      .map((id) => {
        const interval = pool.executedIntervals.find((one) => one.updateIntervalId === id)
        if (interval === undefined) throw new Error(`${id} was not executed`)
        return { kind: 'executed', ...interval, mintingFee: pool.mintingFee }
      })
  }

  const lastExecuted = () => {
    const last = pool.executedIntervals.reduce<(typeof pool.executedIntervals)[number] | undefined>(
      (newest, one) =>
        newest === undefined || one.updateIntervalId > newest.updateIntervalId ? one : newest,
      undefined,
    )
    if (last === undefined || upkeeps.long.length === 0) return undefined
    const { updateIntervalId, longPrice, shortPrice } = last
    return { updateIntervalId, longPrice, shortPrice, timestampSec: pool.timestampSec }
  }

  /** Into the wallet, or out of it where the amount is below zero. */
  const move = (resident: Resident, of: Side | 'settlement', amount: bigint) => {
    if (of !== 'settlement') resident.wallet[of] += amount
    else if (amount > 0n) resident.received += amount
    else resident.paid -= amount
  }

  const stateOf = (of: PoolSnapshot, side: Side): SideState =>
    side === 'long'
      ? { balance: of.longBalance, supply: of.longTokenSupply + of.pendingLongBurnPoolTokens }
      : { balance: of.shortBalance, supply: of.shortTokenSupply + of.pendingShortBurnPoolTokens }

  return {
    residents,
    pool: () => pool,
    order: (who, order) => {
      const resident = residentAt(who)
      const executed = executedOf(resident)
      const { commitType, amount, fromAggregateBalance } = order
      let result: ReturnType<typeof commit>
      try {
        result = commit(pool, resident.user, order, pool.timestampSec)
      } catch {
        return false
      }
      const isMint = commitType === 0 || commitType === 2
      const side: Side = commitType === 3 || commitType === 4 ? 'long' : 'short'
      if (!fromAggregateBalance && !isMint) {
        if (resident.wallet[side] < amount) return false
        resident.wallet[side] -= amount
      }
      if (!fromAggregateBalance && isMint) resident.paid += amount
      pool = result.pool
      resident.user = result.user
      const { updateIntervalId, mintingFeeAmount } = result
      resident.events.push(...executed, {
        kind: 'commit',
        commitType,
        updateIntervalId,
        amount,
        recorded: amount - mintingFeeAmount,
      })
      return true
    },
    claim: (who) => {
      const resident = residentAt(who)
      resident.events.push(...executedOf(resident))
      const result = claim(pool, resident.user)
      pool = result.pool
      resident.user = result.user
      resident.wallet.long += result.paid.longTokens
      resident.wallet.short += result.paid.shortTokens
      resident.received += result.paid.settlementTokens
    },
    send: (from, to, side, tokens) => {
      residentAt(from).wallet[side] -= tokens
      residentAt(to).wallet[side] += tokens
      residentAt(from).events.push({ kind: 'sent', side, tokens })
      residentAt(to).events.push({ kind: 'received', side, tokens })
    },
    swap: (who, given, received) => {
      const resident = residentAt(who)
      const value = lastExecuted()
      if (value === undefined) return false
      move(resident, given.of, -given.amount)
      move(resident, received.of, received.amount)
      resident.events.push({ kind: 'swap', ...value, given, received })
      return true
    },
    stake: (who, side, tokens) => {
      const resident = residentAt(who)
      resident.wallet[side] -= tokens
      resident.staked[side] += tokens
      resident.events.push({ kind: 'stake', farm: side, of: side, tokens })
    },
    unstake: (who, side) => {
      const resident = residentAt(who)
      const tokens = resident.staked[side]
      resident.wallet[side] += tokens
      resident.staked[side] = 0n
      resident.events.push({ kind: 'unstake', farm: side, of: side, tokens })
    },
    liquidity: (who, kind, lpTokens, parts) => {
      const resident = residentAt(who)
      const value = lastExecuted()
      if (value === undefined) return false
      const sign = kind === 'join' ? -1n : 1n
      for (const of of ['long', 'short', 'settlement'] as const)
        move(resident, of, sign * parts[of])
      resident.lp -= sign * lpTokens
      const event = { kind, ...value, lp: 'lp', lpTokens, ...parts } as const
      resident.events.push(event)
      return true
    },
    upkeep: (priceWad, keeperReward, intervals = 1n) => {
      const before = pool
      const timestampSec = pool.lastPriceTimestampSec + intervals * pool.updateIntervalSec
      const upkeep = performUpkeepSinglePool(pool, {
        timestampSec,
        spotPrice: priceWad,
        keeperReward,
      })
      if (upkeep.status !== 'done') return false
      pool = upkeep.pool
      const paid = upkeep.keeperPayment
      for (const side of ['long', 'short'] as const) {
        const { rebalance } = upkeep
        const isLong = side === 'long'
        const after = stateOf(pool, side)
        // The same upkeep without a reward tells what it took from each side.
        const unpaid = performUpkeepSinglePool(before, { timestampSec, spotPrice: priceWad }).pool
        upkeeps[side].push({
          timestampSec,
          startPriceWad: upkeep.startPriceWad,
          endPriceWad: upkeep.endPriceWad,
          executedIds: upkeep.executed.map(({ updateIntervalId }) => updateIntervalId),
          before: stateOf(before, side),
          feeAmount: (isLong ? rebalance?.longFeeAmount : rebalance?.shortFeeAmount) ?? 0n,
          balanceChange:
            (isLong ? rebalance?.longBalanceChange : rebalance?.shortBalanceChange) ?? 0n,
          after,
          keeperPayment: paid === 0n ? 0n : stateOf(unpaid, side).balance - after.balance,
        })
      }
      return true
    },
    eventsOf: (who) => [...residentAt(who).events, ...executedOf(residentAt(who))],
    escrowOf: (who) => getAggregateBalance(pool, residentAt(who).user),
    history: (side) => ({
      side,
      leverageAmount: pool.leverageAmount,
      upkeeps: upkeeps[side],
      now: stateOf(pool, side),
    }),
  }
}
