import type { PaidFees } from '../../chain/fees/getPaidFees'
import { useDollars } from '../../data/useDollars'
import { formatNames } from '../../format/formatNames'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Dollars } from '../../ui/Dollars'
import { Skeleton } from '../../ui/Skeleton'
import { Tooltip } from '../../ui/Tooltip'
import { treasuryContent } from './content'
import { FEE_COLUMN_WIDTHS } from './feeColumns'
import type { FeeTotal } from './feeRows'

const content = treasuryContent.totals

/** Amounts of several pools that belong together. */
export interface FeeSums {
  readonly title: string
  /** One for each settlement token. */
  readonly totals: readonly FeeTotal[]
}

/** What has accrued, been claimed and can be claimed, per settlement token: a card for each of `sums`. */
export function FeeTotals({
  sums,
  block,
  fees,
  isFailing,
}: {
  sums: readonly FeeSums[]
  block: bigint
  /** Undefined until past payments have been read. */
  fees: PaidFees | undefined
  /** Whether the reading of past payments failed the last time. */
  isFailing: boolean
}) {
  const isHidden = fees !== undefined && fees.byPool === undefined
  return (
    <div className="space-y-5">
      {sums.map(({ title, totals }) => (
        <Card key={title} title={title}>
          <Tokens totals={totals} isReading={!isHidden && !isFailing} />
        </Card>
      ))}
      <p className="max-w-prose text-xs text-muted">
        {content.note(block.toString())}
        {isHidden && ` ${content.noEvents}`}
        {isFailing && ` ${content.failing(fees?.toBlock.toString())}`}
      </p>
    </div>
  )
}

function Tokens({ totals, isReading }: { totals: readonly FeeTotal[]; isReading: boolean }) {
  const names = formatNames(totals.map(({ token }) => ({ ...token, name: token.symbol })))
  return (
    <div className="space-y-4 md:space-y-2">
      {totals.map((total, index) => (
        <dl
          key={total.token.address}
          // A table's rows where there is room: the names are above the first one, and the amounts above those of each pool.
          className={`grid grid-cols-2 gap-y-3 gap-x-6 md:grid-cols-5 ${FEE_COLUMN_WIDTHS} ${index > 0 ? 'md:[&_dt]:sr-only' : ''}`}
        >
          <div className="max-md:col-span-2 xl:col-span-3">
            <dt className="text-xs text-muted">{content.token}</dt>
            <dd className="mt-0.5 font-medium wrap-anywhere">
              <Tooltip text={total.token.address}>
                <bdi>{names.get(total.token.address)}</bdi>
              </Tooltip>
            </dd>
          </div>
          <Figure name={content.claimable} value={total.claimable} {...total} isStrong />
          <Figure name={content.next} value={total.next} {...total} />
          <Figure
            name={content.claimed}
            value={total.soFar?.paid}
            isReading={isReading}
            {...total}
          />
          <Figure
            name={content.accrued}
            value={total.soFar?.accrued}
            isReading={isReading}
            {...total}
          />
        </dl>
      ))}
    </div>
  )
}

function Figure({
  name,
  value,
  token,
  isReading = false,
  isStrong = false,
}: {
  name: string
  value: bigint | undefined
  token: FeeTotal['token']
  isReading?: boolean
  isStrong?: boolean
}) {
  const dollarsOf = useDollars()
  return (
    <div className="min-w-0 md:text-right">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className={`mt-0.5 ${isStrong ? 'font-semibold' : ''}`}>
        {value !== undefined ? (
          <>
            <Amount value={value} token={token} /> <Dollars wad={dollarsOf(value, token)} />
          </>
        ) : isReading ? (
          <Skeleton />
        ) : (
          <span className="text-muted">{content.unavailable}</span>
        )}
      </dd>
    </div>
  )
}
