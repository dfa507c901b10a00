import { Link } from 'react-router'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import { Name } from '../../ui/Name'
import { StatusBadge } from '../../ui/StatusBadge'
import { accountHistoryContent as content } from './content'

/** A market's name with its link; with its address where another could be taken for it, and a badge where it is not known. */
export function MarketName({ pool, isNamesake }: { pool: PoolAtBlock; isNamesake: boolean }) {
  const { address, name } = pool.facts
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <Link to={`/pool/${address}`} className="underline-offset-4 hover:underline">
        <Name of={name} at={isNamesake || !isVerified(pool) ? address : undefined} />
      </Link>
      {!isVerified(pool) && <StatusBadge tone="bad">{content.row.unverified}</StatusBadge>}
    </span>
  )
}
