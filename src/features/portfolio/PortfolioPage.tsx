import { type ReactNode, useMemo } from 'react'
import { Link } from 'react-router'
import type { Address } from 'viem'
import { useAccount } from 'wagmi'
import { computeEach } from '../../analytics/computeEach'
import { holdingOf, isEmptyHolding } from '../../analytics/holding'
import { currentBrand } from '../../brand/currentBrand'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useAccountLink } from '../../data/useAccountLink'
import { useNamesakes } from '../../data/useNamesakes'
import { useStakes } from '../../data/useStakes'
import { useWatchedAccount } from '../../data/useWatchedAccount'
import { formatAddress, formatNameAt } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { DataUnavailable } from '../../ui/DataUnavailable'
import { Notice } from '../../ui/Notice'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { Skeleton } from '../../ui/Skeleton'
import { ClaimAll } from './ClaimAll'
import { portfolioContent } from './content'
import { HoldingCard } from './HoldingCard'
import type { PoolHolding } from './poolHolding'
import { StakesCard } from './StakesCard'
import { TotalLine } from './TotalLine'
import { Totals } from './Totals'
import { WatchForm } from './WatchForm'

const content = portfolioContent
const LINK = 'text-muted underline underline-offset-4 hover:text-ink max-sm:py-2'

/**
 * Everything an account owns, added up: wallet, escrow and queue, per pool and per settlement token. Its first line says how much
 * that is, its second what can be claimed.
 *
 * @param children Pending commits, executed orders and approvals, over all pools
 * @param transactions Those that are not finished, and the last results
 * @param profit What the account has made in these pools
 * @param actions What can be done with a pool's escrow
 */
export function PortfolioPage({
  children,
  transactions,
  profit,
  actions,
}: {
  children: ReactNode
  transactions: ReactNode
  profit: (pools: readonly PoolAtBlock[]) => ReactNode
  actions: (pool: PoolAtBlock) => ReactNode
}) {
  const { requested, watched } = useWatchedAccount()
  const linkTo = useAccountLink()
  const isBad = requested !== undefined && watched === undefined
  return (
    <div className="space-y-5">
      <title>{`${content.title} · ${currentBrand.name}`}</title>
      <header className="flex flex-wrap items-center justify-between gap-x-5 gap-y-3">
        <h1 className="text-xl font-semibold">{content.title}</h1>
        <p className="mr-auto flex flex-wrap gap-x-5">
          <Link to={linkTo('/portfolio/history')} className={LINK}>
            {content.history}
          </Link>
          <Link to="/transactions" className={LINK}>
            {content.transactions}
          </Link>
        </p>
        {currentBrand.features.watchForm && <WatchForm key={requested} shown={requested} />}
      </header>
      {isBad ? (
        <Notice tone="error">{content.watch.invalid(requested.slice(0, 60))}</Notice>
      ) : (
        <Owned watched={watched} transactions={transactions} profit={profit} actions={actions}>
          {children}
        </Owned>
      )}
    </div>
  )
}

function Owned({
  watched,
  transactions,
  profit,
  actions,
  children,
}: {
  watched: Address | undefined
  transactions: ReactNode
  profit: (pools: readonly PoolAtBlock[]) => ReactNode
  actions: (pool: PoolAtBlock) => ReactNode
  children: ReactNode
}) {
  const live = useSnapshot()
  const { snapshot, account, isWatched, failures, failureReason, unreadablePools } = live
  const { status } = useAccount()
  const { holdings, failed } = useHoldings()
  const { stakes, unread: unreadFarms, trouble: stakesTrouble } = useStakes()
  const stakeValues = useMemo(() => stakes.flatMap(({ value }) => value ?? []), [stakes])
  const namesakes = useNamesakes()
  const isSwitching = watched !== undefined && account !== watched
  if (account === undefined && !isSwitching && status !== 'reconnecting' && status !== 'connecting')
    return (
      <Card title={content.noAccount.title}>
        <p>{content.noAccount.text}</p>
      </Card>
    )
  if (snapshot === undefined || isSwitching || snapshot.account !== account)
    return failures > 1 ? (
      <DataUnavailable reason={failureReason} />
    ) : (
      <Card title={content.totals.title}>
        <div aria-busy="true" className="grid h-40 content-start gap-4">
          <Skeleton width="100%" />
          <Skeleton width="60%" />
        </div>
      </Card>
    )
  const unread = snapshot.pools.filter((pool) => pool.account === undefined)
  const hasMoney =
    holdings.length > 0 ||
    stakeValues.length > 0 ||
    snapshot.pools.some(({ account }) => (account?.settlementBalance ?? 0n) > 0n)
  const missing = snapshot.failedPools.length + unreadablePools.length + unread.length + failed
  return (
    <>
      <SectionBoundary what={content.totals.section}>
        <TotalLine holdings={holdings} stakes={stakeValues} />
      </SectionBoundary>
      {holdings.length > 0 && !isWatched && (
        <SectionBoundary what={content.claim.section}>
          <ClaimAll holdings={holdings} />
        </SectionBoundary>
      )}
      {isWatched && account !== undefined && (
        <Notice standing>{content.watch.watching(formatAddress(account))}</Notice>
      )}
      {missing > 0 && (
        <Notice tone="warn" standing>
          {content.missing.markets(missing)}
        </Notice>
      )}
      {live.holdingsFailure !== null && (
        <Notice tone="warn" standing>
          {content.missing.unlisted}
          <span className="mt-1 block text-xs text-muted">
            {live.holdingsFailure.message.split('\n')[0]}
          </span>
        </Notice>
      )}
      {live.otherHeld > 0 && (
        <Notice standing>
          <p className="mb-2">{content.more.text(live.otherHeld.toLocaleString('en'))}</p>
          <Button onClick={live.showMoreHeld}>{content.more.show}</Button>
        </Notice>
      )}
      {unreadFarms.length > 0 && (
        <Notice tone="warn" standing>
          {content.stakes.unread(unreadFarms.length)}
        </Notice>
      )}
      {stakesTrouble !== null && stakes.length === 0 && (
        <Notice tone="warn" standing>
          {content.stakes.trouble}
        </Notice>
      )}
      {holdings.length === 0 && stakes.length === 0 && (
        <p className="text-muted">
          {content.empty.text(missing > 0)}{' '}
          <Link to="/" className="text-ink underline underline-offset-4">
            {content.empty.browse}
          </Link>
        </p>
      )}
      {!isWatched && transactions}
      {hasMoney && (
        <SectionBoundary what={content.totals.section}>
          <Totals holdings={holdings} stakes={stakeValues} />
          {profit(holdings.map(({ pool }) => pool))}
        </SectionBoundary>
      )}
      <SectionBoundary what={content.stakes.section}>
        <StakesCard stakes={stakes} />
      </SectionBoundary>
      {holdings.length > 0 && (
        <div className="grid items-start gap-5 lg:grid-cols-2">
          {holdings.map(({ pool, holding }) => {
            const { address, name: ownName } = pool.facts
            const name = formatNameAt(ownName, namesakes.has(address) ? address : undefined)
            return (
              <SectionBoundary key={address} what={name}>
                <HoldingCard pool={pool} name={name} holding={holding}>
                  {actions(pool)}
                </HoldingCard>
              </SectionBoundary>
            )
          })}
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-2">{children}</div>
    </>
  )
}

interface Holdings {
  readonly holdings: readonly PoolHolding[]
  /** How many markets have figures that holdings can’t be computed from. */
  readonly failed: number
}

function useHoldings(): Holdings {
  const { snapshot } = useSnapshot()
  return useMemo(() => {
    const pools = (snapshot?.pools ?? []).filter(({ account }) => account !== undefined)
    const computed = computeEach(pools, (pool) => ({
      pool,
      holding: pool.account && holdingOf(pool.snapshot, pool.account),
    }))
    return {
      holdings: computed.flatMap(({ pool, holding }) =>
        holding === undefined || isEmptyHolding(holding) ? [] : { pool, holding },
      ),
      failed: pools.length - computed.length,
    }
  }, [snapshot])
}
