import { Link } from 'react-router'
import { poolStatuses } from '../../analytics/poolStatus'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { outsideOf } from '../../data/outsideOf'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useAccountLink } from '../../data/useAccountLink'
import { useChainNowSec } from '../../data/useNow'
import { useSideStakes } from '../../data/useStakes'
import { ActionLink } from '../../ui/ActionLink'
import { exitContent } from './content'

/** Pools that one had better be led out of. */
const STUCK: readonly string[] = ['late', 'deprecated', 'noPrice', 'refused', 'oracleStale']

/**
 * The link to a pool's way out, for someone who has something there.
 *
 * @param always Also where the pool is well, as one link of a list
 */
export function ExitLink({ pool, always = false }: { pool: PoolAtBlock; always?: boolean }) {
  const nowSec = useChainNowSec(useSnapshot().snapshot)
  const linkTo = useAccountLink()
  const stakes = useSideStakes()
  const { facts, snapshot, market, account } = pool
  if (account === undefined || nowSec === undefined) return null
  const { longBalance, shortBalance, escrow, user } = account
  const has =
    longBalance + shortBalance + escrow.longTokens + escrow.shortTokens > 0n ||
    user.unAggregatedCommitments.length > 0 ||
    outsideOf(pool, stakes) !== undefined
  if (!has) return null
  const isStuck = poolStatuses(snapshot, nowSec, market.feedUpdatedAtSec, facts.deprecated).some(
    ({ kind }) => STUCK.includes(kind),
  )
  const to = linkTo(`/exit/${facts.address}`)
  if (!always)
    return isStuck ? (
      <div className="mt-2">
        <ActionLink to={to} label={exitContent.link} why={exitContent.why} />
      </div>
    ) : null
  return (
    <p className="mt-2">
      <Link to={to} className="text-muted underline underline-offset-4 hover:text-ink">
        {exitContent.link}
      </Link>
    </p>
  )
}
