import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { type Address, isAddressEqual } from 'viem'
import { useFlows } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import type { CreateIntent } from '../../flows/createIntent'
import { type Flow, isFinished, isOpen } from '../../flows/flow'

/** A market on its way. */
interface Making {
  readonly account: Address
  readonly intent: CreateIntent
}

/** The newest market that is on its way, whoever makes it. */
export function useMaking(): Making | undefined {
  const flow = useFlows().find((one) => isOpen(one) && one.intent.kind === 'create')
  return flow?.intent.kind === 'create' ? { account: flow.account, intent: flow.intent } : undefined
}

/** Opens the page of a market that came to its end while this page was looked at, as soon as the pool can be read. */
export function useOpenWhenMade(): void {
  const flows = useFlows()
  const pools = useSnapshot().snapshot?.pools
  const navigate = useNavigate()
  const watched = useRef(new Set<string>())
  useEffect(() => {
    for (const flow of flows) {
      if (flow.intent.kind !== 'create' || flow.dismissed) continue
      if (!isFinished(flow)) watched.current.add(flow.id)
      else if (watched.current.has(flow.id) && pools?.some(isMadeBy(flow))) {
        void navigate(`/pool/${flow.intent.created.deployPool}`)
        return
      }
    }
  }, [flows, pools, navigate])
}

function isMadeBy({ intent }: Flow) {
  const made = intent.kind === 'create' ? intent.created.deployPool : undefined
  return ({ facts }: { facts: { address: Address } }) =>
    made !== undefined && isAddressEqual(facts.address, made)
}
