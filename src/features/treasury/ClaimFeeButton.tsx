import { useAccount, useSwitchChain } from 'wagmi'
import { useFlowActions, useFlows } from '../../data/FlowsProvider'
import { useNetwork } from '../../data/NetworkContext'
import { useWalletDialogs } from '../../data/WalletDialogs'
import { feeClaimIntent } from '../../flows/feeClaimIntent'
import { isBusy, isOpen } from '../../flows/flow'
import { formatName } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import type { FeeRow } from './feeRows'

/** Has one pool pay its part to its address; asks for a wallet, or for the right network, first where they are missing. */
export function ClaimFeeButton({ row: { facts, claimable, whose } }: { row: FeeRow }) {
  const { address, chainId } = useAccount()
  const { chain } = useNetwork()
  const { openConnect } = useWalletDialogs()
  const { switchChain } = useSwitchChain()
  const { start } = useFlowActions()
  const isBusyAlready = useFlows().some(
    (flow) => isOpen(flow) && isBusy(flow) && flow.intent.pool === facts.address,
  )
  const name = formatName(facts.name)
  if (claimable > 0n && address === undefined)
    return (
      <Button className="mt-3 w-full" onClick={openConnect}>
        Connect wallet to claim it for them
      </Button>
    )
  if (claimable > 0n && chainId !== chain.id)
    return (
      <Button className="mt-3 w-full" onClick={() => switchChain({ chainId: chain.id })}>
        Switch to {chain.name} to claim
      </Button>
    )
  return (
    <Button
      className="mt-3 w-full"
      disabled={claimable === 0n || isBusyAlready}
      aria-label={`Claim the fees of ${name}`}
      onClick={() => address && start(address, feeClaimIntent(facts, name), false)}
    >
      {claimable === 0n
        ? 'Nothing to claim yet'
        : whose === 'treasury'
          ? 'Claim for the treasury'
          : 'Claim for this address'}
    </Button>
  )
}
