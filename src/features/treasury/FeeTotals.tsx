import { useDollars } from '../../data/useDollars'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { Dollars } from '../../ui/Dollars'
import { Name } from '../../ui/Name'
import { Skeleton } from '../../ui/Skeleton'
import type { FeeTotal } from './feeRows'

/** What has accrued, been claimed and can be claimed, per settlement token. */
export function FeeTotals({
  title,
  totals,
  block,
  paidToBlock,
  isFailing,
}: {
  title: string
  totals: readonly FeeTotal[]
  block: bigint
  /** The block that past payments are known to; undefined until they have been read. */
  paidToBlock: bigint | undefined
  /** Whether the reading of past payments failed the last time. */
  isFailing: boolean
}) {
  const isHidden = paidToBlock !== undefined && totals.some(({ soFar }) => soFar === undefined)
  const isReading = paidToBlock === undefined && !isFailing
  return (
    <Card title={title}>
      <div className="space-y-4">
        {totals.map((total) => (
          <dl key={total.token.address} className="grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-5">
            <div className="max-md:col-span-2">
              <dt className="text-xs text-muted">Counted in</dt>
              <dd className="mt-0.5 font-medium">
                <Name of={total.token.symbol} />
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
      <p className="mt-4 text-xs text-muted">
        At block {block.toString()}. What has accrued since a pool’s last rebalance is not there
        yet: its next rebalance takes the fee, and adds what is projected above, whatever the price
        is then. Different settlement tokens are not added to each other.
        {isHidden &&
          ' What was claimed before is not shown: the RPC does not give the events of all blocks.'}
        {isFailing &&
          ` What was claimed ${paidToBlock === undefined ? 'before' : `after block ${paidToBlock}`} cannot be read at the moment. It is tried again by itself.`}
      </p>
    </Card>
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
