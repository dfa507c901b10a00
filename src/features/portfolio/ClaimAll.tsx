import { useEffect, useRef, useState } from 'react'
import type { Address } from 'viem'
import { useAccount } from 'wagmi'
import type { PoolFacts } from '../../chain/poolRegistry'
import { useFlowActions, useFlows } from '../../data/FlowsProvider'
import { useNetwork } from '../../data/NetworkContext'
import { claimIntent } from '../../flows/claimIntent'
import { currentStepIndex, isFinished } from '../../flows/flow'
import { formatName } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import type { PoolHolding } from './PortfolioPage'

/** Claims pool after pool. Each pool pays its own escrow, so each is a transaction to confirm. */
export function ClaimAll({ holdings }: { holdings: readonly PoolHolding[] }) {
  const { address, chainId } = useAccount()
  const { chain } = useNetwork()
  const claimable = holdings.filter(isClaimable).map(({ pool }) => pool.facts)
  const { progress, begin } = useClaimSequence()
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
        <Notice tone={progress.isStuck ? 'warn' : 'info'}>
          {progress.isStuck
            ? `The claim from ${progress.name} was stopped, and nothing more is asked for. What was claimed before is in your wallet; the rest stays in escrow.`
            : `Claiming from ${progress.name}. ${progress.left === 0 ? 'It is the last.' : `${progress.left} more to come.`}`}
        </Notice>
      )}
    </div>
  )
}

function isClaimable({ pool: { snapshot }, holding: { escrow } }: PoolHolding): boolean {
  if (snapshot.paused || snapshot.committerPaused) return false
  return escrow.longTokens + escrow.shortTokens + escrow.settlementTokens > 0n
}

/** One claim at a time: the next begins when the one before is in a block. */
function useClaimSequence() {
  const { start } = useFlowActions()
  const flows = useFlows()
  const [left, setLeft] = useState<readonly PoolFacts[]>([])
  const [currentId, setCurrentId] = useState<string>()
  const handled = useRef<string>(undefined)
  const current = flows.find(({ id }) => id === currentId)
  const isDone = current !== undefined && isFinished(current)

  const claimNext = (account: Address, pools: readonly PoolFacts[]) => {
    const [next, ...rest] = pools
    setLeft(rest)
    setCurrentId(next && start(account, claimIntent(next, formatName(next.name)), false))
  }
  useEffect(() => {
    if (!isDone || current === undefined || handled.current === current.id) return
    handled.current = current.id
    claimNext(current.account, left)
  })
  const at = current?.steps[currentStepIndex(current)]?.status.at
  const progress =
    current === undefined || isDone
      ? undefined
      : {
          name: current.intent.title.replace(/^Claim from /, ''),
          left: left.length,
          isStuck: at === 'stopped' || at === 'failed',
        }
  return { progress, begin: claimNext }
}
