import { CommitType, isMint } from '../src/protocol/commitType'
import type { CommitOrder } from '../src/protocol/userCommits'
import type { Walk, Walker } from './walkState'

/** Which pool token a burn or flip takes. */
export function sideBurned(type: CommitType): 'long' | 'short' {
  const isLong = type === CommitType.LongBurn || type === CommitType.LongBurnShortMint
  return isLong ? 'long' : 'short'
}

/** An order the user can pay for; now and then one that the contract has to refuse. */
export function drawOrder({ random, unit }: Walk, user: Walker): CommitOrder {
  const escrow = user.state.aggregateBalance
  const { wallet } = user
  const sources: [CommitType, boolean, bigint][] = []
  for (const commitType of Object.values(CommitType)) {
    const side = sideBurned(commitType)
    const mint = isMint(commitType)
    const inWallet = mint ? unit * 10n ** BigInt(random.int(0, 6)) : wallet[side]
    const pooled = side === 'long' ? escrow.longTokens : escrow.shortTokens
    sources.push([commitType, false, inWallet])
    sources.push([commitType, true, mint ? escrow.settlementTokens : pooled])
  }
  const possible = sources.filter(([, , amount]) => amount > 0n)
  const others = possible.filter(([type, fromEscrow]) => fromEscrow || !isMint(type))
  const [commitType, fromAggregateBalance, most] = random.pick(
    random.chance(0.02)
      ? sources.filter(([, fromEscrow]) => fromEscrow)
      : others.length > 0 && random.chance(0.6)
        ? others
        : possible,
  )
  const available = most >> 128n === 0n ? most : (1n << 128n) - 1n
  if (random.chance(0.03) && fromAggregateBalance && available < 1n << 127n)
    return { commitType, amount: available + 1n + random.bits(20), fromAggregateBalance }
  const amount = random.chance(0.2) ? available : random.below(available)
  return { commitType, amount: random.chance(0.98) ? amount || 1n : 0n, fromAggregateBalance }
}
