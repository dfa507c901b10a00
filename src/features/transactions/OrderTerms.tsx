import { isAddressEqual } from 'viem'
import { executionTime } from '../../analytics/executionTime'
import { type OrderFigures, termsChange } from '../../analytics/orderFigures'
import { OutlookError } from '../../analytics/outlook'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlowActions } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { currentStepIndex, type Flow, type LiveFlow } from '../../flows/flow'
import type { CommitIntent, CommitLeg } from '../../flows/kinds/commit'
import {
  agreedFigures,
  figuresNow,
  firstUnsentLeg,
  projectionOf,
} from '../../flows/orderProjection'
import { CommitType, isMint } from '../../protocol/commitType'
import { Button } from '../../ui/Button'
import { ChangedFigures } from '../../ui/ChangedFigures'
import { describeEarliest } from '../../ui/describeEarliest'
import { Notice } from '../../ui/Notice'
import { transactionsContent } from './content'
import { describeUnsent } from './describeStep'

const content = transactionsContent.terms

export type OrderFlow<flow extends Flow = LiveFlow> = flow & { readonly intent: CommitIntent }

export function isOrder<flow extends Flow>(flow: flow): flow is OrderFlow<flow> {
  return flow.intent.kind === 'commit'
}

/** The order's pool, where the page has it with the position of the order's account. */
function useOrderPool({ intent, account }: OrderFlow): PoolAtBlock | undefined {
  const { snapshot } = useSnapshot()
  if (snapshot?.account === undefined || !isAddressEqual(snapshot.account, account))
    return undefined
  return snapshot.pools.find(({ facts }) => facts.address === intent.pool)
}

/** An order's figures as they were agreed to and as they are now, for the commits that are still to be sent. */
function useOrderTerms(flow: OrderFlow) {
  const pool = useOrderPool(flow)
  const { intent } = flow
  const from = firstUnsentLeg(flow)
  if (pool === undefined || intent.projection === undefined || from >= intent.legs.length)
    return undefined
  const before = agreedFigures(intent, from, pool)
  const now = attemptFigures(pool, intent.legs.slice(from), intent.projection.intervalId)
  if (now instanceof OutlookError) return { pool, from, before, now, change: undefined }
  // Orders of earlier versions do not say what was agreed to.
  const change = before === undefined ? 'unkept' : termsChange(before, now)
  return { pool, from, before: before ?? now, now, change } as const
}

function attemptFigures(...of: Parameters<typeof figuresNow>): OrderFigures | OutlookError {
  try {
    return figuresNow(...of)
  } catch (error) {
    if (error instanceof OutlookError) return error
    throw error
  }
}

/** How an order's figures have changed since it was decided, while some of its commits are still to be sent. */
export function OrderTerms({ flow }: { flow: OrderFlow }) {
  const terms = useOrderTerms(flow)
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? 0
  const step = flow.steps[currentStepIndex(flow)]
  const text = step && describeUnsent(step)
  if (terms === undefined || text === undefined) return null
  const { pool, from, before, now, change } = terms
  if (now instanceof OutlookError)
    return <Notice tone="warn">{content.noProjection(now.message)}</Notice>
  if (change === undefined || before === undefined) return null
  return (
    <ChangedFigures
      change={change}
      says={text}
      before={before}
      now={now}
      waitsFor={describeEarliest(
        executionTime(pool.snapshot, Number(now.executesAtSec), nowSec),
        nowSec,
      )}
      paid={paidToken(pool, flow.intent.legs[from])}
      tokens={pool.facts}
    />
  )
}

function paidToken({ facts }: PoolAtBlock, leg: CommitLeg | undefined) {
  if (leg === undefined || isMint(leg.commitType)) return facts.settlementToken
  const isLong =
    leg.commitType === CommitType.LongBurn || leg.commitType === CommitType.LongBurnShortMint
  return isLong ? facts.longToken : facts.shortToken
}

/** Continues an order that has stopped, on the terms that are shown now. */
export function ResumeOrder({ flow, label }: { flow: OrderFlow; label: string }) {
  const { proceed } = useFlowActions()
  const { snapshot, isWatched } = useSnapshot()
  const terms = useOrderTerms(flow)
  // What cannot be shown cannot be agreed to.
  const isUnseen = useOrderPool(flow) === undefined && flow.intent.projection !== undefined
  const committed = firstUnsentLeg(flow)
  const proceedNow = () => {
    // What was agreed to holds until other figures have been shown.
    if (terms?.change === undefined || snapshot === undefined) return proceed(flow.id)
    const { pool, now, from } = terms
    proceed(flow.id, projectionOf(pool, flow.intent, now, from, snapshot.block.number))
  }
  return (
    <>
      {committed > 0 && <p className="text-xs text-warn">{content.committed(committed)}</p>}
      {isUnseen && (
        <p className="text-xs text-muted">{isWatched ? content.otherAccount : content.loading}</p>
      )}
      <Button look="primary" className="w-full" disabled={isUnseen} onClick={proceedNow}>
        {terms?.change === undefined ? label : content.withNewFigures(label)}
      </Button>
    </>
  )
}
