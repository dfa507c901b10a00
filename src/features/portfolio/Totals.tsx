import type { Address } from 'viem'
import type { TokenFacts } from '../../chain/poolRegistry'
import { useSnapshot } from '../../data/SnapshotProvider'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Name } from '../../ui/Name'
import { ScrollArea } from '../../ui/ScrollArea'
import type { PoolHolding } from './PortfolioPage'

interface Total {
  readonly token: TokenFacts
  /** In the wallet, not in any pool. */
  readonly free: bigint
  readonly wallet: bigint
  readonly escrow: bigint
  readonly queued: bigint
}

const COLUMNS = ['Free in wallet', 'Pool tokens', 'In escrow', 'In queues', 'Together'] as const

/** What is owned in each settlement token: added up only where it is the same money. */
export function Totals({ holdings }: { holdings: readonly PoolHolding[] }) {
  const block = useSnapshot().snapshot?.block.number
  return (
    <Card title="In total">
      <ScrollArea label="Totals by settlement token">
        <table className="tabular w-full min-w-xl text-right">
          <thead className="text-xs text-muted">
            <tr className="border-b border-line">
              <th scope="col" className="py-1.5 pr-4 text-left font-normal">
                Counted in
              </th>
              {COLUMNS.map((name) => (
                <th key={name} scope="col" className="py-1.5 pl-4 font-normal">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals(holdings).map(({ token, ...parts }) => {
              const unit = { ...token, symbol: '' }
              const values = [parts.free, parts.wallet, parts.escrow, parts.queued]
              return (
                <tr key={token.address} className="border-b border-line last:border-0">
                  <th scope="row" className="py-2 pr-4 text-left font-medium">
                    <Name of={token.symbol} />
                  </th>
                  {[...values, values.reduce((a, b) => a + b)].map((value, index) => (
                    <td
                      key={COLUMNS[index]}
                      className={`pl-4 ${index === values.length ? 'font-semibold' : ''}`}
                    >
                      <Amount value={value} token={unit} />
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollArea>
      <p className="mt-3 text-xs text-muted">
        Pool tokens are counted at what the pools’ balances give them at block{' '}
        {block?.toString() ?? '—'}, burning fees not taken off. Different settlement tokens are not
        added to each other.
      </p>
    </Card>
  )
}

function totals(holdings: readonly PoolHolding[]): Total[] {
  const byToken = new Map<Address, Total>()
  for (const { pool, holding } of holdings) {
    const token = pool.facts.settlementToken
    const before = byToken.get(token.address)
    byToken.set(token.address, {
      token,
      // The same wallet, whichever pool it is read for.
      free: pool.account?.settlementBalance ?? 0n,
      wallet: (before?.wallet ?? 0n) + holding.worth.wallet,
      escrow: (before?.escrow ?? 0n) + holding.worth.escrow,
      queued: (before?.queued ?? 0n) + holding.worth.queued,
    })
  }
  return [...byToken.values()]
}
