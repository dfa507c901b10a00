import { Link } from 'react-router'
import type { PoolFacts } from '../../chain/poolFacts'
import { formatName } from '../../format/formatAddress'

/** A market's name. The link covers all of the row or card: it can be clicked anywhere, and is still one for the keyboard. */
export function MarketLink({ facts, className }: { facts: PoolFacts; className: string }) {
  return (
    <Link
      to={`/pool/${facts.address}`}
      data-market=""
      className={`${className} font-semibold after:absolute after:inset-0`}
    >
      <bdi>{formatName(facts.name)}</bdi>
    </Link>
  )
}
