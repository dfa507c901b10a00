import { useMemo } from 'react'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { usePoolLedger, usePoolLedgers } from '../../data/usePoolLedger'
import { formatPercent } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'
import { profitContent as content } from './content'
import { profitOf } from './profitOf'
import { SignedAmount } from './SignedAmount'

/** What the account has made in one pool, in a line; nothing until that is known. */
export function ProfitLine({ pool }: { pool: PoolAtBlock }) {
  const ledger = usePoolLedger(pool).read?.ledger
  const profit = useMemo(() => ledger && profitOf(ledger, pool), [ledger, pool])
  if (profit === undefined || profit.everPutIn === 0n) return null
  const { unrealised, realised } = profit
  return <Line {...profit} gain={unrealised + realised} token={pool.facts.settlementToken} />
}

/** The same of all pools, by settlement token. */
export function ProfitTotals({ pools }: { pools: readonly PoolAtBlock[] }) {
  const ledgers = usePoolLedgers(pools)
  const sums = new Map<string, { token: TokenFacts; gain: bigint; everPutIn: bigint }>()
  let isWhole = true
  pools.forEach((pool, index) => {
    const ledger = ledgers[index]?.read?.ledger
    if (ledger === undefined) {
      isWhole = false
      return
    }
    const { unrealised, realised, everPutIn } = profitOf(ledger, pool)
    if (everPutIn === 0n) return
    const token = pool.facts.settlementToken
    const before = sums.get(token.address) ?? { token, gain: 0n, everPutIn: 0n }
    sums.set(token.address, {
      token,
      gain: before.gain + unrealised + realised,
      everPutIn: before.everPutIn + everPutIn,
    })
  })
  if (pools.length === 0) return null
  if (!isWhole) return <p className="min-h-6 text-muted">{content.reading}</p>
  return (
    <ul className="min-h-6">
      {[...sums.values()].map((sum) => (
        <li key={sum.token.address}>
          <Line {...sum} />
        </li>
      ))}
    </ul>
  )
}

function Line({ gain, everPutIn, token }: { gain: bigint; everPutIn: bigint; token: TokenFacts }) {
  return (
    <span>
      <span className="text-muted">{content.line}</span> <SignedAmount value={gain} token={token} />{' '}
      <span className="text-muted">
        {formatPercent((gain * WAD) / everPutIn, 2, { signed: true })}
      </span>
    </span>
  )
}
