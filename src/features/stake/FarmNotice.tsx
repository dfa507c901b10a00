import { formatName } from '../../format/formatAddress'
import { formatAmountShort } from '../../format/formatAmount'
import { formatDate } from '../../format/formatTime'
import { Amount } from '../../ui/Amount'
import { Notice } from '../../ui/Notice'
import { stakeContent } from './content'
import { describeUnit } from './describeUnit'
import type { FarmRow } from './farmRow'

const { notice: content } = stakeContent

/** What is not as usual in a farm, and what it means for the account; nothing for a farm that runs. */
export function FarmNotice({ row }: { row: FarmRow }) {
  const { farm, state, staked, earned } = row
  const isOwn = staked > 0n || earned > 0n
  return (
    <>
      {state === 'unfunded' && <Unfunded row={row} />}
      {state === 'ended' && isOwn && (
        <Notice tone="warn" standing>
          <Ended row={row} />
        </Notice>
      )}
      {state === 'paused' && (
        <Notice standing>{isOwn ? content.paused : content.pausedOther}</Notice>
      )}
      {farm.account?.isComputable === false && isOwn && (
        <Notice tone="warn" standing>
          {content.notComputable}
        </Notice>
      )}
    </>
  )
}

function Unfunded({ row: { farm, staked, earned } }: { row: FarmRow }) {
  const { rewardToken, rewardBalance } = farm
  const owed = <Amount value={earned} token={rewardToken} />
  const held = <Amount value={rewardBalance} token={rewardToken} />
  return (
    <Notice tone="warn" standing>
      {earned <= rewardBalance
        ? content.empty(formatName(rewardToken.symbol))
        : staked > 0n
          ? content.unfunded(owed, held)
          : content.unfundedRewardsOnly(owed, held)}
    </Notice>
  )
}

function Ended({ row }: { row: FarmRow }) {
  const { farm, staked, earned } = row
  const { periodFinishSec } = farm.state
  const stake = (
    <span translate="no">
      {`${formatAmountShort(staked, farm.stakingToken.decimals)} ${describeUnit(row)}`}
    </span>
  )
  if (periodFinishSec === 0n) return content.neverStarted(stake)
  const date = formatDate('dayAndYear', new Date(Number(periodFinishSec) * 1_000))
  if (staked > 0n) return content.ended(stake, date)
  return content.endedRewards(<Amount value={earned} token={farm.rewardToken} />, date)
}
