import { Fragment, type ReactNode, useId, useState } from 'react'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { outsideOf } from '../../data/outsideOf'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useSideStakes } from '../../data/useStakes'
import { formatAddress } from '../../format/formatAddress'
import { Amount } from '../../ui/Amount'
import { Skeleton } from '../../ui/Skeleton'
import { POSITION_ID } from '../../ui/showPosition'
import { ClaimButton } from './ClaimButton'
import { accountContent } from './content'
import { hasEscrow } from './hasEscrow'
import { PositionFacts } from './PositionFacts'
import { heldSides, positionValue } from './positionValue'
import { LpAmount, StakedAmount, StakedFacts } from './StakedFacts'

/**
 * What the account has in this pool, and where it is, with the button that claims what waits for it; the parts of it on demand.
 * Of one height whatever there is, so that it can stand above the ticket.
 *
 * @param links Where to read on, in the card
 */
export function PositionCard({ pool, links }: { pool: PoolAtBlock; links?: ReactNode }) {
  const { account, snapshot: shown, isWatched } = useSnapshot()
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const { facts, account: position } = pool
  const title =
    isWatched && account !== undefined
      ? accountContent.titleOf(formatAddress(account))
      : accountContent.title
  const stakes = useSideStakes()
  const outside = outsideOf(pool, stakes)
  if (account === undefined) return <Line>{accountContent.connect}</Line>
  if (position === undefined && shown?.account === account)
    return <Line isWarning>{accountContent.unreadable}</Line>
  if (position === undefined) return <Reading />
  const { wallet, escrow, queued } = positionValue(pool, position)
  const canClaim = hasEscrow(position)
  const sides = heldSides(pool, position)
  const isNothing = !canClaim && sides.length === 0 && queued === 0n
  if (isNothing && outside === undefined)
    // All of it may be staked.
    return stakes.isKnown || stakes.trouble !== null ? (
      <Line links={links}>{accountContent.none}</Line>
    ) : (
      <Reading />
    )
  const amount = (value: bigint) => (
    <Amount value={value} token={{ ...facts.settlementToken, symbol: '' }} />
  )
  const hasTokens = position.longBalance + position.shortBalance > 0n
  const places = [
    ...sides.map((side) => (
      <span key={side} className={`font-medium ${side === 'long' ? 'text-long' : 'text-short'}`}>
        {accountContent.sides[side]}
      </span>
    )),
    ...(isNothing ? [accountContent.noneInWallet] : []),
    ...(canClaim ? [accountContent.toClaim(amount(escrow))] : []),
    ...(hasTokens ? [accountContent.inWallet(amount(wallet))] : []),
    ...(queued > 0n ? [accountContent.inQueue(amount(queued))] : []),
    // In money as the rest, added up, where their worth is known.
    ...placesOutside(outside?.stakes ?? [], accountContent.inFarms, {
      worth: amount,
      itself: (stake) => <StakedAmount stake={stake} />,
    }),
    ...placesOutside(outside?.liquidity ?? [], accountContent.inLiquidity, {
      worth: amount,
      itself: ({ lp }) => <LpAmount value={lp.held} />,
    }),
  ]
  return (
    <section id={POSITION_ID} aria-label={title} className={BOX}>
      <div className="flex min-h-17.5 items-center gap-3 px-4 py-1.5">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          className="-my-1.5 flex min-h-17.5 min-w-0 flex-1 items-center gap-2 text-left"
          onClick={() => setIsOpen(!isOpen)}
        >
          <span aria-hidden="true" className={`text-xs text-muted ${isOpen ? 'rotate-90' : ''}`}>
            ▶
          </span>
          <span className="min-w-0">
            <span className="flex flex-wrap gap-x-2 font-semibold">
              <span>{title}</span>
              <Amount
                value={wallet + escrow + queued + (outside?.worth ?? 0n)}
                token={facts.settlementToken}
              />
            </span>
            <span className="block text-xs text-muted">
              {places.map((place, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed order of places
                <Fragment key={index}>
                  {index > 0 && ' · '}
                  {place}
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
            {links}
          </>
        )}
      </div>
    </section>
  )
}

/** The sum of what has a known worth first, then each of the others as itself. */
function placesOutside<Held extends { readonly value?: { readonly worth: bigint } | undefined }>(
  held: readonly Held[],
  describe: (amount: ReactNode) => ReactNode,
  show: { worth: (worth: bigint) => ReactNode; itself: (held: Held) => ReactNode },
): readonly ReactNode[] {
  const values = held.flatMap(({ value }) => (value === undefined ? [] : [value.worth]))
  return [
    ...(values.length === 0 ? [] : [show.worth(values.reduce((sum, worth) => sum + worth, 0n))]),
    ...held.filter(({ value }) => value === undefined).map(show.itself),
  ].map(describe)
}

function Reading() {
  return (
    <Line>
      <Skeleton width="12rem" />
    </Line>
  )
}

const BOX = 'rounded-panel border border-line bg-surface'

function Line({
  isWarning = false,
  links,
  children,
}: {
  isWarning?: boolean
  links?: ReactNode
  children: ReactNode
}) {
  return (
    <section
      aria-label={accountContent.title}
      className={`flex min-h-18 flex-wrap content-center items-center justify-between gap-x-4 px-4 py-1.5 ${BOX} ${isWarning ? 'text-warn' : 'text-muted'}`}
    >
      <p>{children}</p>
      <div className="-mt-2">{links}</div>
    </section>
  )
}
