import { useAccount } from 'wagmi'
import { useNetwork } from '../../data/NetworkContext'
import { useBusyPools } from '../../data/useBusyPools'
import { useFlowSequence } from '../../data/useFlowSequence'
import { useWalletDialogs } from '../../data/WalletDialogs'
import { feeClaimIntent } from '../../flows/kinds/feeClaim'
import { Button } from '../../ui/Button'
import { SequenceNotice } from '../../ui/SequenceNotice'
import { treasuryContent } from './content'
import type { FeeRow } from './feeRows'

/** Has all pools pay, one after the other: each is a transaction to confirm. */
export function ClaimFees({
  rows,
  names,
}: {
  rows: readonly FeeRow[]
  /** The pools', by address. */
  names: ReadonlyMap<string, string>
}) {
  const { address, chainId } = useAccount()
  const { chain } = useNetwork()
  const { openConnect, isOpening } = useWalletDialogs()
  const { progress, begin } = useFlowSequence()
  const busyPools = useBusyPools(({ intent }) => intent.kind === 'feeClaim')
  const intents = rows
    .filter(({ facts, claimable }) => claimable > 0n && !busyPools.has(facts.address))
    .map(({ facts }) => feeClaimIntent(facts, names.get(facts.address) ?? facts.address))
  if (intents.length < 2 && progress === undefined) return null
  return (
    <div className="space-y-3">
      {intents.length > 1 && (
        <div className="space-y-2">
          <Button
            look="primary"
            disabled={
              progress?.isStuck === false || (address !== undefined && chainId !== chain.id)
            }
            aria-busy={address === undefined && isOpening}
            onClick={() => (address === undefined ? openConnect() : begin(address, intents))}
          >
            {address === undefined
              ? treasuryContent.claim.connectFirst
              : treasuryContent.claim.all(intents.length)}
          </Button>
          <p className="max-w-prose text-xs text-muted">
            {treasuryContent.claim.how(intents.length)}
            {address !== undefined &&
              chainId !== chain.id &&
              ` ${treasuryContent.claim.switchFirst(chain.name)}`}
          </p>
        </div>
      )}
      {progress !== undefined && (
        <SequenceNotice {...progress} remainingText={treasuryContent.claim.rest} />
      )}
    </div>
  )
}
