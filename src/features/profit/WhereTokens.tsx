import { Link } from 'react-router'
import type { Side } from '../../analytics/poolFigures'
import type { PoolLedger } from '../../analytics/profit/ledgerState'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useAccountLink } from '../../data/useAccountLink'
import { WAD_DECIMALS } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Fact, Facts } from '../../ui/Facts'
import { profitContent } from './content'
import { tokensByPlace } from './tokensByPlace'

const content = profitContent.where
const LP = { symbol: 'LP', decimals: WAD_DECIMALS }

/** How much of the tokens is where; nothing for an account with all of them in wallet and escrow. */
export function WhereTokens({ pool, ledger }: { pool: PoolAtBlock; ledger: PoolLedger }) {
  const link = useAccountLink()
  const { free, staked, queued, lp, lpStaked } = tokensByPlace(ledger)
  if (staked.long + staked.short + lp + lpStaked === 0n) return null
  const { decimals } = pool.facts.longToken
  const sides = (amounts: Readonly<Record<Side, bigint>>) =>
    (['long', 'short'] as const)
      .filter((side) => amounts[side] > 0n)
      .map((side) => <Amount key={side} value={amounts[side]} token={{ symbol: side, decimals }} />)
  const rows = [
    { name: content.free, amounts: sides(free) },
    { name: content.staked, hint: content.stakedHint, amounts: sides(staked) },
    { name: content.queued, amounts: sides(queued) },
    { name: content.lp, amounts: lp > 0n ? [<Amount key="lp" value={lp} token={LP} />] : [] },
    {
      name: content.lpStaked,
      hint: content.stakedHint,
      amounts: lpStaked > 0n ? [<Amount key="lp" value={lpStaked} token={LP} />] : [],
    },
  ].filter(({ amounts }) => amounts.length > 0)
  return (
    <section aria-label={content.title} className="mt-4">
      <h3 className="font-medium">{content.title}</h3>
      <Facts>
        {rows.map(({ name, hint, amounts }) => (
          <Fact key={name} name={name} hint={hint}>
            <span className="flex flex-wrap justify-end gap-x-3">{amounts}</span>
          </Fact>
        ))}
      </Facts>
      {staked.long + staked.short + lpStaked > 0n && (
        <Link to={link('/stake')} className="inline-block min-h-8 py-1 underline">
          {content.toStake}
        </Link>
      )}
    </section>
  )
}
