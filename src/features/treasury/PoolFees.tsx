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
import { treasuryContent } from './content'
import { type FeeRow, sumFees } from './feeRows'
import { PaidTo } from './PaidTo'

const { pool: content, totals } = treasuryContent

/** One pool's share: how much, for whom, and what it has paid to whom so far. */
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
      <Amount value={value} token={token} /> <Dollars wad={dollarsOf(value, token)} />
    </>
  )
  const past = (value: bigint | undefined): ReactNode => {
    if (value !== undefined) return money(value)
    return fees === undefined ? (
      <Skeleton />
    ) : (
      <span className="text-muted">{totals.unavailable}</span>
    )
  }
  return (
    <Facts>
      <Fact name={content.recipient}>
        <Receiver row={row} name={name} hasTreasury={treasury !== undefined} />
      </Fact>
      <Fact name={content.share} hint={content.shareHint(formatPercent(yearlyFeeWad))}>
        {content.shareOf(sharePercent.toString(), formatPercent(yearlyFeeWad))}
      </Fact>
      <Fact name={totals.claimable}>{money(claimable)}</Fact>
      <Fact name={content.next} hint={content.nextHint}>
        {next === undefined ? (
          <span className="text-muted">{content.noProjection}</span>
        ) : (
          money(next)
        )}
      </Fact>
      <Fact name={totals.claimed} hint={content.claimedHint}>
        {past(sum?.paid)}
        {/* A line of it has its room from the start. */}
        <div className="min-h-5 text-xs">
          {soFar !== undefined && (
            <PaidTo shares={soFar.paid} token={token} treasury={treasury} poolName={name} />
          )}
        </div>
      </Fact>
      <Fact name={totals.accrued} hint={content.accruedHint}>
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
  if (whose === 'noOne') return content.noRecipient
  if (whose === 'treasury')
    return <strong className="font-semibold">{treasuryContent.theTreasury}</strong>
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
      {hasTreasury && content.otherAddress}
      <AddressLink address={receiver} explorerUrl={explorerUrl} label={content.recipientOf(name)} />
    </span>
  )
}
