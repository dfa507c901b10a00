import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Hex } from 'viem'
import { currentBrand } from '../../brand/currentBrand'
import type { Secondary } from '../../chain/secondary/getSecondary'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useAccountLink } from '../../data/useAccountLink'
import { useWatchedAccount } from '../../data/useWatchedAccount'
import { formatAddress } from '../../format/formatAddress'
import { Card } from '../../ui/Card'
import { CardSkeleton } from '../../ui/CardSkeleton'
import { DataUnavailable } from '../../ui/DataUnavailable'
import { Notice } from '../../ui/Notice'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { liquidityContent as content } from './content'
import { Divergence } from './Divergence'
import { LiquidityForm } from './LiquidityForm'
import { type LiquidityPool, toLiquidityPool } from './liquidityPool'
import { OwnShare } from './OwnShare'
import { PoolContents } from './PoolContents'
import { SwapFees } from './SwapFees'
import { stakedLp } from './stakedLp'
import { useLiquidityTarget } from './useLiquidityTarget'

const LINK = 'underline underline-offset-4 hover:text-ink'

/**
 * One pool on Balancer: what is in it, the account's share, adding and removing, swap fees, and what divergence does to it.
 *
 * @param link As in the URL: a market's address, or a Balancer pool's address or id
 * @param transactions Those of a pool's liquidity that are on their way
 */
export function LiquidityPage({
  link,
  transactions,
}: {
  link: string
  transactions: (poolId: Hex) => ReactNode
}) {
  const { requested, watched } = useWatchedAccount()
  const sought = useLiquidityTarget(link)
  if (requested !== undefined && watched === undefined)
    return (
      <Frame>
        <Notice tone="error">{content.watch.invalid(requested.slice(0, 60))}</Notice>
      </Frame>
    )
  switch (sought.state) {
    case 'noBalancer':
    case 'malformed':
      return <Missing reason={sought.state} />
    case 'loading':
    case 'failed':
      return (
        <Frame>
          {sought.state === 'failed' && <DataUnavailable reason={sought.reason} />}
          <CardSkeleton title={content.contents.title} />
        </Frame>
      )
    case 'known': {
      const { target, secondary, trouble, unread } = sought
      if (target.kind !== 'found') return <Missing reason={target.kind} unread={unread} />
      const { lp, market, others } = target
      return (
        <Found
          pool={toLiquidityPool(lp, market, secondary.block.number)}
          others={others.map(({ address }) => address)}
          farms={secondary.farms}
          trouble={trouble}
          transactions={transactions(lp.id)}
        />
      )
    }
  }
}

function Frame({ title = content.title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="space-y-5">
      <title>{`${title} · ${currentBrand.name}`}</title>
      <h1 className="text-xl font-semibold wrap-anywhere">{title}</h1>
      {children}
    </div>
  )
}

function Missing({
  reason,
  unread = 0,
}: {
  reason: 'noBalancer' | 'malformed' | 'none' | 'unread' | 'unknown'
  unread?: number
}) {
  const { title, text } = content.missing[reason]
  return (
    <Frame>
      <Card title={title}>
        <p className="max-w-prose">{text}</p>
        {reason !== 'unread' && unread > 0 && (
          <p className="mt-2 max-w-prose text-warn">{content.missing.someUnread(unread)}</p>
        )}
        <p className="mt-3">
          <Link to="/" className={LINK}>
            {content.allMarkets}
          </Link>
        </p>
      </Card>
    </Frame>
  )
}

function Found({
  pool,
  others,
  farms,
  trouble,
  transactions,
}: {
  pool: LiquidityPool
  others: readonly string[]
  farms: Secondary['farms']
  trouble: Error | null
  transactions: ReactNode
}) {
  const { account, isWatched } = useSnapshot()
  const linkTo = useAccountLink()
  const { lp, market, name } = pool
  const { sections } = content
  return (
    <Frame title={content.heading(name)}>
      <p className="max-w-prose text-muted">{content.intro}</p>
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-muted">
        {market !== undefined && (
          <Link to={linkTo(`/pool/${market.facts.address}`)} className={LINK}>
            {content.market}
          </Link>
        )}
        {others.length > 0 && (
          <span>
            {content.others}{' '}
            {others.map((address) => (
              <Link key={address} to={linkTo(`/liquidity/${address}`)} className={LINK}>
                {formatAddress(address)}
              </Link>
            ))}
          </span>
        )}
      </p>
      {isWatched && account !== undefined && (
        <Notice standing>{content.watch.watching(formatAddress(account))}</Notice>
      )}
      {trouble !== null && (
        <Notice tone="warn" standing>
          {content.trouble}
          <span className="mt-1 block text-xs text-muted">{trouble.message.split('\n')[0]}</span>
        </Notice>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        {/* First on a phone and for the keyboard: what is one's own, and what can be done. */}
        <div className="min-w-0 space-y-5 lg:order-2">
          {!isWatched && transactions}
          <SectionBoundary what={sections.share}>
            <OwnShare pool={pool} farms={farms} />
          </SectionBoundary>
          <SectionBoundary what={sections.form}>
            <LiquidityForm key={lp.id} pool={pool} staked={stakedLp(lp, farms)} />
          </SectionBoundary>
        </div>
        <div className="min-w-0 space-y-5">
          <SectionBoundary what={sections.contents}>
            <PoolContents pool={pool} />
          </SectionBoundary>
          <SectionBoundary what={sections.fees}>
            <SwapFees key={`${lp.id}-${account}`} pool={pool} farms={farms} />
          </SectionBoundary>
          <SectionBoundary what={sections.divergence}>
            <Divergence pool={pool} />
          </SectionBoundary>
        </div>
      </div>
    </Frame>
  )
}
