import { isAddressEqual } from 'viem'
import type { TokenFacts } from '../../chain/poolFacts'
import { useKnownToken } from '../../data/useKnownToken'

/** What somebody gives up who puts BAL into a pool; nothing for another token, whatever it calls itself. */
export function BalNote({ token }: { token: TokenFacts }) {
  const bal = useKnownToken('BAL')
  if (bal === undefined || !isAddressEqual(bal, token.address)) return null
  return (
    <p className="text-xs text-muted">
      BAL in a pool does not vote: Balancer counts what is in a wallet. It votes again once you have
      burned your tokens and claimed.
    </p>
  )
}
