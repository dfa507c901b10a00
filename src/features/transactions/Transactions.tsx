import { useEffect, useRef } from 'react'
import { isAddressEqual } from 'viem'
import { useAccount } from 'wagmi'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlowActions, useFlows } from '../../data/FlowsProvider'
import { canPutAside, type Flow, isFinished, type LiveFlow } from '../../flows/flow'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { FlowSteps } from './FlowSteps'

/** What is on its way in this pool, and the last thing that ended, until it is put aside. */
export function Transactions({ pool }: { pool: PoolAtBlock }) {
  const { address } = useAccount()
  const flows = useFlows().filter(
    (flow) =>
      !flow.dismissed &&
      flow.intent.pool === pool.facts.address &&
      address !== undefined &&
      isAddressEqual(flow.account, address),
  )
  const shown = flows.filter((flow, index) => !isFinished(flow) || index === 0)
  return shown.map((flow) => <FlowCard key={flow.id} flow={flow} />)
}

/** Rebalances that the account performs for several markets at once: those on their way, and the last one. */
export function UpkeepTransactions() {
  return <FlowsOfKind kind="upkeep" isMeant={isOfSeveral} />
}

function isOfSeveral({ intent }: Flow): boolean {
  return intent.kind === 'upkeep' && intent.pools.length > 1
}

/** The last claim of fees, whichever pool's, and those that wait for the person. */
export function FeeClaimTransactions() {
  return <FlowsOfKind kind="feeClaim" />
}

/** Markets that the account makes: those on their way, and the last one until it is put aside. */
export function CreateTransactions() {
  return <FlowsOfKind kind="create" />
}

function FlowsOfKind({
  kind,
  isMeant = () => true,
}: {
  kind: Flow['intent']['kind']
  isMeant?: (flow: Flow) => boolean
}) {
  const { address } = useAccount()
  const flows = useFlows().filter(
    (flow) =>
      !flow.dismissed &&
      flow.intent.kind === kind &&
      isMeant(flow) &&
      address !== undefined &&
      isAddressEqual(flow.account, address),
  )
  const shown = flows.filter((flow, index) => !isFinished(flow) || index === 0)
  return shown.map((flow) => <FlowCard key={flow.id} flow={flow} />)
}

/**
 * Brings what has just been begun before the person’s eyes. The button that was pressed can be pressed no longer: whoever
 * goes by keyboard would begin again at the page’s top.
 */
function useFocusAtStart(isRunning: boolean) {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isRunning) return
    const { activeElement } = document
    const isLost =
      activeElement === null ||
      activeElement === document.body ||
      activeElement.matches('button:disabled')
    if (isLost) card.current?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [isRunning])
  return card
}

function FlowCard({ flow }: { flow: LiveFlow }) {
  const { dismiss } = useFlowActions()
  const card = useFocusAtStart(flow.isRunning)
  return (
    <Card
      ref={card}
      title={flow.intent.title}
      aside={
        canPutAside(flow) && (
          <Button look="quiet" className="-mr-2" onClick={() => dismiss(flow.id)}>
            {isFinished(flow) ? 'Close' : 'Put aside'}
          </Button>
        )
      }
    >
      <FlowSteps flow={flow} />
    </Card>
  )
}
