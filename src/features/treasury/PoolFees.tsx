import type { ReactNode } from 'react'
import type { Address } from 'viem'
import type { PaidFees } from '../../chain/fees/getPaidFees'
import { useNetwork } from '../../data/NetworkContext'
import { useDollars } from '../../data/useDollars'
import { formatPercent } from '../../format/formatRatio'
import { AddressLink } from '../../ui/AddressLink'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { Skeleton } from '../../ui/Skeleton'
import { type FeeRow, sumFees } from './feeRows'
import { PaidTo } from './PaidTo'

/** One pool's part: how much, for whom, and what it has paid to whom so far. */
export function PoolFees({
  row,
  name,
  treasury,
  fees,
}: {
  row: FeeRow
  /** The pool's, told apart from others of that name. */
  name: string
  treasury: Address | undefined
  /** Undefined until they have come. */
  fees: PaidFees | undefined
}) {
  const dollarsOf = useDollars()
  const { facts, claimable, next, sharePercent, yearlyFeeWad } = row
  const token = facts.settlementToken
  const soFar = fees?.byPool?.get(facts.address)
  const sum = sumFees(soFar)
  const money = (value: bigint) => (
    <>
      <Dollars wad={dollarsOf(value, token)} /> <Amount value={value} token={token} />
    </>
  )
  const past = (value: bigint | undefined): ReactNode => {
    if (value !== undefined) return money(value)
    return fees === undefined ? <Skeleton /> : <span className="text-muted">not shown</span>
  }
  return (
    <Facts>
      <Fact name="Goes to">
        <Receiver row={row} name={name} hasTreasury={treasury !== undefined} />
      </Fact>
      <Fact
        name="Part of the fee"
        hint={`The management fee is ${formatPercent(yearlyFeeWad)} of the pool a year`}
      >
        {sharePercent.toString()}% of {formatPercent(yearlyFeeWad)} a year
      </Fact>
      <Fact name="Claimable now">{money(claimable)}</Fact>
      <Fact
        name="Next rebalance adds"
        hint="A projection: the fee on what both sides hold now, whatever the price is then"
      >
        {next === undefined ? <span className="text-muted">no projection</span> : money(next)}
      </Fact>
      <Fact name="Claimed so far" hint="To whoever was the secondary fee address then">
        {past(sum?.paid)}
        {/* A line of it has its room from the start. */}
        <div className="min-h-5 text-xs">
          {soFar !== undefined && (
            <PaidTo shares={soFar.paid} token={token} treasury={treasury} poolName={name} />
          )}
        </div>
      </Fact>
      <Fact name="Accrued in all" hint="Claimed so far, and still to be claimed">
        {past(sum?.accrued)}
      </Fact>
    </Facts>
  )
}

function Receiver({
  row: { receiver, whose },
  name,
  hasTreasury,
}: {
  row: FeeRow
  name: string
  hasTreasury: boolean
}) {
  const explorerUrl = useNetwork().chain.blockExplorers?.default.url
  if (whose === 'nobody') return 'nobody; all of it to the primary address'
  if (whose === 'treasury') return <strong className="font-semibold">the treasury</strong>
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
      {hasTreasury && 'somebody else'}
      <AddressLink
        address={receiver}
        explorerUrl={explorerUrl}
        label={`${name}’s secondary fees`}
      />
    </span>
  )
}
