import { useFlowActions } from '../../data/FlowsProvider'
import { useBusyPools } from '../../data/useBusyPools'
import { useReadyWallet } from '../../data/useReadyWallet'
import { feeClaimIntent } from '../../flows/feeClaimIntent'
import { formatName } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import type { FeeRow } from './feeRows'

/** Has one pool pay its part to its address; asks for a wallet, or for the right network, first where they are missing. */
export function ClaimFeeButton({ row: { facts, claimable, whose } }: { row: FeeRow }) {
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const isBusy = useBusyPools(({ intent }) => intent.kind === 'feeClaim').has(facts.address)
  const name = formatName(facts.name)
  if (claimable > 0n && !wallet.isReady)
    return (
      <Button className="mt-3 w-full" {...wallet.button}>
        {wallet.label} to claim it for them
      </Button>
    )
  const label =
    claimable === 0n
      ? 'Nothing to claim yet'
      : whose === 'treasury'
        ? 'Claim for the treasury'
        : 'Claim for this address'
  return (
    <Button
      className="mt-3 w-full"
      disabled={claimable === 0n || isBusy}
      aria-label={`${label}: ${name}`}
      onClick={() => wallet.isReady && start(wallet.account, feeClaimIntent(facts, name), false)}
    >
      {label}
    </Button>
  )
}
