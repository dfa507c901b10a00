import { isAddressEqual } from 'viem'
import { useAccount } from 'wagmi'
import { useFlows } from '../../data/FlowsProvider'
import type { Flow, LiveFlow } from '../../flows/flow'

/** The connected account's flows, newest first, dismissed ones included. */
export function useOwnFlows(isMeant: (flow: Flow) => boolean): readonly LiveFlow[] {
  const { address } = useAccount()
  return useFlows().filter(
    (flow) => isMeant(flow) && address !== undefined && isAddressEqual(flow.account, address),
  )
}
