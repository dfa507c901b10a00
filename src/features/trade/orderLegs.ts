import type { CommitLeg } from '../../flows/kinds/commit'
import type { OrderChoice } from './orderChoice'
import type { Source } from './orderForm'

/**
 * The commits of an order: one for each type, split where it takes from the escrow and the wallet both. A straddle's
 * amount is halved; an odd unit goes to the long side.
 *
 * @param amount Base units of what is paid, all together
 */
export function orderLegs(
  { commitTypes, held }: OrderChoice,
  source: Source,
  amount: bigint,
): readonly CommitLeg[] {
  const count = BigInt(commitTypes.length)
  let escrowLeft = source === 'both' ? (held?.escrow ?? 0n) : source === 'escrow' ? amount : 0n
  return commitTypes.flatMap((commitType, index) => {
    const share = (amount + count - 1n - BigInt(index)) / count
    const taken = escrowLeft < share ? escrowLeft : share
    escrowLeft -= taken
    return [
      { commitType, amount: taken, fromAggregateBalance: true },
      { commitType, amount: share - taken, fromAggregateBalance: false },
    ].filter((leg) => leg.amount > 0n)
  })
}
