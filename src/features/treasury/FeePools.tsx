import { Link } from 'react-router'
import type { Address } from 'viem'
import type { PaidFees } from '../../chain/fees/getPaidFees'
import { Card } from '../../ui/Card'
import { ClaimFeeButton } from './ClaimFeeButton'
import { treasuryContent } from './content'
import type { FeeRow } from './feeRows'
import { PoolFees } from './PoolFees'

/** Each pool's share: how much, for whom, and the button that pays it out. */
export function FeePools({
  rows,
  names,
  treasury,
  fees,
}: {
  rows: readonly FeeRow[]
  /** The pools', by address. */
  names: ReadonlyMap<string, string>
  treasury: Address | undefined
  /** Undefined until they have come. */
  fees: PaidFees | undefined
}) {
  return (
    <div className="grid items-start gap-5 md:grid-cols-2 xl:grid-cols-3">
      {rows.map((row) => {
        const { address } = row.facts
        const name = names.get(address) ?? address
        return (
          <Card
            key={address}
            title={name}
            aside={
              <Link
                to={`/pool/${address}`}
                aria-label={treasuryContent.marketOf(name)}
                className="text-muted underline underline-offset-4 hover:text-ink"
              >
                {treasuryContent.market}
              </Link>
            }
          >
            <PoolFees row={row} name={name} treasury={treasury} fees={fees} />
            {row.whose !== 'noOne' && <ClaimFeeButton row={row} name={name} />}
          </Card>
        )
      })}
    </div>
  )
}
