import { canPayRewards } from '../../chain/staking/farm'
import { useFlowActions } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useBusyFarms } from '../../data/useBusyFarms'
import { useReadyWallet } from '../../data/useReadyWallet'
import type { Intent } from '../../flows/kinds/kinds'
import { formatName } from '../../format/formatAddress'
import { formatAmountShort } from '../../format/formatAmount'
import { Button } from '../../ui/Button'
import { SwitchErrorNotice } from '../../ui/SwitchErrorNotice'
import { stakeContent } from './content'
import type { FarmRow } from './farmRow'
import { StakeForm } from './StakeForm'
import { claimRewardsIntent, exitFarmIntent, withdrawIntent } from './stakeIntents'

const { form: content } = stakeContent

/** What can be done with a farm: stake, withdraw, claim, leave. What its contract would revert is not offered. */
export function FarmActions({ row }: { row: FarmRow }) {
  const { isWatched } = useSnapshot()
  const wallet = useReadyWallet()
  const { farm, state, staked, earned, name } = row
  const canStake = state === 'running'
  // Without an account, the page's first card asks for the wallet, once.
  if (isWatched || farm.account === undefined) return null
  if (!canStake && staked === 0n && earned === 0n) return null
  if (!wallet.isReady) {
    const label = content.walletFirst(wallet.label)
    return (
      <div className="mt-3">
        <SwitchErrorNotice text={wallet.trouble} />
        <Button
          className="w-full whitespace-normal"
          aria-label={content.actionIn(label, name)}
          {...wallet.button}
        >
          {label}
        </Button>
      </div>
    )
  }
  return (
    <div className="mt-3 space-y-3">
      <WholeActions row={row} account={wallet.account} />
      <StakeForm key={wallet.account} row={row} account={wallet.account} canStake={canStake} />
    </div>
  )
}

/** What takes one click: everything out, or the rewards. */
function WholeActions({ row, account }: { row: FarmRow; account: `0x${string}` }) {
  const { start } = useFlowActions()
  const { farm, state, staked, earned, name } = row
  const isBusy = useBusyFarms(account).has(farm.address)
  const canPay = canPayRewards(farm)
  const isOver = state === 'ended' || state === 'unfunded'
  const button = (label: string, intent: Intent, isPrimary: boolean) => (
    <Button
      look={isPrimary ? 'primary' : 'secondary'}
      className="flex-1"
      disabled={isBusy}
      aria-label={content.actionIn(label, name)}
      onClick={() => start(account, intent, false)}
    >
      {label}
    </Button>
  )
  const reward = `${formatAmountShort(earned, farm.rewardToken.decimals)} ${formatName(farm.rewardToken.symbol, 12)}`
  const hasActions = staked > 0n || (canPay && earned > 0n)
  if (!hasActions) return null
  return (
    <div className="flex flex-wrap gap-2">
      {canPay &&
        earned > 0n &&
        button(content.claim(reward), claimRewardsIntent(row), staked === 0n)}
      {staked > 0n &&
        (canPay
          ? button(earned > 0n ? content.exit : content.exitNoRewards, exitFarmIntent(row), isOver)
          : button(content.exitNoRewards, withdrawIntent(row, staked), true))}
    </div>
  )
}
