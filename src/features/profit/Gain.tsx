import type { TokenFacts } from '../../chain/poolFacts'
import { formatPercent } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'
import type { PoolProfit } from './profitOf'
import { SignedAmount } from './SignedAmount'

/** Realized and unrealized together, and how much that is of what was put in. */
export function Gain({
  profit: { realised, unrealised, everPutIn },
  token,
}: {
  profit: Pick<PoolProfit, 'realised' | 'unrealised' | 'everPutIn'>
  token: TokenFacts
}) {
  const gain = realised + unrealised
  return (
    <>
      <SignedAmount value={gain} token={token} />{' '}
      <span className="tabular text-muted">
        {formatPercent((gain * WAD) / everPutIn, 2, { signed: true })}
      </span>
    </>
  )
}
