import { useAccount } from 'wagmi'
import { useNetwork } from '../../data/NetworkContext'
import { useBusyPools } from '../../data/useBusyPools'
import { useFlowSequence } from '../../data/useFlowSequence'
import { useNamesakes } from '../../data/useNamesakes'
import { claimIntent } from '../../flows/kinds/claim'
import { formatNameAt } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { SequenceNotice } from '../../ui/SequenceNotice'
import type { PoolHolding } from './poolHolding'

/** Claims pool after pool. Each pool pays its own escrow, so each is a transaction to confirm. */
export function ClaimAll({ holdings }: { holdings: readonly PoolHolding[] }) {
  const { address, chainId } = useAccount()
  const { chain } = useNetwork()
  const namesakes = useNamesakes()
  const busyPools = useBusyPools((flow) => flow.account === address)
  const claimable = holdings
    .filter((holding) => isClaimable(holding) && !busyPools.has(holding.pool.facts.address))
    .map(({ pool: { facts } }) => {
      const at = namesakes.has(facts.address) ? facts.address : undefined
      return claimIntent(facts, formatNameAt(facts.name, at))
    })
  const { progress, begin } = useFlowSequence()
  if (address === undefined || (claimable.length < 2 && progress === undefined)) return null
  return (
    <div className="space-y-3">
      {claimable.length > 1 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            look="primary"
            disabled={progress?.isStuck === false || chainId !== chain.id}
            onClick={() => begin(address, claimable)}
          >
            Claim all {claimable.length}
          </Button>
          <p className="text-xs text-muted">
            Each market pays its own escrow: {claimable.length} transactions, one after the other,
            each confirmed in your wallet.
            {chainId !== chain.id && ` Switch your wallet to ${chain.name} first.`}
          </p>
        </div>
      )}
      {progress !== undefined && (
        <SequenceNotice
          {...progress}
          whatIsLeft="What was claimed before is in your wallet; the rest stays in escrow."
        />
      )}
    </div>
  )
}

function isClaimable({ pool: { snapshot }, holding: { escrow } }: PoolHolding): boolean {
  if (snapshot.paused || snapshot.committerPaused) return false
  return escrow.longTokens + escrow.shortTokens + escrow.settlementTokens > 0n
}
