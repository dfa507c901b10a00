import { useAccount } from 'wagmi'
import { useNetwork } from '../../data/NetworkContext'
import { useBusyPools } from '../../data/useBusyPools'
import { useFlowSequence } from '../../data/useFlowSequence'
import { useNamesakes } from '../../data/useNamesakes'
import { claimIntent } from '../../flows/kinds/claim'
import { formatNameAt } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { SequenceNotice } from '../../ui/SequenceNotice'
import { portfolioContent } from './content'
import { isClaimable } from './isClaimable'
import type { PoolHolding } from './poolHolding'

const { claim } = portfolioContent

/**
 * What can be done now: how many markets have something to claim, and one button for all of them, pool after pool. Each pool pays
 * its own escrow, so each is a transaction to confirm.
 */
export function ClaimAll({ holdings }: { holdings: readonly PoolHolding[] }) {
  const { address, chainId } = useAccount()
  const { chain } = useNetwork()
  const namesakes = useNamesakes()
  const busyPools = useBusyPools((flow) => flow.account === address)
  const ready = holdings.filter(isClaimable)
  const claimable = ready
    .filter(({ pool }) => !busyPools.has(pool.facts.address))
    .map(({ pool: { facts } }) => {
      const at = namesakes.has(facts.address) ? facts.address : undefined
      return claimIntent(facts, formatNameAt(facts.name, at))
    })
  const { progress, begin } = useFlowSequence()
  // A single market has its own button, in its card.
  if (address === undefined || (ready.length < 2 && progress === undefined)) return null
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {claimable.length > 1 && (
          <Button
            look="primary"
            disabled={progress?.isStuck === false || chainId !== chain.id}
            onClick={() => begin(address, claimable)}
          >
            {claim.all(claimable.length)}
          </Button>
        )}
        <p className="text-xs text-muted">
          {claim.ready(ready.length)}
          {claimable.length > 1 && ` ${claim.how(claimable.length)}`}
          {claimable.length > 1 && chainId !== chain.id && ` ${claim.switchFirst(chain.name)}`}
        </p>
      </div>
      {progress !== undefined && <SequenceNotice {...progress} remainingText={claim.rest} />}
    </div>
  )
}
