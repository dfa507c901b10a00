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
  const percent = formatPercent((gain * WAD) / everPutIn, 2, { signed: true })
  // So little that it rounds to nothing is neither good nor bad.
  const tone = !/[1-9]/.test(percent) || gain === 0n ? '' : gain > 0n ? 'text-long' : 'text-short'
  return (
    <>
      <SignedAmount value={gain} token={token} tone={tone} />{' '}
      <span className={`tabular ${tone || 'text-muted'}`}>{percent}</span>
    </>
  )
}
