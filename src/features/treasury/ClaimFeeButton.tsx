import { useFlowActions } from '../../data/FlowsProvider'
import { useBusyPools } from '../../data/useBusyPools'
import { useReadyWallet } from '../../data/useReadyWallet'
import { feeClaimIntent } from '../../flows/kinds/feeClaim'
import { Button } from '../../ui/Button'
import { SwitchErrorNotice } from '../../ui/SwitchErrorNotice'
import { treasuryContent } from './content'
import type { FeeRow } from './feeRows'

const BUTTON = 'w-full max-xl:mt-3 xl:text-xs'

/** Pays out one pool’s share to its address; asks for a wallet or the right network first where they are missing. */
export function ClaimFeeButton({
  row: { facts, claimable, whose },
  name,
}: {
  row: FeeRow
  /** The pool's, distinct from others with that name. */
  name: string
}) {
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const isBusy = useBusyPools(({ intent }) => intent.kind === 'feeClaim').has(facts.address)
  if (claimable > 0n && !wallet.isReady) {
    const first = treasuryContent.claim.walletFirst(wallet.label)
    return (
      <>
        <SwitchErrorNotice text={wallet.trouble} />
        <Button className={BUTTON} aria-label={`${first}: ${name}`} {...wallet.button}>
          <span className="xl:hidden">{first}</span>
          <span className="max-xl:hidden">{wallet.label}</span>
        </Button>
      </>
    )
  }
  const { claim } = treasuryContent
  const kind = claimable === 0n ? 'nothing' : whose === 'treasury' ? 'forTreasury' : 'forAddress'
  const label = claim[kind]
  return (
    <Button
      className={BUTTON}
      disabled={claimable === 0n || isBusy}
      aria-label={`${label}: ${name}`}
      onClick={() => wallet.isReady && start(wallet.account, feeClaimIntent(facts, name), false)}
    >
      <span className="xl:hidden">{label}</span>
      <span className="max-xl:hidden">{claim.brief[kind]}</span>
    </Button>
  )
}
