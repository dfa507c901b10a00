import type { ReactNode } from 'react'
import type { Address } from 'viem'
import type { PaidFees } from '../../chain/fees/getPaidFees'
import { useDollars } from '../../data/useDollars'
import { formatPercent } from '../../format/formatRatio'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Skeleton } from '../../ui/Skeleton'
import { Tooltip } from '../../ui/Tooltip'
import { treasuryContent } from './content'
import { FEE_COLUMNS, isAmount } from './feeColumns'
import { type FeeRow, sumFees } from './feeRows'
import { PaidTo } from './PaidTo'
import { Receiver } from './Receiver'

const { pool: content, totals } = treasuryContent

/** After the point, so that a column's figures stand below each other. */
const DIGITS = 6

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
      <Amount
        value={value}
        token={token}
        decimals={value === 0n ? undefined : Math.min(DIGITS, token.decimals)}
      />{' '}
      <Dollars wad={dollarsOf(value, token)} />
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
    <dl className="max-xl:divide-y max-xl:divide-line xl:contents">
      <Column column="recipient">
        <Receiver row={row} name={name} hasTreasury={treasury !== undefined} />
      </Column>
      <Column column="share">
        {content.shareOf(sharePercent.toString(), formatPercent(yearlyFeeWad))}
      </Column>
      <Column column="claimable">
        <strong className="font-semibold">{money(claimable)}</strong>
      </Column>
      <Column column="next">
        {next === undefined ? (
          <span className="text-muted">{content.noProjection}</span>
        ) : (
          money(next)
        )}
      </Column>
      <Column column="claimed">
        {past(sum?.paid)}
        {/* A line of it has its room from the start. */}
        <div className="min-h-5 text-xs">
          {soFar !== undefined && (
            <PaidTo shares={soFar.paid} token={token} treasury={treasury} poolName={name} />
          )}
        </div>
      </Column>
      <Column column="accrued">{past(sum?.accrued)}</Column>
    </dl>
  )
}

/** A value; its name is the column's where there is one, and then only said to screen readers. */
function Column({ column, children }: { column: keyof typeof FEE_COLUMNS; children: ReactNode }) {
  const { name, hint } = FEE_COLUMNS[column]
  return (
    <div
      className={`max-xl:flex max-xl:items-baseline max-xl:justify-between max-xl:gap-4 max-xl:py-1.5 ${isAmount(column) ? 'xl:text-right' : ''}`}
    >
      <dt className="text-muted">
        <span className="sr-only max-xl:hidden">{name}</span>
        <span className="xl:hidden">
          <Tooltip text={hint}>
            <span className={hint === undefined ? undefined : 'hinted'}>{name}</span>
          </Tooltip>
        </span>
      </dt>
      <dd className="tabular wrap-anywhere max-xl:text-right">{children}</dd>
    </div>
  )
}
