import type { Address } from 'viem'
import { type Flow, isBusy, isOpen } from '../flows/flow'
import { useFlows } from './FlowsProvider'

/** The farms for which an account's flow is with the wallet or on its way to a block: what it does is not started again until then. */
export function useBusyFarms(account: Address | undefined): ReadonlySet<Address> {
  const busy = useFlows().filter((flow) => isOpen(flow) && isBusy(flow) && flow.account === account)
  return new Set(busy.flatMap((flow) => farmOf(flow) ?? []))
}

/** The farm that a flow is about; undefined for one that is about something else. */
export function farmOf({ intent }: Pick<Flow, 'intent'>): Address | undefined {
  return 'farm' in intent ? intent.farm : undefined
}
