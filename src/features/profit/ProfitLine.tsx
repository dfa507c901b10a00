import { useMemo } from 'react'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useLpWorth } from '../../data/useLpWorth'
import { usePoolLedger } from '../../data/usePoolLedger'
import { Fact } from '../../ui/Facts'
import { profitContent as content } from './content'
import { Gain } from './Gain'
import { hasLiquidity, profitOf } from './profitOf'

/** What the account has made in one pool, as a row of its facts; nothing until that is known. */
export function ProfitLine({ pool }: { pool: PoolAtBlock }) {
  const ledger = usePoolLedger(pool).read?.ledger
  const lpWorth = useLpWorth(ledger !== undefined && hasLiquidity(ledger))
  const profit = useMemo(
    () => ledger && profitOf(ledger, pool, (lp, tokens) => lpWorth(pool, lp, tokens)),
    [ledger, pool, lpWorth],
  )
  if (profit === undefined || profit.everPutIn === 0n) return null
  return (
    <Fact name={content.title}>
      <Gain profit={profit} token={pool.facts.settlementToken} />
    </Fact>
  )
}
