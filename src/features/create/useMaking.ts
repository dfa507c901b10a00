import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { type Address, isAddressEqual } from 'viem'
import { useAccount } from 'wagmi'
import { useFlowActions, useFlows } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { isFinished, isOpen, type LiveFlow } from '../../flows/flow'
import type { CreateIntent } from '../../flows/kinds/createIntent'

/** A market on its way, or made and not looked at yet. */
export interface Making extends LiveFlow {
  readonly intent: CreateIntent
}

/** The markets that this browser knows to be on their way. */
export interface Makings {
  /** The connected account's newest: nothing new is begun beside it. */
  readonly own: Making | undefined
  /** Those that other accounts have begun and not finished; all while no account is connected. */
  readonly others: readonly Making[]
}

/** What is on its way, by whose it is. */
export function useMakings(): Makings {
  const { address, status } = useAccount()
  const flows = useFlows().filter(isMaking)
  const isOwn = ({ account }: Making) => address !== undefined && isAddressEqual(account, address)
  return {
    own: flows
      .filter(isOwn)
      .find((flow, index) => isOpen(flow) || (index === 0 && !flow.dismissed)),
    // After a reload the wallet is not there for a moment, and nothing is anybody else's yet.
    others:
      status === 'connecting' || status === 'reconnecting'
        ? []
        : flows.filter((flow) => !isOwn(flow) && isOpen(flow)),
  }
}

function isMaking(flow: LiveFlow): flow is Making {
  return flow.intent.kind === 'create'
}

/**
 * Opens the page of a market that has been made, as soon as the pool can be read: once, and also when the page was
 * reloaded at its end. It is put aside then, for it has been shown.
 */
export function useOpenWhenMade({ own }: Makings): void {
  const pools = useSnapshot().snapshot?.pools
  const { dismiss } = useFlowActions()
  const navigate = useNavigate()
  const made = own !== undefined && isFinished(own) ? own.intent.created.deployPool : undefined
  const id = own?.id
  const isThere = pools?.some(({ facts }) => isMade(facts.address, made)) ?? false
  useEffect(() => {
    if (!isThere || made === undefined || id === undefined) return
    dismiss(id)
    void navigate(`/pool/${made}`)
  }, [isThere, made, id, dismiss, navigate])
}

function isMade(pool: Address, made: Address | undefined): boolean {
  return made !== undefined && isAddressEqual(pool, made)
}
