import { type ReactNode, useMemo } from 'react'
import type { Address } from 'viem'
import { currentBrand } from '../../brand/currentBrand'
import type { PaidFees } from '../../chain/fees/getPaidFees'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { usePaidFees } from '../../data/usePaidFees'
import { formatNames } from '../../format/formatNames'
import { AddressLink } from '../../ui/AddressLink'
import { NoAnswer } from '../../ui/NoAnswer'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { ClaimFees } from './ClaimFees'
import { FeePools } from './FeePools'
import { type FeeSums, FeeTotals } from './FeeTotals'
import { type FeeRow, toFeeRow, toFeeTotals } from './feeRows'

/**
 * The secondary part of the management fees: whom it goes to in each pool, and what can be claimed for them by anybody.
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
  const name = treasury === undefined ? 'Fees' : 'Treasury'
  return (
    <div className="space-y-5">
      <title>{`${name} · ${currentBrand.name}`}</title>
      <header>
        <h1 className="text-xl font-semibold">{name}</h1>
        <p className="mt-1 max-w-prose text-muted">
          At every rebalance a pool takes its management fee from both sides. A part of it is kept
          for the pool’s secondary fee address: that of whoever deployed the pool, or of whom they
          have named since. Nobody else can change it, and anybody may have the part paid to it.
        </p>
        {treasury !== undefined && (
          <p className="mt-2">
            The treasury:{' '}
            <AddressLink address={treasury} explorerUrl={explorerUrl} label="the treasury" />
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
  const { snapshot, failures, failureReason, unreadablePools } = useSnapshot()
  const { fees, trouble } = usePaidFees()
  const rows = useMemo(
    () => snapshot?.pools.map((pool) => toFeeRow(pool, treasury)) ?? [],
    [snapshot, treasury],
  )
  const names = useMemo(() => formatNames(rows.map(({ facts }) => facts)), [rows])
  if (snapshot === undefined)
    return failures > 1 ? (
      <NoAnswer reason={failureReason} />
    ) : (
      <div aria-busy="true" className="h-60 space-y-4">
        <Skeleton width="100%" />
        <Skeleton width="60%" />
      </div>
    )
  const missing = snapshot.failedPools.length + unreadablePools.length
  return (
    <>
      {missing > 0 && (
        <Notice tone="warn" standing>
          {missing === 1 ? 'One market' : `${missing} markets`} could not be read and{' '}
          {missing === 1 ? 'is' : 'are'} missing below.
        </Notice>
      )}
      {treasury !== undefined && rows.every(({ whose }) => whose !== 'treasury') && (
        <Notice standing>
          No pool pays the treasury now: each has another secondary fee address, listed below.
        </Notice>
      )}
      {rows.length > 0 && (
        <FeeTotals
          sums={feeSums(rows, treasury, fees)}
          block={snapshot.block.number}
          fees={fees}
          isFailing={trouble !== null}
        />
      )}
      {/* All that is claimed in one go is for the treasury; an edition without one has nobody to prefer. */}
      <ClaimFees
        rows={rows.filter(({ whose }) => treasury === undefined || whose === 'treasury')}
        names={names}
      />
      {transactions}
      <FeePools rows={rows} names={names} treasury={treasury} fees={fees} />
    </>
  )
}

/** What the treasury gets and got, where there is one, and what anybody does and did. */
function feeSums(
  rows: readonly FeeRow[],
  treasury: Address | undefined,
  fees: PaidFees | undefined,
): readonly FeeSums[] {
  const all = {
    title: 'In all pools, whoever it goes to',
    totals: toFeeTotals(rows, fees?.byPool),
  }
  if (treasury === undefined) return [all]
  return [{ title: 'For the treasury', totals: toFeeTotals(rows, fees?.byPool, treasury) }, all]
}
