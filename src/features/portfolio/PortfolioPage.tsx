import { type ReactNode, useMemo } from 'react'
import { Link } from 'react-router'
import type { Address } from 'viem'
import { useAccount } from 'wagmi'
import { computeEach } from '../../analytics/computeEach'
import { holdingOf, isEmptyHolding } from '../../analytics/holding'
import { currentBrand } from '../../brand/currentBrand'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useNamesakes } from '../../data/useNamesakes'
import { useWatchedAccount } from '../../data/useWatchedAccount'
import { formatAddress, formatNameAt } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { NoAnswer } from '../../ui/NoAnswer'
import { Notice } from '../../ui/Notice'
import { PartBoundary } from '../../ui/PartBoundary'
import { Skeleton } from '../../ui/Skeleton'
import { ClaimAll } from './ClaimAll'
import { HoldingCard } from './HoldingCard'
import type { PoolHolding } from './poolHolding'
import { Totals } from './Totals'
import { WatchForm } from './WatchForm'

/**
 * Everything an account owns, added up: wallet, escrow and queue, per pool and per settlement token.
 *
 * @param children What is waiting and what has come, over all pools
 * @param transactions What is on its way
 * @param actions What can be done with a pool's escrow
 */
export function PortfolioPage({
  children,
  transactions,
  actions,
}: {
  children: ReactNode
  transactions: ReactNode
  actions: (pool: PoolAtBlock) => ReactNode
}) {
  const { asked, watched } = useWatchedAccount()
  const isBad = asked !== undefined && watched === undefined
  return (
    <div className="space-y-5">
      <title>{`Portfolio · ${currentBrand.name}`}</title>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <h1 className="text-xl font-semibold">Portfolio</h1>
        {currentBrand.features.watchForm && <WatchForm key={asked} shown={asked} />}
      </header>
      {isBad ? (
        <Notice tone="error">
          “{asked.slice(0, 60)}” is no address. One begins with 0x and has 40 hexadecimal digits
          after it.
        </Notice>
      ) : (
        <Owned watched={watched} transactions={transactions} actions={actions}>
          {children}
        </Owned>
      )}
    </div>
  )
}

function Owned({
  watched,
  transactions,
  actions,
  children,
}: {
  watched: Address | undefined
  transactions: ReactNode
  actions: (pool: PoolAtBlock) => ReactNode
  children: ReactNode
}) {
  const live = useSnapshot()
  const { snapshot, account, isWatched, failures, failureReason, unreadablePools } = live
  const { status } = useAccount()
  const { holdings, failed } = useHoldings()
  const namesakes = useNamesakes()
  const isSwitching = watched !== undefined && account !== watched
  if (account === undefined && !isSwitching && status !== 'reconnecting' && status !== 'connecting')
    return (
      <Card title="Nobody to look at">
        <p>
          Connect a wallet to see what you own here, or type any address above to watch it without
          one.
        </p>
      </Card>
    )
  if (snapshot === undefined || isSwitching || snapshot.account !== account)
    return failures > 1 ? (
      <NoAnswer reason={failureReason} />
    ) : (
      <Card title="In total">
        <div aria-busy="true" className="grid h-40 content-start gap-4">
          <Skeleton width="100%" />
          <Skeleton width="60%" />
        </div>
      </Card>
    )
  const unread = snapshot.pools.filter((pool) => pool.account === undefined)
  const missing = snapshot.failedPools.length + unreadablePools.length + unread.length + failed
  return (
    <>
      {isWatched && account !== undefined && (
        <Notice standing>
          You are watching {formatAddress(account)}. It can be read; nothing can be sent for it.
        </Notice>
      )}
      {missing > 0 && (
        <Notice tone="warn" standing>
          {missing === 1 ? 'One market' : `${missing} markets`} could not be read. What is held
          there is missing below.
        </Notice>
      )}
      {live.holdingsFailure !== null && (
        <Notice tone="warn" standing>
          The markets that are not listed could not be searched for this account. What is held there
          is missing below. The page tries again, with growing pauses.
          <span className="mt-1 block text-xs text-muted">
            {live.holdingsFailure.message.split('\n')[0]}
          </span>
        </Notice>
      )}
      {live.otherHeld > 0 && (
        <Notice standing>
          <p className="mb-2">
            This account has something in {live.otherHeld.toLocaleString('en')} more markets that
            are not listed here. Anyone can create a market and send its tokens to you.
          </p>
          <Button onClick={live.showMoreHeld}>Show more</Button>
        </Notice>
      )}
      <PartBoundary what="The totals">
        <Totals holdings={holdings} />
      </PartBoundary>
      {holdings.length === 0 ? (
        <Card title="Nothing here yet">
          <p>
            {missing > 0 && 'In the markets that could be read: '}
            {missing > 0 ? 'this' : 'This'} account holds no long or short tokens, has nothing in
            escrow and nothing in a queue.{' '}
            <Link to="/" className="underline underline-offset-4">
              Look at the markets
            </Link>
            .
          </p>
        </Card>
      ) : (
        !isWatched && (
          <PartBoundary what="Claiming from all markets">
            <ClaimAll holdings={holdings} />
          </PartBoundary>
        )
      )}
      {!isWatched && transactions}
      {holdings.length > 0 && (
        <div className="grid items-start gap-5 lg:grid-cols-2">
          {holdings.map(({ pool, holding }) => {
            const { address, name: ownName } = pool.facts
            const name = formatNameAt(ownName, namesakes.has(address) ? address : undefined)
            return (
              <PartBoundary key={address} what={name}>
                <HoldingCard pool={pool} name={name} holding={holding}>
                  {actions(pool)}
                </HoldingCard>
              </PartBoundary>
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
  /** Markets whose figures nothing can be computed from. */
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
