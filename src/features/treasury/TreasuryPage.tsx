import { type ReactNode, useMemo } from 'react'
import type { Address } from 'viem'
import { currentBrand } from '../../brand/currentBrand'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { usePaidFees } from '../../data/usePaidFees'
import { AddressLink } from '../../ui/AddressLink'
import { NoAnswer } from '../../ui/NoAnswer'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { ClaimFees } from './ClaimFees'
import { FeePools } from './FeePools'
import { FeeTotals } from './FeeTotals'
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
  if (snapshot === undefined)
    return failures > 1 ? (
      <NoAnswer reason={failureReason} />
    ) : (
      <div aria-busy="true" className="h-60 space-y-4">
        <Skeleton width="100%" />
        <Skeleton width="60%" />
      </div>
    )
  const counted = rows.filter((row) => isCounted(row, treasury))
  const missing = snapshot.failedPools.length + unreadablePools.length
  return (
    <>
      {missing > 0 && (
        <Notice tone="warn" standing>
          {missing === 1 ? 'One market' : `${missing} markets`} could not be read and{' '}
          {missing === 1 ? 'is' : 'are'} missing below.
        </Notice>
      )}
      {treasury !== undefined && counted.length === 0 && (
        <Notice standing>
          No pool pays the treasury: each has another secondary fee address, listed below.
        </Notice>
      )}
      {counted.length > 0 && (
        <FeeTotals
          title={treasury === undefined ? 'In total, whoever it goes to' : 'For the treasury'}
          totals={toFeeTotals(counted, fees?.byPool)}
          block={snapshot.block.number}
          paidToBlock={fees?.toBlock}
          isFailing={trouble !== null}
        />
      )}
      <ClaimFees rows={counted} />
      {transactions}
      <FeePools rows={rows} hasTreasury={treasury !== undefined} fees={fees} />
    </>
  )
}

/** An edition without a treasury adds up what goes to anybody. */
function isCounted({ whose }: FeeRow, treasury: Address | undefined): boolean {
  return treasury === undefined ? whose !== 'nobody' : whose === 'treasury'
}
