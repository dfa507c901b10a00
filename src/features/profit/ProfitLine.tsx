import { useMemo } from 'react'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { useLpWorth } from '../../data/useLpWorth'
import { usePoolLedger, usePoolLedgers } from '../../data/usePoolLedger'
import { Amount } from '../../ui/Amount'
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
interface Total {
  readonly token: TokenFacts
  readonly isInVerified: boolean
  readonly profit: Sum
}
const NOTHING: Sum = { realised: 0n, unrealised: 0n, everPutIn: 0n }

/** The same of several pools, by settlement token; what was made in unverified markets stands apart, as in the total. */
export function ProfitTotals({ pools }: { pools: readonly PoolAtBlock[] }) {
  const ledgers = usePoolLedgers(pools)
  const sums = new Map<string, Total>()
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
      const isInVerified = isVerified(pool)
      const key = `${token.address} ${isInVerified}`
      const before = sums.get(key)?.profit ?? NOTHING
      sums.set(key, { token, isInVerified, profit: add(before, profit) })
    }
  })
  const shown = [...sums]
    .filter(([, { profit }]) => profit.everPutIn > 0n)
    .sort(([, a], [, b]) => Number(b.isInVerified) - Number(a.isInVerified))
  if (!isWhole) {
    const isLoading =
      isLoadingLp || ledgers.some(({ read, error }) => read === undefined && error === undefined)
    return <p className="min-h-6 text-muted">{isLoading ? content.loadingAll : content.notAll}</p>
  }
  return shown.map(([key, { token, isInVerified, profit }]) => (
    <p key={key} className="min-h-6">
      <span className="text-muted">{isInVerified ? content.line : content.lineUnverified}</span>{' '}
      <Gain profit={profit} token={token} />{' '}
      <span className="text-muted">
        {content.onPutIn(<Amount value={profit.everPutIn} token={token} />)}
      </span>
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
