import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Fact, Facts } from '../../ui/Facts'
import { exitContent as content } from './content'

/** What there is to take out. */
export function HeldTokens({
  pool: { facts, snapshot },
  account,
}: {
  pool: PoolAtBlock
  account: PoolAccount
}) {
  const { longBalance, shortBalance, escrow, user } = account
  const amounts = (long: bigint, short: bigint, money: bigint) => {
    const rows = [
      { value: long, token: { ...facts.longToken, symbol: 'long' } },
      { value: short, token: { ...facts.shortToken, symbol: 'short' } },
      { value: money, token: facts.settlementToken },
    ].filter(({ value }) => value > 0n)
    if (rows.length === 0) return <span className="text-muted">{content.held.nothing}</span>
    return (
      <span className="flex flex-wrap justify-end gap-x-3">
        {rows.map(({ value, token }) => (
          <Amount key={token.symbol} value={value} token={token} />
        ))}
      </span>
    )
  }
  // Executed intervals whose result nothing has aggregated yet are in escrow.
  const queued = user.unAggregatedCommitments.filter((id) => id >= snapshot.updateIntervalId).length
  return (
    <Card title={content.held.title}>
      <Facts>
        <Fact name={content.held.wallet}>{amounts(longBalance, shortBalance, 0n)}</Fact>
        <Fact name={content.held.escrow}>
          {amounts(escrow.longTokens, escrow.shortTokens, escrow.settlementTokens)}
        </Fact>
        {queued > 0 && <Fact name={content.held.queued}>{content.held.queuedText(queued)}</Fact>}
      </Facts>
    </Card>
  )
}
