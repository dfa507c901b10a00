import { processBurnInstantMintCommit } from '../../protocol/aggregateUpdate'
import {
  getBalancesAfterFees,
  getBurn,
  getMintAmount,
  getPrice,
  getWithdrawAmountOnBurn,
} from '../../protocol/poolSwapLibrary'
import { ONE, type Quad } from '../../protocol/quad'
import type { CommitmentAmounts } from '../../protocol/snapshot'
import type { IntervalPrices, SideBalances } from './poolEvent'
import type { ComputedBalances } from './records'

/** One executed interval with everything its effect on the balances depends on. Units as in the contracts. */
export interface ExecutedCommits {
  readonly totals: CommitmentAmounts
  readonly prices: IntervalPrices
  /** Wad-scaled rate. */
  readonly burningFee: Quad
  /** Wad-scaled rate at the time of the upkeep; only flips need it. */
  readonly mintingFee: Quad
}

/** Tokens of both sides, queued burns included. Undefined where they cannot be told. */
export interface SideSupplies {
  readonly longSupply: bigint | undefined
  readonly shortSupply: bigint | undefined
}

interface Flows {
  readonly mint: bigint
  readonly burn: bigint
  readonly price: Quad
}

/**
 * How many tokens there are, queued burns included, when a balance has a price: a binary128 tells it to the token.
 *
 * @returns Undefined when no number of tokens gives this price (then the balance is not the one the price was made
 *   of), or more than one does
 */
export function supplyOf(balance: bigint, price: Quad): bigint | undefined {
  const exponent = Number(price >> 112n) - 16_383 - 112
  const significand = (price & ((1n << 112n) - 1n)) | (1n << 112n)
  const supply =
    exponent >= 0
      ? balance / (significand << BigInt(exponent))
      : (balance << BigInt(-exponent)) / significand
  const matches = [supply - 1n, supply, supply + 1n].filter(
    (candidate) => candidate > 0n && getPrice(balance, candidate) === price,
  )
  if (matches.length === 0) return balance === 0n && price === ONE ? 0n : undefined
  return matches.length === 1 ? matches[0] : undefined
}

/**
 * Both balances after an interval was executed, and the supplies; exact unless `before` does not go with the prices.
 *
 * @see PoolCommitter.executeGivenCommitments
 */
export function executeForwards(
  before: SideBalances,
  commits: ExecutedCommits,
): ComputedBalances & SideSupplies {
  const { long, short } = flowsOf(commits)
  const longAfter = forwards(before.longBalance, long)
  const shortAfter = forwards(before.shortBalance, short)
  return {
    longBalance: longAfter.balance,
    shortBalance: shortAfter.balance,
    exact: longAfter.exact && shortAfter.exact,
    longSupply: longAfter.supply,
    shortSupply: shortAfter.supply,
  }
}

/** Every pair of balances that an interval could have found when it left `after`; nearly always one. */
export function executeBackwards(after: SideBalances, commits: ExecutedCommits): SideBalances[] {
  const { long, short } = flowsOf(commits)
  const shorts = backwards(after.shortBalance, short)
  return backwards(after.longBalance, long).flatMap((longBalance) =>
    shorts.map((shortBalance) => ({ longBalance, shortBalance })),
  )
}

/** Both balances after a keeper's reward; undefined when they cannot pay it. */
export function payKeeper(before: SideBalances, rewardWei: bigint): SideBalances | undefined {
  const { longBalance, shortBalance } = before
  if (rewardWei > longBalance + shortBalance) return undefined
  if (rewardWei === 0n) return before
  try {
    const [short, long] = getBalancesAfterFees(rewardWei, shortBalance, longBalance)
    return { longBalance: long, shortBalance: short }
  } catch {
    return undefined
  }
}

/** A reward this many times what it left behind cannot be put back: too many balances would give the same. */
const LARGEST_REWARD = 1_000n

/**
 * Every pair of balances that a keeper's reward could have been taken from to leave `after`; none where it took nearly
 * everything.
 */
export function unpayKeeper(after: SideBalances, rewardWei: bigint): SideBalances[] {
  if (rewardWei === 0n) return [after]
  const total = after.longBalance + after.shortBalance
  if (total === 0n || rewardWei > total * LARGEST_REWARD) return []
  // The short side paid its share of the whole: after / (total − reward) is the same share, nearly.
  const guess = after.shortBalance + (rewardWei * after.shortBalance) / total
  // A unit that was rounded away after it stands for so many before it.
  const margin = 3n + rewardWei / total
  const found: SideBalances[] = []
  for (let shortBalance = guess - margin; shortBalance <= guess + margin; shortBalance++) {
    const longBalance = total + rewardWei - shortBalance
    if (shortBalance < 0n || longBalance < 0n) continue
    const left = payKeeper({ longBalance, shortBalance }, rewardWei)
    if (left?.shortBalance === after.shortBalance && left.longBalance === after.longBalance)
      found.push({ longBalance, shortBalance })
  }
  return found
}

function flowsOf({ totals, prices, burningFee, mintingFee }: ExecutedCommits) {
  const { longPrice, shortPrice } = prices
  const flip = (amount: bigint, price: Quad) =>
    amount === 0n ? 0n : processBurnInstantMintCommit(amount, price, burningFee, mintingFee)[0]
  const long: Flows = {
    mint: totals.longMintSettlement + flip(totals.shortBurnLongMintPoolTokens, shortPrice),
    burn: totals.longBurnPoolTokens + totals.longBurnShortMintPoolTokens,
    price: longPrice,
  }
  const short: Flows = {
    mint: totals.shortMintSettlement + flip(totals.longBurnShortMintPoolTokens, longPrice),
    burn: totals.shortBurnPoolTokens + totals.shortBurnLongMintPoolTokens,
    price: shortPrice,
  }
  return { long, short }
}

function forwards(balance: bigint, { mint, burn, price }: Flows) {
  const supply = supplyOf(balance, price)
  if (supply === undefined) {
    const left = balance + mint - getBurn(price, burn)
    return { balance: left > 0n ? left : 0n, supply, exact: false }
  }
  const paidOut = getWithdrawAmountOnBurn(supply, burn, balance, 0n)
  const minted = getMintAmount(supply, mint, balance, 0n)
  return {
    balance: balance + mint - paidOut,
    // A price of one also means that there were no tokens at all.
    supply: price === ONE ? undefined : supply + minted - burn,
    exact: paidOut <= balance,
  }
}

function backwards(after: bigint, { mint, burn, price }: Flows): bigint[] {
  const guess = getBurn(price, burn)
  const found: bigint[] = []
  for (let paidOut = guess - 1n; paidOut <= guess + 1n; paidOut++) {
    const before = after - mint + paidOut
    if (paidOut < 0n || before < 0n) continue
    const supply = supplyOf(before, price)
    if (supply !== undefined && getWithdrawAmountOnBurn(supply, burn, before, 0n) === paidOut)
      found.push(before)
  }
  return found
}
