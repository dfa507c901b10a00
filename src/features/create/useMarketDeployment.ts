import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { type Address, isAddressEqual } from 'viem'
import { useAccount } from 'wagmi'
import { useFlowActions, useFlows } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { isFinished, isOpen, type LiveFlow } from '../../flows/flow'
import type { CreateIntent } from '../../flows/kinds/createIntent'

/** A market that is being created, or is created and not opened yet. */
export interface MarketDeployment extends LiveFlow {
  readonly intent: CreateIntent
}

/** The markets that this browser is creating. */
export interface MarketDeployments {
  /** The connected account's newest: no other is started beside it. */
  readonly own: MarketDeployment | undefined
  /** Unfinished ones of other accounts; all while no account is connected. */
  readonly others: readonly MarketDeployment[]
}

/** The markets that are being created: the connected account’s, and those of others. */
export function useMarketDeployments(): MarketDeployments {
  const { address, status } = useAccount()
  const flows = useFlows().filter(isDeployment)
  const isOwn = ({ account }: MarketDeployment) =>
    address !== undefined && isAddressEqual(account, address)
  return {
    own: flows
      .filter(isOwn)
      .find((flow, index) => isOpen(flow) || (index === 0 && !flow.dismissed)),
    // After a reload the wallet reconnects; until then it isn't known which are another account's.
    others:
      status === 'connecting' || status === 'reconnecting'
        ? []
        : flows.filter((flow) => !isOwn(flow) && isOpen(flow)),
  }
}

function isDeployment(flow: LiveFlow): flow is MarketDeployment {
  return flow.intent.kind === 'create'
}

/**
 * Opens the page of a created market as soon as its pool loads: once, and also after a reload. The flow is dismissed then, since
 * its result has been shown.
 */
export function useOpenWhenDeployed({ own }: MarketDeployments): void {
  const pools = useSnapshot().snapshot?.pools
  const { dismiss } = useFlowActions()
  const navigate = useNavigate()
  const created = own !== undefined && isFinished(own) ? own.intent.created.deployPool : undefined
  const id = own?.id
  const isThere = pools?.some(({ facts }) => isDeployed(facts.address, created)) ?? false
  useEffect(() => {
    if (!isThere || created === undefined || id === undefined) return
    dismiss(id)
    void navigate(`/pool/${created}`)
  }, [isThere, created, id, dismiss, navigate])
}

function isDeployed(pool: Address, created: Address | undefined): boolean {
  return created !== undefined && isAddressEqual(pool, created)
}
