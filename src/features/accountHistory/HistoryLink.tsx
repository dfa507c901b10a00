import { Link, useSearchParams } from 'react-router'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { accountHistoryContent as content } from './content'

/** The link to what an account has done in one pool; nothing without an account. */
export function HistoryLink({ pool: { facts, account } }: { pool: PoolAtBlock }) {
  const [params] = useSearchParams()
  if (account === undefined) return null
  const watched = params.get('account')
  const query = new URLSearchParams({ market: facts.address.toLowerCase() })
  if (watched !== null) query.set('account', watched)
  return (
    <p className="mt-2">
      <Link
        to={`/portfolio/history?${query}`}
        className="text-muted underline underline-offset-4 hover:text-ink"
      >
        {content.ofMarket}
      </Link>
    </p>
  )
}
