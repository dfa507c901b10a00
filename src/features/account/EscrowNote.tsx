import { Link } from 'react-router'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { accountContent } from './content'

/** What can be done with what is in escrow but claim it, or why nothing can for the moment. */
export function EscrowNote({ pool: { facts, snapshot } }: { pool: PoolAtBlock }) {
  if (snapshot.paused || snapshot.committerPaused)
    return <p className="mt-2 text-xs text-muted">{accountContent.paused}</p>
  if (facts.deprecated) return null
  return (
    <p className="mt-2 text-xs text-muted">
      {accountContent.tradeWithout((text) => (
        <Link
          to={`/pool/${facts.address}?from=escrow`}
          className="underline underline-offset-2 hover:text-ink"
        >
          {text}
        </Link>
      ))}
    </p>
  )
}
