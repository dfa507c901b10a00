import { Link } from 'react-router'
import type { PoolFacts } from '../../chain/poolFacts'
import { formatAddress, formatName } from '../../format/formatAddress'

/**
 * A market's name, with its address where another market could be taken for it. The link covers all of the row or card: it can
 * be clicked anywhere, and is still one for the keyboard.
 */
export function MarketLink({
  facts,
  isNamesake,
  className,
}: {
  facts: PoolFacts
  isNamesake: boolean | undefined
  className: string
}) {
  return (
    <Link
      to={`/pool/${facts.address}`}
      data-market=""
      className={`${className} market-link font-semibold`}
    >
      <bdi>{formatName(facts.name)}</bdi>
      {isNamesake && (
        <span className="block text-xs font-normal text-muted">{formatAddress(facts.address)}</span>
      )}
    </Link>
  )
}
