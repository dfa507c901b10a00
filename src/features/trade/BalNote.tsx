import type { TokenFacts } from '../../chain/poolRegistry'

/** What somebody gives up who puts BAL into a pool; nothing for another token. */
export function BalNote({ token }: { token: TokenFacts }) {
  if (token.symbol !== 'BAL') return null
  return (
    <p className="text-xs text-muted">
      BAL in a pool does not vote: Balancer counts what is in a wallet. It votes again once you have
      burned your tokens and claimed.
    </p>
  )
}
