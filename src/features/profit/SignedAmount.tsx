import type { TokenFacts } from '../../chain/poolFacts'
import { Amount } from '../../ui/Amount'

/** A gain or loss: its sign says which, and its colour too. */
export function SignedAmount({
  value,
  token,
  decimals,
}: {
  value: bigint
  token: TokenFacts
  /** @see Amount */
  decimals?: number
}) {
  const tone = value > 0n ? 'text-long' : value < 0n ? 'text-short' : ''
  return (
    <span className={tone}>
      {value > 0n && '+'}
      <Amount value={value} token={token} decimals={decimals} />
    </span>
  )
}
