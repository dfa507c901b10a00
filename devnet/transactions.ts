import { type Address, encodeFunctionData, maxUint256, parseUnits } from 'viem'
import { encodeCommitArgs } from '../src/chain/commitArgs'
import type { CommitType } from '../src/protocol/commitType'
import type { QueuedTransaction } from './blockBuilder'
import type { DeployedMarket, DeployedToken } from './deployment'
import { autoClaimAbi, poolCommitterAbi, poolKeeperAbi, tokenAbi } from './protocolAbi'

/** More than one upkeep ever uses, also one that catches up 15 intervals. */
const UPKEEP_GAS = 3_000_000n

export interface Commit {
  readonly from: Address
  readonly market: DeployedMarket
  readonly type: CommitType
  /** Settlement tokens for a mint, pool tokens otherwise. */
  readonly amountWei: bigint
  readonly fromEscrow?: boolean
  /** Offered to the account that claims for the account; none without it. */
  readonly autoClaimWei?: bigint
}

export function commitTransaction(commit: Commit): QueuedTransaction {
  const { from, market, type, amountWei, fromEscrow = false, autoClaimWei = 0n } = commit
  const args = [encodeCommitArgs(amountWei, type, fromEscrow, autoClaimWei > 0n)] as const
  const data = encodeFunctionData({ abi: poolCommitterAbi, functionName: 'commit', args })
  return { from, to: market.committer, data, valueWei: autoClaimWei }
}

/** Claims for someone who has paid for it; the reward goes to `from`. Does nothing when it is too early. */
export function paidClaimTransaction(
  from: Address,
  autoClaim: Address,
  user: Address,
  committer: Address,
): QueuedTransaction {
  const args = [user, committer] as const
  const data = encodeFunctionData({ abi: autoClaimAbi, functionName: 'paidClaim', args })
  return { from, to: autoClaim, data }
}

export function claimTransaction(from: Address, market: DeployedMarket): QueuedTransaction {
  const data = encodeFunctionData({ abi: poolCommitterAbi, functionName: 'claim', args: [from] })
  return { from, to: market.committer, data }
}

/** Approves `amountWei`, or everything, to the pool: it is the pool that pulls, not the committer. */
export function approveTransaction(
  from: Address,
  market: DeployedMarket,
  amountWei = maxUint256,
): QueuedTransaction {
  const args = [market.pool, amountWei] as const
  const data = encodeFunctionData({ abi: tokenAbi, functionName: 'approve', args })
  return { from, to: market.settlementToken, data }
}

/** The devnet's tokens let anyone mint. */
export function mintTokensTransaction(
  from: Address,
  token: DeployedToken,
  to: Address,
  amountWei: bigint,
): QueuedTransaction {
  const args = [to, amountWei] as const
  const data = encodeFunctionData({ abi: tokenAbi, functionName: 'mint', args })
  return { from, to: token.address, data }
}

export function upkeepTransaction(
  from: Address,
  poolKeeper: Address,
  pools: readonly Address[],
): QueuedTransaction {
  const args = [[...pools]] as const
  const data = encodeFunctionData({
    abi: poolKeeperAbi,
    functionName: 'performUpkeepMultiplePools',
    args,
  })
  return { from, to: poolKeeper, data, gas: UPKEEP_GAS * BigInt(pools.length) }
}

/** Groups pools so that the upkeeps of a group fit into one transaction. */
export function upkeepGroups<T>(pools: readonly T[]): readonly (readonly T[])[] {
  const size = 10
  return Array.from({ length: Math.ceil(pools.length / size) }, (_, index) =>
    pools.slice(index * size, (index + 1) * size),
  )
}

/** Whole or fractional tokens as the smallest unit, cut to the token's decimals. */
export function toWei(amount: number, decimals: number): bigint {
  return parseUnits(amount.toFixed(Math.min(decimals, 6)), decimals)
}
