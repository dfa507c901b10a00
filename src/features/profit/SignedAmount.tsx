import type { TokenFacts } from '../../chain/poolFacts'
import { Amount } from '../../ui/Amount'

/** A gain or loss: its sign says which, and its colour too. */
export function SignedAmount({
  value,
  token,
  decimals,
  tone = value > 0n ? 'text-long' : value < 0n ? 'text-short' : '',
}: {
  value: bigint
  token: TokenFacts
  /** @see Amount */
  decimals?: number
  /** A class, where the sign is not what its colour follows. */
  tone?: string
}) {
  return (
    <span className={tone}>
      {value > 0n && '+'}
      <Amount value={value} token={token} decimals={decimals} />
    </span>
  )
}
