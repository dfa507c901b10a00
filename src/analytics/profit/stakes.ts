import type { PoolLedger, Stake } from './ledgerState'
import { unknownLot, unknownLpLot } from './lots'

/** Tokens that went to a farm or came back. They stay the account's, so no lot is closed or opened. */
export interface StakeEvent extends Stake {
  readonly kind: 'stake' | 'unstake'
}

/** Notes where tokens are. What comes back without a known stake came from before the past that was read, at unknown cost. */
export function applyStake(ledger: PoolLedger, { kind, ...stake }: StakeEvent): PoolLedger {
  const isSame = (other: Stake) => other.farm === stake.farm && keyOf(other.of) === keyOf(stake.of)
  const before = ledger.staked.find(isSame)?.tokens ?? 0n
  const after = kind === 'stake' ? before + stake.tokens : before - stake.tokens
  const others = ledger.staked.filter((other) => !isSame(other))
  const staked = after > 0n ? [...others, { ...stake, tokens: after }] : others
  return after < 0n ? withUnknown({ ...ledger, staked }, stake.of, -after) : { ...ledger, staked }
}

/**
 * A ledger that has so many tokens outside of farms. What its lots do not explain came from before the past that was read, at
 * unknown cost: lots of staked tokens are not taken for it.
 */
export function withFreeTokens(
  ledger: PoolLedger,
  { of, tokens }: Pick<Stake, 'of' | 'tokens'>,
): PoolLedger {
  const lots: readonly { readonly tokens: bigint }[] =
    typeof of === 'string'
      ? ledger.open.filter(({ side }) => side === of)
      : ledger.liquidity.open.filter(({ lp }) => lp === of.lp)
  const staked = ledger.staked.filter((stake) => keyOf(stake.of) === keyOf(of))
  const missing = tokens - (sumTokens(lots) - sumTokens(staked))
  return missing > 0n ? withUnknown(ledger, of, missing) : ledger
}

/** The oldest of all lots are of unknown cost. */
function withUnknown(ledger: PoolLedger, of: Stake['of'], tokens: bigint): PoolLedger {
  if (typeof of === 'string') return { ...ledger, open: [unknownLot(of, tokens), ...ledger.open] }
  const { liquidity } = ledger
  const open = [unknownLpLot(of.lp, tokens), ...liquidity.open]
  return { ...ledger, liquidity: { ...liquidity, open } }
}

function keyOf(of: Stake['of']): string {
  return typeof of === 'string' ? of : of.lp
}

function sumTokens(all: readonly { readonly tokens: bigint }[]): bigint {
  return all.reduce((sum, { tokens }) => sum + tokens, 0n)
}
