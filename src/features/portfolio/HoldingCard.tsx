import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Holding } from '../../analytics/holding'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import { useDollars } from '../../data/useDollars'
import type { Balance } from '../../protocol/snapshot'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { StatusBadge } from '../../ui/StatusBadge'

/** What the account has in one pool: in the wallet, in escrow, in the queue, and what the queue becomes. */
export function HoldingCard({
  pool,
  name,
  holding,
  children,
}: {
  pool: PoolAtBlock
  /** What the market is called, as it is shown. */
  name: string
  holding: Holding
  children: ReactNode
}) {
  const { facts } = pool
  const { wallet, escrow, queued, projected, worth } = holding
  const money = facts.settlementToken
  const dollars = useDollars()(worth.total, money)
  const hasQueue = Object.values(queued).some((value) => value > 0n)
  const amounts = (balance: Balance) => {
    const parts = [
      { token: { ...facts.longToken, symbol: 'long' }, value: balance.longTokens },
      { token: { ...facts.shortToken, symbol: 'short' }, value: balance.shortTokens },
      { token: money, value: balance.settlementTokens },
    ].filter(({ value }) => value > 0n)
    if (parts.length === 0) return <span className="text-muted">nothing</span>
    return (
      <span className="flex flex-wrap justify-end gap-x-3">
        {parts.map(({ token, value }) => (
          <Amount key={token.symbol} value={value} token={token} />
        ))}
      </span>
    )
  }
  return (
    <Card
      title={name}
      aside={
        <span className="flex shrink-0 items-baseline gap-3">
          {!isVerified(pool) && <StatusBadge tone="bad">Unverified</StatusBadge>}
          <Link
            to={`/pool/${facts.address}`}
            className="text-muted underline underline-offset-4 hover:text-ink"
          >
            Trade
          </Link>
        </span>
      }
    >
      <Facts>
        <Fact name="In the wallet">{amounts({ ...wallet, settlementTokens: 0n })}</Fact>
        <Fact name="In escrow" hint="Executed, and not yet claimed">
          {amounts(escrow)}
        </Fact>
        <Fact name="In the queue" hint="Mints after their fee; tokens of burns and flips">
          {amounts(queued)}
        </Fact>
        {hasQueue && (
          <Fact
            name="The queue becomes"
            hint="When the index stays where it is; keepers’ rewards estimated"
          >
            {projected === undefined ? (
              <span className="text-muted">no projection</span>
            ) : (
              amounts(projected)
            )}
          </Fact>
        )}
        <Fact
          name="Worth now"
          hint="What the pool’s balances give each token at this block, burning fees not taken off"
        >
          <Dollars wad={dollars} /> <Amount value={worth.total} token={money} />
        </Fact>
      </Facts>
      {children}
    </Card>
  )
}
