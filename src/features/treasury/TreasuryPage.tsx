import { type ReactNode, useMemo } from 'react'
import type { Address } from 'viem'
import { currentBrand } from '../../brand/currentBrand'
import type { PaidFees } from '../../chain/fees/getPaidFees'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { usePaidFees } from '../../data/usePaidFees'
import { formatNames } from '../../format/formatNames'
import { AddressLink } from '../../ui/AddressLink'
import { DataUnavailable } from '../../ui/DataUnavailable'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { UnreadMarkets } from '../../ui/UnreadMarkets'
import { ClaimFees } from './ClaimFees'
import { treasuryContent } from './content'
import { FeePools } from './FeePools'
import { type FeeSums, FeeTotals } from './FeeTotals'
import { type FeeRow, toFeeRow, toFeeTotals } from './feeRows'

/**
 * The secondary part of the management fees: whom it goes to in each pool, and what anyone can claim for them.
 *
 * @param transactions Claims that are on their way
 */
export function TreasuryPage({
  treasury,
  transactions,
}: {
  treasury: Address | undefined
  transactions: ReactNode
}) {
  const explorerUrl = useNetwork().chain.blockExplorers?.default.url
  return (
    <div className="space-y-5">
      <title>{`${treasuryContent.title} · ${currentBrand.name}`}</title>
      <header>
        <h1 className="text-xl font-semibold">{treasuryContent.title}</h1>
        <p className="mt-1 max-w-prose text-muted">{treasuryContent.intro}</p>
        {treasury !== undefined && (
          <p className="mt-2">
            {treasuryContent.treasury}{' '}
            <AddressLink
              address={treasury}
              explorerUrl={explorerUrl}
              label={treasuryContent.theTreasury}
            />
          </p>
        )}
      </header>
      <Fees treasury={treasury} transactions={transactions} />
    </div>
  )
}

function Fees({
  treasury,
  transactions,
}: {
  treasury: Address | undefined
  transactions: ReactNode
}) {
  const { snapshot, failures, failureReason, unreadPools } = useSnapshot()
  const { fees, trouble } = usePaidFees()
  const rows = useMemo(
    () => snapshot?.pools.map((pool) => toFeeRow(pool, treasury)) ?? [],
    [snapshot, treasury],
  )
  const names = useMemo(() => formatNames(rows.map(({ facts }) => facts)), [rows])
  if (snapshot === undefined)
    return (
      <>
        {failures > 1 && <DataUnavailable reason={failureReason} />}
        <div aria-busy="true" className="h-60 space-y-4">
          <Skeleton width="100%" />
          <Skeleton width="60%" />
        </div>
      </>
    )
  const verified = rows.filter(({ isVerified }) => isVerified)
  return (
    <>
      <UnreadMarkets pools={unreadPools} text={treasuryContent.missing} />
      {treasury !== undefined && rows.every(({ whose }) => whose !== 'treasury') && (
        <Notice standing>{treasuryContent.noneForTreasury}</Notice>
      )}
      {verified.length > 0 && (
        <FeeTotals
          sums={feeSums(rows, treasury, fees)}
          block={snapshot.block.number}
          fees={fees}
          isFailing={trouble !== null}
        />
      )}
      {/* “Pay out all” is for the treasury where there is one, and for all recipients where there is not. */}
      <ClaimFees
        rows={verified.filter(({ whose }) => treasury === undefined || whose === 'treasury')}
        names={names}
      />
      {transactions}
      <FeePools rows={rows} names={names} treasury={treasury} fees={fees} />
      <UnreadMarkets pools={unreadPools} text={treasuryContent.missing} unverified />
    </>
  )
}

/** The treasury’s sums, where there is one, and those of all recipients: of verified pools, as others’ tokens can be called anything. */
function feeSums(
  rows: readonly FeeRow[],
  treasury: Address | undefined,
  fees: PaidFees | undefined,
): readonly FeeSums[] {
  const verified = rows.filter(({ isVerified }) => isVerified)
  const { totals: content } = treasuryContent
  const all = {
    title: verified.length < rows.length ? content.allVerified : content.all,
    totals: toFeeTotals(verified, fees?.byPool),
  }
  if (treasury === undefined) return [all]
  return [
    {
      title: content.forTreasury,
      totals: toFeeTotals(verified, fees?.byPool, treasury),
    },
    all,
  ]
}
