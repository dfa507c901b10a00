import { Amount } from '../../ui/Amount'
import type { LiquidityPool } from './liquidityPool'

/** Amounts of the pool's tokens, one below the other, as the page lists them; tokens of which there is nothing are left out. */
export function PoolAmounts({
  pool: { tokens, order },
  amounts,
}: {
  pool: LiquidityPool
  /** Base units, in the Vault's order. */
  amounts: readonly bigint[]
}) {
  return order.map((index) => {
    const [token, amount = 0n] = [tokens[index], amounts[index]]
    return (
      token &&
      amount > 0n && (
        <span key={token.address} className="block">
          <Amount value={amount} token={token} />
        </span>
      )
    )
  })
}
