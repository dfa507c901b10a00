import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlowActions } from '../../data/FlowsProvider'
import { useBusyFarms } from '../../data/useBusyFarms'
import { useReadyWallet } from '../../data/useReadyWallet'
import { Amount } from '../../ui/Amount'
import { Button } from '../../ui/Button'
import { exitContent } from './content'
import { leaveFarmIntent } from './takeOutIntents'
import type { TakeOutStep } from './takeOutSteps'
import { WalletFirst } from './WalletFirst'

const content = exitContent.takeOut

/** One farm that is left with everything; with the stake alone where its rewards are gone, and why. */
export function LeaveFarm({
  pool: { facts },
  step: { stake, withRewards },
  isNext,
  isWatched,
}: {
  pool: PoolAtBlock
  step: Extract<TakeOutStep, { kind: 'leaveFarm' }>
  isNext: boolean
  isWatched: boolean
}) {
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const { farm } = stake
  const earned = farm.account?.earned ?? 0n
  const owner = wallet.isReady ? wallet.account : undefined
  const isBusy = useBusyFarms(owner).has(farm.address)
  const leave = (rewardsToo: boolean) => {
    if (wallet.isReady) start(wallet.account, leaveFarmIntent(facts, stake, rewardsToo), false)
  }
  const rewards = (value: bigint) => <Amount value={value} token={farm.rewardToken} />
  return (
    <>
      {earned > 0n && (
        <p className={`max-w-prose ${withRewards ? 'text-muted' : 'text-warn'}`}>
          {withRewards
            ? content.rewards(rewards(earned))
            : content.noRewards(rewards(earned), rewards(farm.rewardBalance))}
        </p>
      )}
      {isNext && (
        <WalletFirst wallet={wallet} isWatched={isWatched}>
          <div className="flex flex-wrap gap-2">
            <Button look="primary" disabled={isBusy} onClick={() => leave(withRewards)}>
              {withRewards && earned > 0n ? content.leaveFarm : content.withdraw}
            </Button>
            {withRewards && earned > 0n && (
              <Button look="quiet" disabled={isBusy} onClick={() => leave(false)}>
                {content.withoutRewards}
              </Button>
            )}
          </div>
        </WalletFirst>
      )}
    </>
  )
}
