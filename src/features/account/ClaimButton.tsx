import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlowActions } from '../../data/FlowsProvider'
import { useBusyPools } from '../../data/useBusyPools'
import { useReadyWallet } from '../../data/useReadyWallet'
import { claimIntent } from '../../flows/kinds/claim'
import { formatName } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { SwitchErrorNotice } from '../../ui/SwitchErrorNotice'
import { accountContent } from './content'

/** Moves what is in escrow into the wallet; asks for a connected wallet on the right network first. */
export function ClaimButton({
  pool: { facts, snapshot },
  look = 'primary',
  className = '',
}: {
  pool: PoolAtBlock
  /** `secondary` where there is a button for more than this pool. */
  look?: 'primary' | 'secondary'
  className?: string
}) {
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const account = wallet.isReady ? wallet.account : undefined
  const isBusy = useBusyPools((flow) => flow.account === account).has(facts.address)
  const isClaiming = useBusyPools(
    (flow) => flow.account === account && flow.intent.kind === 'claim',
  ).has(facts.address)
  if (!wallet.isReady)
    return (
      <>
        <SwitchErrorNotice text={wallet.trouble} />
        <Button data-claim="" className={className} {...wallet.button}>
          {accountContent.toClaimAfter(wallet.label)}
        </Button>
      </>
    )
  return (
    <Button
      data-claim=""
      look={look}
      className={className}
      disabled={isBusy || snapshot.paused || snapshot.committerPaused}
      onClick={() => start(wallet.account, claimIntent(facts, formatName(facts.name)), false)}
    >
      {isClaiming ? accountContent.claiming : accountContent.claim}
    </Button>
  )
}
