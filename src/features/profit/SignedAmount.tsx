import type { TokenFacts } from '../../chain/poolFacts'
import { Amount } from '../../ui/Amount'

/** A gain or loss: its sign says which, and its colour too. */
export function SignedAmount({
  value,
  token,
  tone = value > 0n ? 'text-long' : value < 0n ? 'text-short' : '',
}: {
  value: bigint
  token: TokenFacts
  /** A class, where the sign is not what its colour follows. */
  tone?: string
}) {
  return (
    <span className={tone}>
      {value > 0n && '+'}
      <Amount value={value} token={token} />
    </span>
  )
}
