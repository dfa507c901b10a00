import type { Address } from 'viem'
import { CommitType } from '../src/protocol/commitType'
import type { QueuedTransaction } from './blockBuilder'
import type { DeployedMarket } from './deployment'
import type { Holdings } from './holdings'
import type { MarketSpec } from './markets'
import type { SeededRandom } from './seededRandom'
import { claimTransaction, commitTransaction } from './transactions'

/** A part of an amount; the parts are in thousandths so that no precision is lost. */
const part = (amount: bigint, share: number): bigint =>
  (amount * BigInt(Math.round(share * 1_000))) / 1_000n

/**
 * What a bot does next in a market: claims what waits for it, or mints, burns or flips a moderate
 * amount, leaning towards the skew the market started with.
 *
 * Flips are left out where the minting fee moves: one that is aggregated at a lower fee than it was
 * executed at is owed more tokens than were minted, and then the last to claim cannot.
 *
 * @returns Nothing when the bot has too little for what it wants
 */
export function decideTrade(
  random: SeededRandom,
  from: Address,
  market: DeployedMarket,
  holdings: Holdings,
  spec: MarketSpec,
): QueuedTransaction | undefined {
  const { wallet, escrow, longBalance, shortBalance } = holdings
  const waiting = escrow.long + escrow.short + escrow.settlement > 0n
  if (waiting && random.uniform() < 0.75) return claimTransaction(from, market)

  const pool = longBalance + shortBalance
  const isLong = Number(longBalance) / Number(pool || 1n)
  const leansLong = isLong < spec.longSeed / (spec.longSeed + spec.shortSeed)
  const commit = (type: CommitType, amountWei: bigint) =>
    amountWei > 0n ? commitTransaction({ from, market, type, amountWei }) : undefined

  const mood = random.uniform()
  const size = random.uniform()
  const follows = random.uniform() < 0.8
  const towardsLong = follows ? leansLong : !leansLong
  if (mood < 0.5) {
    const amountWei = part(pool, 0.004 + 0.03 * size ** 2)
    if (amountWei > wallet.settlement) return undefined
    return commit(towardsLong ? CommitType.LongMint : CommitType.ShortMint, amountWei)
  }
  const leaving = towardsLong ? wallet.short : wallet.long
  const limited = part(leaving, 0.05 + 0.25 * size)
  const flips = spec.changeIntervalWad === 0n
  if (mood < 0.85 || !flips)
    return commit(towardsLong ? CommitType.ShortBurn : CommitType.LongBurn, limited)
  return commit(
    towardsLong ? CommitType.ShortBurnLongMint : CommitType.LongBurnShortMint,
    part(limited, 0.5),
  )
}
