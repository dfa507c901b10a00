import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { isVerified } from '../../chain/poolAtBlock'
import { useAccountLink } from '../../data/useAccountLink'
import { useDollars } from '../../data/useDollars'
import type { Balance } from '../../protocol/snapshot'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { StatusBadge } from '../../ui/StatusBadge'
import { portfolioContent } from './content'
import { OutsideFacts } from './OutsideFacts'
import type { PoolHolding } from './poolHolding'

const { holding: content } = portfolioContent
const LINK = 'text-muted underline underline-offset-4 hover:text-ink'

/**
 * What the account has of one pool: in the wallet, in escrow, in the queue, what the queue is projected to give, and what lies in
 * farms and in Balancer's pools.
 */
export function HoldingCard({
  name,
  held: { pool, holding, outside },
  profit,
  children,
}: {
  /** What the market is called, as it is shown. */
  name: string
  held: PoolHolding
  /** What was made in it: a row of the facts. */
  profit: ReactNode
  children: ReactNode
}) {
  const { facts } = pool
  const { wallet, escrow, queued, projected, worth } = holding
  const money = facts.settlementToken
  const linkTo = useAccountLink()
  const total = worth.total + (outside?.worth ?? 0n)
  const dollars = useDollars()(total, money)
  // The way out leads to the side that the wallet holds, the long one where it holds both.
  const side = wallet.longTokens > 0n ? 'long' : wallet.shortTokens > 0n ? 'short' : undefined
  const hasQueue = isHeld(queued)
  const amounts = (balance: Balance) => {
    const parts = [
      { token: { ...facts.longToken, symbol: 'long' }, value: balance.longTokens },
      { token: { ...facts.shortToken, symbol: 'short' }, value: balance.shortTokens },
      { token: money, value: balance.settlementTokens },
    ].filter(({ value }) => value > 0n)
    if (parts.length === 0) return <span className="text-muted">{content.nothing}</span>
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
          {!isVerified(pool) && <StatusBadge tone="bad">{content.unverified}</StatusBadge>}
          {side !== undefined && (
            <Link
              to={linkTo(`/pool/${facts.address}?action=burn&side=${side}`)}
              aria-label={content.burnIn(name)}
              className={LINK}
            >
              {content.burn}
            </Link>
          )}
          <Link
            to={linkTo(`/pool/${facts.address}`)}
            aria-label={content.tradeIn(name)}
            className={LINK}
          >
            {content.trade}
          </Link>
        </span>
      }
    >
      <Facts>
        {isHeld(wallet) && (
          <Fact name={content.wallet}>{amounts({ ...wallet, settlementTokens: 0n })}</Fact>
        )}
        {isHeld(escrow) && (
          <Fact name={content.escrow} hint={content.escrowHint}>
            {amounts(escrow)}
          </Fact>
        )}
        {hasQueue && (
          <Fact name={content.queue} hint={content.queueHint}>
            {amounts(queued)}
          </Fact>
        )}
        {hasQueue && (
          <Fact name={content.projected} hint={content.projectedHint}>
            {projected === undefined ? (
              <span className="text-muted">{content.noProjection}</span>
            ) : (
              amounts(projected)
            )}
          </Fact>
        )}
        {outside !== undefined && <OutsideFacts outside={outside} />}
        <Fact
          name={content.value}
          hint={outside === undefined ? content.valueHint : content.outsideHint}
        >
          <Amount value={total} token={money} /> <Dollars wad={dollars} />
        </Fact>
        {profit}
      </Facts>
      {children}
    </Card>
  )
}

function isHeld(amounts: Partial<Balance>): boolean {
  return Object.values(amounts).some((value) => value > 0n)
}
