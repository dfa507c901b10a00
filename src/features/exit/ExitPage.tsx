import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { type DueUpkeeps, dueUpkeeps } from '../../analytics/dueUpkeeps'
import { nextExitStep } from '../../analytics/exit/nextExitStep'
import { revertingSide } from '../../analytics/revertingSide'
import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'
import { outsideOf } from '../../data/outsideOf'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useAccountLink } from '../../data/useAccountLink'
import { useChainNowSec } from '../../data/useNow'
import { useReadyWallet } from '../../data/useReadyWallet'
import { useStakes } from '../../data/useStakes'
import { formatName } from '../../format/formatAddress'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { ConnectFirst } from '../../ui/ConnectFirst'
import { Notice } from '../../ui/Notice'
import { exitContent as content } from './content'
import { HeldTokens } from './HeldTokens'
import { Leaving } from './Leaving'
import { LEAVE_BEHIND, TakeOut } from './TakeOut'
import { takeOutSteps } from './takeOutSteps'

/** The way out of one pool, also of one that no one keeps: what there is, what comes of it, and the next thing to do. */
export function ExitPage({
  pool,
  transactions,
  perform,
  claim,
  lastClaim,
}: {
  pool: PoolAtBlock
  /** What is on its way in this pool. */
  transactions: ReactNode
  perform: (due: DueUpkeeps, label: string) => ReactNode
  claim: (look: 'primary' | 'secondary') => ReactNode
  /** What the last claim brought, where it is known. */
  lastClaim: ReactNode
}) {
  const { facts, account } = pool
  const name = formatName(facts.name)
  const linkTo = useAccountLink()
  const wallet = useReadyWallet()
  return (
    <div className="mx-auto max-w-4xl space-y-5">
      <title>{content.title(name)}</title>
      <div>
        <h1 className="text-xl font-semibold">{content.title(name)}</h1>
        <p className="mt-1 max-w-prose text-muted">{content.intro}</p>
      </div>
      {transactions}
      {account === undefined ? (
        <ConnectFirst text={content.nobody} wallet={wallet} />
      ) : (
        <>
          <Way
            pool={pool}
            account={account}
            perform={perform}
            claim={claim}
            lastClaim={lastClaim}
          />
          <p>
            <Link
              to={linkTo(`/pool/${facts.address}`)}
              className="text-muted underline underline-offset-4"
            >
              {content.toPool(name)}
            </Link>
          </p>
        </>
      )}
    </div>
  )
}

/** First what lies in farms and in Balancer's pools, then the pool itself. */
function Way({
  pool,
  account,
  perform,
  claim,
  lastClaim,
}: {
  pool: PoolAtBlock
  account: PoolAccount
  perform: (due: DueUpkeeps, label: string) => ReactNode
  claim: (look: 'primary' | 'secondary') => ReactNode
  /** What the last claim brought, where it is known. */
  lastClaim: ReactNode
}) {
  const { snapshot: shown, isWatched } = useSnapshot()
  const nowSec = useChainNowSec(shown)
  const [params] = useSearchParams()
  const live = useStakes()
  const { unread, unreadPools, isKnown, trouble } = live
  if (nowSec === undefined) return null
  const now = { ...pool.snapshot, timestampSec: BigInt(nowSec) }
  const due = dueUpkeeps(pool.snapshot, nowSec)
  const problem = troubleOf(now, pool, account)
  const steps = takeOutSteps(pool, outsideOf(pool, live))
  // The plans all end alike.
  const isEmpty = nextExitStep('burnFirst', now, account, now.timestampSec).kind === 'done'
  const isFirst = steps.length > 0 && (isEmpty || !params.has(LEAVE_BEHIND))
  const missing = unread.length + unreadPools
  return (
    <>
      {problem !== undefined && (
        <Notice tone="warn" standing>
          {problem}
        </Notice>
      )}
      {due !== undefined && due.upkeeps > 1 && (
        <Notice tone="warn" standing>
          {content.late(due.lateIntervals.toLocaleString(), due.upkeeps)}
        </Notice>
      )}
      {(missing > 0 || trouble !== null) && (
        <Notice tone="warn" standing>
          {trouble === null ? content.takeOut.unread(missing) : content.takeOut.trouble}
        </Notice>
      )}
      <HeldTokens pool={pool} account={account} steps={steps} />
      {!isKnown && trouble === null ? (
        <div aria-busy="true" className="h-40">
          <p className="text-muted">{content.takeOut.reading}</p>
        </div>
      ) : (
        <>
          {steps.length > 0 && (
            <TakeOut
              pool={pool}
              steps={steps}
              isFirst={isFirst}
              canWait={!isEmpty}
              isWatched={isWatched}
            />
          )}
          {!isFirst && (
            <Leaving
              pool={pool}
              account={account}
              due={due}
              nowSec={nowSec}
              isWatched={isWatched}
              perform={perform}
              claim={claim}
              lastClaim={lastClaim}
            />
          )}
        </>
      )}
    </>
  )
}

/** What keeps the account from leaving, or has to be known first. */
function troubleOf(now: PoolSnapshot, pool: PoolAtBlock, account: PoolAccount): string | undefined {
  if (now.paused) return content.paused
  if (now.committerPaused) return content.committerPaused
  if (now.oracle.kind === 'unavailable') return content.noPrice
  const side = revertingSide(now, now.timestampSec)
  if (side !== undefined) return content.refused(side)
  return isAlone(pool, account) ? content.noCounterparty : undefined
}

/** Whether no one is on the other side of what the account holds. */
function isAlone({ snapshot }: PoolAtBlock, { longBalance, shortBalance, escrow }: PoolAccount) {
  const hasLong = longBalance + escrow.longTokens > 0n
  const hasShort = shortBalance + escrow.shortTokens > 0n
  return (hasLong && snapshot.shortBalance === 0n) || (hasShort && snapshot.longBalance === 0n)
}
