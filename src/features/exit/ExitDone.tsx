import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useAccountLink } from '../../data/useAccountLink'
import { useAccountLog } from '../../data/useAccountLog'
import { formatName } from '../../format/formatAddress'
import { Card } from '../../ui/Card'
import { exitContent } from './content'

const content = exitContent.steps
const LINK = 'mt-2 inline-block text-accent underline underline-offset-4'

/** The end of the way out; for an account that was never in the pool, as far as its commits are read, the way in. */
export function ExitDone({
  pool: { facts },
  lastClaim,
}: {
  pool: PoolAtBlock
  /** What the last claim brought, where it is known. */
  lastClaim: ReactNode
}) {
  const { log } = useAccountLog()
  const linkTo = useAccountLink()
  const hasCommits = log?.commits.some(({ pool }) => pool === facts.address) === true
  return (
    <Card title={content.title}>
      <p>
        {hasCommits ? content.done : content.never} {lastClaim}
      </p>
      {hasCommits ? (
        <Link to="/bridge" className={LINK}>
          {content.openBridge}
        </Link>
      ) : (
        <Link to={linkTo(`/pool/${facts.address}`)} className={LINK}>
          {content.trade(formatName(facts.name))}
        </Link>
      )}
    </Card>
  )
}
