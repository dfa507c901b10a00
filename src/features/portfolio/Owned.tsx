import { type ReactNode, useMemo } from 'react'
import { Link } from 'react-router'
import type { Address } from 'viem'
import { useAccount } from 'wagmi'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import type { StakeValue } from '../../data/stakedToken'
import { useNamesakes } from '../../data/useNamesakes'
import { useReadyWallet } from '../../data/useReadyWallet'
import { useStakes } from '../../data/useStakes'
import { formatNameAt } from '../../format/formatAddress'
import { Card } from '../../ui/Card'
import { CardSkeleton } from '../../ui/CardSkeleton'
import { ConnectFirst } from '../../ui/ConnectFirst'
import { DataUnavailable } from '../../ui/DataUnavailable'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { UnreadMarkets } from '../../ui/UnreadMarkets'
import { ClaimAll } from './ClaimAll'
import { portfolioContent as content } from './content'
import { HoldingCard } from './HoldingCard'
import { isClaimable } from './isClaimable'
import { MissingNotices } from './MissingNotices'
import { StakesCard } from './StakesCard'
import { Totals } from './Totals'
import { UnknownLp } from './UnknownLp'
import { useHoldings } from './useHoldings'

/** What an account owns, once its part of the snapshot is there. */
export function Owned({
  watched,
  transactions,
  profit,
  poolProfit,
  actions,
  hint,
  children,
}: {
  watched: Address | undefined
  transactions: ReactNode
  profit: (held: readonly PoolAtBlock[]) => ReactNode
  poolProfit: (pool: PoolAtBlock) => ReactNode
  actions: (pool: PoolAtBlock, isOneOfMany: boolean) => ReactNode
  hint: ReactNode
  children: ReactNode
}) {
  const { snapshot, account, isWatched, failures, failureReason, unreadPools } = useSnapshot()
  const { status } = useAccount()
  const wallet = useReadyWallet()
  const live = useStakes()
  const { stakes, liquidity } = live
  const { holdings, failed } = useHoldings(live)
  const outside = useMemo(() => {
    const values = (all: readonly { readonly value: StakeValue | undefined }[]) =>
      all.flatMap(({ value }) => value ?? [])
    return { staked: values(stakes), liquidity: values(liquidity) }
  }, [stakes, liquidity])
  const namesakes = useNamesakes()
  const isSwitching = watched !== undefined && account !== watched
  if (account === undefined && !isSwitching && status !== 'reconnecting' && status !== 'connecting')
    return (
      <Card title={content.noAccount.title}>
        <ConnectFirst text={content.noAccount.text} wallet={wallet} />
      </Card>
    )
  // A sum without stakes would be wrong for a moment; where they cannot be read, it is shown and says what it lacks.
  const isReading = !live.isKnown && live.trouble === null
  if (snapshot === undefined || isSwitching || snapshot.account !== account || isReading)
    return (
      <>
        {failures > 1 && <DataUnavailable reason={failureReason} />}
        <CardSkeleton title={content.totals.title} />
      </>
    )
  const hasMoney =
    holdings.length > 0 ||
    outside.staked.length + outside.liquidity.length > 0 ||
    snapshot.pools.some(({ account }) => (account?.settlementBalance ?? 0n) > 0n)
  const isOneOfMany = holdings.filter(isClaimable).length > 1
  const missing = [
    ...unreadPools,
    ...failed.map((pool) => ({ address: pool.facts.address, isUnverified: !isVerified(pool) })),
  ]
  return (
    <>
      <SectionBoundary what={content.totals.section}>
        {hasMoney && (
          <Totals
            holdings={holdings}
            outside={outside}
            profit={profit(holdings.map(({ pool }) => pool))}
          />
        )}
      </SectionBoundary>
      {holdings.length > 0 && !isWatched && (
        <SectionBoundary what={content.claim.section}>
          <ClaimAll holdings={holdings} />
        </SectionBoundary>
      )}
      <MissingNotices missing={missing} stakes={live} />
      {holdings.length + stakes.length + liquidity.length === 0 && (
        <>
          {!isWatched && hint}
          <Card title={content.empty.title}>
            <p className="mb-3 max-w-prose">{content.empty.text(missing.length > 0)}</p>
            <Link to="/" className="text-accent underline underline-offset-4">
              {content.empty.browse}
            </Link>
          </Card>
        </>
      )}
      {!isWatched && transactions}
      <SectionBoundary what={content.stakes.section}>
        <StakesCard stakes={stakes} />
        <UnknownLp liquidity={liquidity} />
      </SectionBoundary>
      {holdings.length > 0 && (
        <div className="grid items-start gap-5 lg:grid-cols-2">
          {holdings.map((held) => {
            const { pool } = held
            const { address, name: ownName } = pool.facts
            const name = formatNameAt(ownName, namesakes.has(address) ? address : undefined)
            return (
              <SectionBoundary key={address} what={name}>
                <HoldingCard name={name} held={held} profit={poolProfit(pool)}>
                  {actions(pool, isOneOfMany)}
                </HoldingCard>
              </SectionBoundary>
            )
          })}
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-2">{children}</div>
      <UnreadMarkets pools={missing} text={content.missing.markets} unverified />
    </>
  )
}
