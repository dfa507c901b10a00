import { useId } from 'react'
import { Link } from 'react-router'
import type { Address } from 'viem'
import type { PaidFees } from '../../chain/fees/getPaidFees'
import { StatusBadge } from '../../ui/StatusBadge'
import { Tooltip } from '../../ui/Tooltip'
import { ClaimFeeButton } from './ClaimFeeButton'
import { treasuryContent } from './content'
import { FEE_COLUMNS, FEE_GRID, isAmount } from './feeColumns'
import type { FeeRow } from './feeRows'
import { PoolFees } from './PoolFees'

interface FeesProps {
  /** The pools', by address. */
  names: ReadonlyMap<string, string>
  treasury: Address | undefined
  /** Undefined until they have come. */
  fees: PaidFees | undefined
}

/** Verified pools, and the others in a closed fold: anyone can make any number of them, of any name and token. */
export function FeePools({ rows, ...rest }: FeesProps & { rows: readonly FeeRow[] }) {
  const unverified = rows.filter(({ isVerified }) => !isVerified)
  const { unverified: content } = treasuryContent
  return (
    <>
      <PoolRows rows={rows.filter(({ isVerified }) => isVerified)} {...rest} />
      {unverified.length > 0 && (
        <details>
          <summary className="hit w-fit cursor-pointer py-2 text-muted">
            {content.markets(unverified.length)}
          </summary>
          <p className="mb-3 max-w-prose text-xs text-muted">{content.note}</p>
          <PoolRows rows={unverified} {...rest} />
        </details>
      )}
    </>
  )
}

/** Each pool's share: how much, for whom, and the button that pays it out. A table's rows, and cards where that has no room. */
function PoolRows({ rows, ...rest }: FeesProps & { rows: readonly FeeRow[] }) {
  if (rows.length === 0) return null
  return (
    <div className="grid items-start max-xl:gap-4 md:max-xl:grid-cols-2 xl:divide-y xl:divide-line xl:rounded-panel xl:border xl:border-line xl:bg-surface">
      <div className={`py-2 text-xs text-muted max-xl:hidden ${FEE_GRID}`}>
        <span>{treasuryContent.market}</span>
        {Object.entries(FEE_COLUMNS).map(([key, { name, hint }]) => (
          <span
            key={key}
            className={isAmount(key as keyof typeof FEE_COLUMNS) ? 'text-right' : undefined}
          >
            <Tooltip text={hint}>
              <span className={hint === undefined ? undefined : 'hinted'}>{name}</span>
            </Tooltip>
          </span>
        ))}
      </div>
      {rows.map((row) => (
        <Pool key={row.facts.address} row={row} {...rest} />
      ))}
    </div>
  )
}

function Pool({ row, names, treasury, fees }: FeesProps & { row: FeeRow }) {
  const id = useId()
  const { address } = row.facts
  const name = names.get(address) ?? address
  return (
    <section
      aria-labelledby={id}
      className={`items-baseline max-xl:rounded-panel max-xl:border max-xl:border-line max-xl:bg-surface max-xl:p-4 xl:py-2 ${FEE_GRID}`}
    >
      <h2 className="font-semibold wrap-anywhere max-xl:mb-1.5">
        <Link
          to={`/pool/${address}`}
          aria-label={treasuryContent.marketOf(name)}
          className="underline decoration-line underline-offset-4 hover:decoration-current"
        >
          <span id={id}>{name}</span>
        </Link>
        {!row.isVerified && (
          <span className="block font-normal">
            <StatusBadge tone="bad">{treasuryContent.unverified.badge}</StatusBadge>
          </span>
        )}
      </h2>
      <PoolFees row={row} name={name} treasury={treasury} fees={fees} />
      {row.whose !== 'noOne' && <ClaimFeeButton row={row} name={name} />}
    </section>
  )
}
