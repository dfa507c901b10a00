import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { PaidFees } from '../../chain/fees/getPaidFees'
import { useNetwork } from '../../data/NetworkContext'
import { formatName } from '../../format/formatAddress'
import { formatPercent } from '../../format/formatRatio'
import { AddressLink } from '../../ui/AddressLink'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Fact, Facts } from '../../ui/Facts'
import { Skeleton } from '../../ui/Skeleton'
import { ClaimFeeButton } from './ClaimFeeButton'
import type { FeeRow } from './feeRows'

/** Each pool's part by itself: how much, for whom, and the button that has it paid. */
export function FeePools({
  rows,
  hasTreasury,
  fees,
}: {
  rows: readonly FeeRow[]
  hasTreasury: boolean
  /** Undefined until they have come. */
  fees: PaidFees | undefined
}) {
  return (
    <div className="grid items-start gap-5 md:grid-cols-2 xl:grid-cols-3">
      {rows.map((row) => (
        <Card
          key={row.facts.address}
          title={formatName(row.facts.name)}
          aside={
            <Link
              to={`/pool/${row.facts.address}`}
              className="text-muted underline underline-offset-4 hover:text-ink"
            >
              Market
            </Link>
          }
        >
          <PoolFees row={row} hasTreasury={hasTreasury} fees={fees} />
        </Card>
      ))}
    </div>
  )
}

function PoolFees({
  row,
  hasTreasury,
  fees,
}: {
  row: FeeRow
  hasTreasury: boolean
  fees: PaidFees | undefined
}) {
  const { facts, claimable, next, sharePercent, yearlyFeeWad } = row
  const token = facts.settlementToken
  const paid = fees?.byPool?.get(facts.address)?.paid
  return (
    <>
      <Facts>
        <Fact name="Goes to">
          <Receiver row={row} hasTreasury={hasTreasury} />
        </Fact>
        <Fact
          name="Part of the fee"
          hint={`The management fee is ${formatPercent(yearlyFeeWad)} of the pool a year`}
        >
          {sharePercent.toString()} % of {formatPercent(yearlyFeeWad)} a year
        </Fact>
        <Fact name="Claimable now">
          <Amount value={claimable} token={token} />
        </Fact>
        <Fact
          name="Next rebalance adds"
          hint="A projection: the fee on what both sides hold now, whatever the price is then"
        >
          {next === undefined ? (
            <span className="text-muted">no projection</span>
          ) : (
            <Amount value={next} token={token} />
          )}
        </Fact>
        <Fact name="Claimed so far" hint="To whichever address it was then">
          {paid !== undefined ? (
            <Amount value={paid} token={token} />
          ) : fees === undefined ? (
            <Skeleton />
          ) : (
            <span className="text-muted">not shown</span>
          )}
        </Fact>
      </Facts>
      {row.whose !== 'nobody' && <ClaimFeeButton row={row} />}
    </>
  )
}

function Receiver({ row, hasTreasury }: { row: FeeRow; hasTreasury: boolean }): ReactNode {
  const explorerUrl = useNetwork().chain.blockExplorers?.default.url
  const { receiver, whose, facts } = row
  if (whose === 'nobody') return 'nobody; all of it to the primary address'
  if (whose === 'treasury') return <strong className="font-semibold">the treasury</strong>
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
      {hasTreasury && 'somebody else'}
      <AddressLink
        address={receiver}
        explorerUrl={explorerUrl}
        label={`${formatName(facts.name)}’s secondary fees`}
      />
    </span>
  )
}
