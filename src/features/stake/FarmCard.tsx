import { Link } from 'react-router'
import { useAccountLink } from '../../data/useAccountLink'
import { Card } from '../../ui/Card'
import { StatusBadge, type StatusTone } from '../../ui/StatusBadge'
import { stakeContent } from './content'
import { FarmActions } from './FarmActions'
import { FarmFacts } from './FarmFacts'
import { FarmNotice } from './FarmNotice'
import type { FarmRow, FarmState } from './farmRow'

const TONES: Readonly<Record<FarmState, StatusTone>> = {
  running: 'good',
  ended: 'neutral',
  paused: 'warn',
  unfunded: 'bad',
}

/** One farm: what is not as usual, its figures, and what can be done. */
export function FarmCard({ row, nowSec }: { row: FarmRow; nowSec: bigint }) {
  return (
    <Card
      title={row.name}
      aside={
        <span className="shrink-0">
          <StatusBadge tone={TONES[row.state]}>{stakeContent.states[row.state]}</StatusBadge>
        </span>
      }
    >
      <div className="space-y-3 empty:hidden not-empty:mb-2">
        <FarmNotice row={row} />
      </div>
      <FarmFacts row={row} nowSec={nowSec} />
      <FarmActions row={row} />
      {row.token.lp !== undefined && <ToLiquidity row={row} pool={row.token.lp.address} />}
    </Card>
  )
}

/** To where LP tokens come from and go back to. */
function ToLiquidity({ row: { name }, pool }: { row: FarmRow; pool: string }) {
  const linkTo = useAccountLink()
  return (
    <p className="mt-3">
      <Link
        to={linkTo(`/liquidity/${pool}`)}
        aria-label={stakeContent.liquidityOf(name)}
        className="text-muted underline underline-offset-4 hover:text-ink"
      >
        {stakeContent.liquidity}
      </Link>
    </p>
  )
}
