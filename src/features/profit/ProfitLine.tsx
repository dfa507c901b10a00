import { useMemo } from 'react'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { useLpWorth } from '../../data/useLpWorth'
import { usePoolLedger, usePoolLedgers } from '../../data/usePoolLedger'
import { profitContent as content } from './content'
import { Gain } from './Gain'
import { hasLiquidity, type PoolProfit, profitOf } from './profitOf'

/** What the account has made in one pool, in a line; nothing until that is known. */
export function ProfitLine({ pool }: { pool: PoolAtBlock }) {
  const ledger = usePoolLedger(pool).read?.ledger
  const lpWorth = useLpWorth(ledger !== undefined && hasLiquidity(ledger))
  const profit = useMemo(
    () => ledger && profitOf(ledger, pool, (lp, tokens) => lpWorth(pool, lp, tokens)),
    [ledger, pool, lpWorth],
  )
  if (profit === undefined || profit.everPutIn === 0n) return null
  return (
    <p className="mt-2">
      <span className="text-muted">{content.line}</span>{' '}
      <Gain profit={profit} token={pool.facts.settlementToken} />
    </p>
  )
}

type Sum = Pick<PoolProfit, 'realised' | 'unrealised' | 'everPutIn'>
const NOTHING: Sum = { realised: 0n, unrealised: 0n, everPutIn: 0n }

/** The same of several pools, by settlement token. */
export function ProfitTotals({ pools }: { pools: readonly PoolAtBlock[] }) {
  const ledgers = usePoolLedgers(pools)
  const sums = new Map<string, { readonly token: TokenFacts; readonly profit: Sum }>()
  const known = ledgers.map(({ read }) => read?.ledger)
  const lpWorth = useLpWorth(known.some((ledger) => ledger !== undefined && hasLiquidity(ledger)))
  let isWhole = true
  let isLoadingLp = false
  pools.forEach((pool, index) => {
    const ledger = known[index]
    const profit = ledger && profitOf(ledger, pool, (lp, tokens) => lpWorth(pool, lp, tokens))
    if (profit === undefined) {
      isWhole = false
      isLoadingLp ||= ledger !== undefined
    } else {
      const token = pool.facts.settlementToken
      const before = sums.get(token.address)?.profit ?? NOTHING
      sums.set(token.address, { token, profit: add(before, profit) })
    }
  })
  const shown = [...sums.values()].filter(({ profit }) => profit.everPutIn > 0n)
  if (!isWhole) {
    const isLoading =
      isLoadingLp || ledgers.some(({ read, error }) => read === undefined && error === undefined)
    return <p className="min-h-6 text-muted">{isLoading ? content.loadingAll : content.notAll}</p>
  }
  return shown.map(({ token, profit }) => (
    <p key={token.address} className="min-h-6">
      <span className="text-muted">{content.line}</span> <Gain profit={profit} token={token} />
    </p>
  ))
}

function add(a: Sum, b: Sum): Sum {
  return {
    realised: a.realised + b.realised,
    unrealised: a.unrealised + b.unrealised,
    everPutIn: a.everPutIn + b.everPutIn,
  }
}
