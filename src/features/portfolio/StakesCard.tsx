import { Link } from 'react-router'
import { isRunning } from '../../analytics/staking/rewardRates'
import { useSnapshot } from '../../data/SnapshotProvider'
import type { Stake } from '../../data/stakedToken'
import { formatName } from '../../format/formatAddress'
import { formatDate } from '../../format/formatTime'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { portfolioContent } from './content'

const { stakes: content } = portfolioContent

/** Where the account has staked, what it comes to, and what is to be claimed there. Nothing where it has not. */
export function StakesCard({ stakes }: { stakes: readonly Stake[] }) {
  const { account, isWatched } = useSnapshot()
  if (stakes.length === 0) return null
  return (
    <Card
      title={content.title}
      aside={
        <Link
          to={isWatched && account !== undefined ? `/stake?account=${account}` : '/stake'}
          className="text-muted underline underline-offset-4 hover:text-ink"
        >
          {content.manage}
        </Link>
      }
    >
      <ul className="divide-y divide-line">
        {stakes.map((stake) => (
          <StakeLine key={stake.farm.address} stake={stake} />
        ))}
      </ul>
    </Card>
  )
}

function StakeLine({ stake: { farm, token, staked, value } }: { stake: Stake }) {
  const { snapshot } = useSnapshot()
  const { stakingToken, rewardToken, account, state } = farm
  const market = token.pool?.facts.name ?? farm.programme?.market ?? stakingToken.symbol
  const symbol = token.kind === 'other' ? stakingToken.symbol : content.units[token.kind]
  const earned = account?.earned ?? 0n
  const isEnded = snapshot !== undefined && !isRunning(state, snapshot.block.timestampSec)
  const end = new Date(Number(state.periodFinishSec) * 1_000)
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 wrap-anywhere">
        <span className="font-medium">{formatName(market)}</span>{' '}
        <Amount value={staked} token={{ symbol, decimals: stakingToken.decimals }} />
        {isEnded && state.periodFinishSec > 0n && (
          <span className="block text-xs text-warn">
            {content.ended(formatDate('dayAndYear', end))}
          </span>
        )}
      </span>
      <span className="tabular text-right text-muted">
        {value === undefined ? (
          content.notCounted
        ) : (
          <>
            {content.worth(<Amount value={value.worth} token={value.pool.facts.settlementToken} />)}
            {value.unpriced.length > 0 && (
              <>
                {' '}
                {content.alsoHolds(
                  value.unpriced.map(({ token: other, amount }) => (
                    <Amount key={other.address} value={amount} token={other} />
                  )),
                )}
              </>
            )}
          </>
        )}
        {earned > 0n && (
          <span className="block">
            {content.earned(<Amount value={earned} token={rewardToken} />)}
          </span>
        )}
      </span>
    </li>
  )
}
