import { Link } from 'react-router'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useAccountLink } from '../../data/useAccountLink'
import { accountHistoryContent as content } from './content'

/** The link to what an account has done in one pool; nothing without an account. */
export function HistoryLink({ pool: { facts, account } }: { pool: PoolAtBlock }) {
  const linkTo = useAccountLink()
  if (account === undefined) return null
  return (
    <p className="mt-2">
      <Link
        to={linkTo(`/portfolio/history?market=${facts.address.toLowerCase()}`)}
        className="text-muted underline underline-offset-4 hover:text-ink"
      >
        {content.ofMarket}
      </Link>
    </p>
  )
}
