import { Fragment, type ReactNode, useId, useState } from 'react'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { outsideOf } from '../../data/outsideOf'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useSideStakes } from '../../data/useStakes'
import { Amount } from '../../ui/Amount'
import { Skeleton } from '../../ui/Skeleton'
import { ClaimButton } from './ClaimButton'
import { accountContent } from './content'
import { hasEscrow } from './hasEscrow'
import { PositionFacts } from './PositionFacts'
import { positionValue } from './positionValue'
import { LpAmount, StakedAmount, StakedFacts } from './StakedFacts'

/**
 * What the account has in this pool, in one line, with the button that claims what waits for it; the parts of it on demand.
 * Of one height whatever there is, so that it can stand above the ticket.
 */
export function PositionCard({ pool }: { pool: PoolAtBlock }) {
  const { account, snapshot: shown, isWatched } = useSnapshot()
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const { facts, account: position } = pool
  const stakes = useSideStakes()
  const outside = outsideOf(pool, stakes)
  if (account === undefined) return <Line>{accountContent.connect}</Line>
  if (position === undefined && shown?.account === account)
    return <Line isWarning>{accountContent.unreadable}</Line>
  if (position === undefined) return <Reading />
  const { wallet, escrow } = positionValue(pool, position)
  const canClaim = hasEscrow(position)
  const hasTokens = position.longBalance + position.shortBalance > 0n
  if (!canClaim && !hasTokens && outside === undefined)
    // All of it may be staked.
    return stakes.isKnown || stakes.trouble !== null ? (
      <Line>{accountContent.none}</Line>
    ) : (
      <Reading />
    )
  const amount = (value: bigint) => <Amount value={value} token={facts.settlementToken} />
  return (
    <section aria-label={accountContent.title} className={BOX}>
      <div className="flex min-h-14 items-center gap-3 px-4 py-1.5">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          className="-my-1.5 flex min-h-14 min-w-0 flex-1 items-center gap-2 text-left"
          onClick={() => setIsOpen(!isOpen)}
        >
          <span aria-hidden="true" className={`text-xs text-muted ${isOpen ? 'rotate-90' : ''}`}>
            ▶
          </span>
          <span className="min-w-0">
            <span className="block truncate">
              <span className="font-semibold">{accountContent.title}</span>{' '}
              <span className="font-semibold">
                {amount(wallet + escrow + (outside?.worth ?? 0n))}
              </span>
            </span>
            <span className="block truncate text-xs text-muted">
              {canClaim
                ? accountContent.toClaim(amount(escrow))
                : hasTokens
                  ? accountContent.inWallet
                  : accountContent.noneInWallet}
              {outside?.stakes.map((stake) => (
                <Fragment key={stake.farm.address}>
                  {' · '}
                  {accountContent.inFarms(<StakedAmount stake={stake} />)}
                </Fragment>
              ))}
              {outside?.liquidity.map(({ lp }) => (
                <Fragment key={lp.address}>
                  {' · '}
                  {accountContent.inLiquidity(<LpAmount value={lp.held} />)}
                </Fragment>
              ))}
            </span>
          </span>
        </button>
        {canClaim && !isWatched && (
          <ClaimButton pool={pool} className="max-w-40 whitespace-normal" />
        )}
      </div>
      <div id={id} hidden={!isOpen} className="border-t border-line px-4 py-3">
        {isOpen && (
          <>
            <PositionFacts pool={pool} position={position} />
            {outside !== undefined && <StakedFacts pool={pool} outside={outside} />}
          </>
        )}
      </div>
    </section>
  )
}

function Reading() {
  return (
    <Line>
      <Skeleton width="12rem" />
    </Line>
  )
}

const BOX = 'rounded-panel border border-line bg-surface'

function Line({ isWarning = false, children }: { isWarning?: boolean; children: ReactNode }) {
  return (
    <section
      aria-label={accountContent.title}
      className={`flex min-h-14.5 items-center px-4 py-1.5 ${BOX} ${isWarning ? 'text-warn' : 'text-muted'}`}
    >
      <p>{children}</p>
    </section>
  )
}
