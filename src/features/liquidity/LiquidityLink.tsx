import { Link } from 'react-router'
import { resolveBalancer } from '../../chain/balancer/resolveBalancer'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { lpPoolsOf } from '../../data/lpPools'
import { useNetwork } from '../../data/NetworkContext'
import { useAccountLink } from '../../data/useAccountLink'
import { useSecondary } from '../../data/useSecondary'
import { ActionLink } from '../../ui/ActionLink'
import { LINK_ROOM, linkContent } from './linkContent'
import { stakedLp } from './stakedLp'

/** The set of pools rarely changes: one reading is enough. */
const AGE_MS = 3_600_000

/**
 * The link to a market's liquidity on Balancer. Its room is kept where there may be some; nothing on a chain without Balancer.
 *
 * @param onlyHeld Only where the account has LP tokens of it, as one link of a list
 */
export function LiquidityLink(props: { pool: PoolAtBlock; onlyHeld?: boolean }) {
  const hasBalancer = resolveBalancer(useNetwork()) !== undefined
  return hasBalancer ? <KnownLink {...props} /> : null
}

function KnownLink({ pool, onlyHeld = false }: { pool: PoolAtBlock; onlyHeld?: boolean }) {
  const linkTo = useAccountLink()
  const { secondary } = useSecondary(AGE_MS)
  const { pools = [], farms = [] } = secondary ?? {}
  const shown = lpPoolsOf(pool, pools).filter(
    (lp) => !onlyHeld || lp.held + stakedLp(lp, farms) > 0n,
  )
  const to = linkTo(`/liquidity/${pool.facts.address}`)
  if (!onlyHeld)
    return (
      <div className={LINK_ROOM}>
        {shown.length > 0 && <ActionLink to={to} label={linkContent.link} why={linkContent.why} />}
      </div>
    )
  if (shown.length === 0) return null
  return (
    <p className="mt-2">
      <Link to={to} className="text-muted underline underline-offset-4 hover:text-ink">
        {linkContent.link}
      </Link>
    </p>
  )
}
