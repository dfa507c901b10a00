import type { Address } from 'viem'
import { type Flow, isBusy, isOpen } from '../flows/flow'
import { useFlows } from './FlowsProvider'

/** The pools for which a flow is with the wallet or on its way to a block: what it does is not started again meanwhile. */
export function useBusyPools(isMeant: (flow: Flow) => boolean): ReadonlySet<Address> {
  const busy = useFlows().filter((flow) => isOpen(flow) && isBusy(flow) && isMeant(flow))
  return new Set(busy.flatMap(({ intent }) => intent.pool ?? []))
}
