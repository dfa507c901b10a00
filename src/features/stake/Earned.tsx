import { computeEarned } from '../../analytics/staking/computeEarned'
import { isRunning } from '../../analytics/staking/rewardRates'
import type { ListedFarm } from '../../chain/staking/farm'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { formatName } from '../../format/formatAddress'
import { formatAmount } from '../../format/formatAmount'
import { Amount } from '../../ui/Amount'
import { Tooltip } from '../../ui/Tooltip'

/** So that a second is seen to pass. */
const TICKING_DECIMALS = 6

/** What the account can claim now: of a farm that pays, computed each second as its contract does; its tooltip has the exact value. */
export function Earned({ farm }: { farm: ListedFarm }) {
  const { snapshot } = useSnapshot()
  const now = useChainNowSec(snapshot)
  const { account, state, rewardToken } = farm
  if (account === undefined) return null
  const nowSec = BigInt(now ?? 0)
  const computed =
    account.isComputable && nowSec > state.lastUpdateSec ? computeEarned(farm, nowSec) : undefined
  // Read at a block that the snapshot has not seen yet, it can be ahead.
  const earned = computed === undefined || computed < account.earned ? account.earned : computed
  if (!isRunning(state, nowSec) || account.staked === 0n)
    return <Amount value={earned} token={rewardToken} />
  const { decimals } = rewardToken
  const symbol = formatName(rewardToken.symbol)
  return (
    <Tooltip text={`${formatAmount(earned, decimals)} ${symbol}`}>
      <span className="tabular whitespace-nowrap" translate="no">
        <span>
          {formatAmount(earned, decimals, {
            maxDecimals: TICKING_DECIMALS,
            minDecimals: Math.min(TICKING_DECIMALS, decimals),
          })}
        </span>{' '}
        <bdi className="text-muted">{symbol}</bdi>
      </span>
    </Tooltip>
  )
}
