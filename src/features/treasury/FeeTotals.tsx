import type { PaidFees } from '../../chain/fees/getPaidFees'
import { useDollars } from '../../data/useDollars'
import { formatNames } from '../../format/formatNames'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Dollars } from '../../ui/Dollars'
import { Skeleton } from '../../ui/Skeleton'
import type { FeeTotal } from './feeRows'

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
        At block {block.toString()}. What has accrued since a pool’s last rebalance is not there
        yet: its next rebalance takes the fee, and adds what is projected here, whatever the price
        is then. Different settlement tokens are not added to each other.
        {isHidden &&
          ' What was claimed before is not shown: the RPC does not give the events of all blocks.'}
        {isFailing &&
          ` What was claimed ${fees === undefined ? 'before' : `after block ${fees.toBlock}`} cannot be read at the moment. It is tried again by itself.`}
      </p>
    </div>
  )
}

function Tokens({ totals, isReading }: { totals: readonly FeeTotal[]; isReading: boolean }) {
  const names = formatNames(totals.map(({ token }) => ({ ...token, name: token.symbol })))
  return (
    <div className="space-y-4">
      {totals.map((total) => (
        <dl key={total.token.address} className="grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-5">
          <div className="max-md:col-span-2">
            <dt className="text-xs text-muted">Counted in</dt>
            <dd className="mt-0.5 font-medium wrap-anywhere" title={total.token.address}>
              <bdi>{names.get(total.token.address)}</bdi>
            </dd>
          </div>
          <Figure name="Claimable now" value={total.claimable} {...total} isStrong />
          <Figure name="Next rebalances add" value={total.next} {...total} />
          <Figure
            name="Claimed so far"
            value={total.soFar?.paid}
            isReading={isReading}
            {...total}
          />
          <Figure
            name="Accrued in all"
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
    <div className="min-w-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className={`mt-0.5 ${isStrong ? 'font-semibold' : ''}`}>
        {value !== undefined ? (
          <>
            <Amount value={value} token={token} /> <Dollars wad={dollarsOf(value, token)} />
          </>
        ) : isReading ? (
          <Skeleton />
        ) : (
          <span className="text-muted">not shown</span>
        )}
      </dd>
    </div>
  )
}
