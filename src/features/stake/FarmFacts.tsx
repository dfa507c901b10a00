import { computeRewardRates, isRunning } from '../../analytics/staking/rewardRates'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { computeStakeValue } from '../../data/stakedToken'
import { useDollars } from '../../data/useDollars'
import { useExplorerUrl } from '../../data/useExplorerUrl'
import { formatName } from '../../format/formatAddress'
import { formatAmountShort } from '../../format/formatAmount'
import { formatPercent } from '../../format/formatRatio'
import { formatClock, formatDuration } from '../../format/formatTime'
import { AddressLink } from '../../ui/AddressLink'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { stakeContent } from './content'
import { describeUnit, toShownToken } from './describeUnit'
import { Earned } from './Earned'
import type { FarmRow } from './farmRow'
import { fundedUntilSec } from './fundedUntil'
import { missingForApr, rewardAprWad } from './rewardApr'

const { facts: content } = stakeContent

/** A farm's figures: the account's part first, then what the farm pays, and until when. */
export function FarmFacts({ row, nowSec }: { row: FarmRow; nowSec: bigint }) {
  const { farm, staked, earned } = row
  const { state, rewardToken } = farm
  const token = toShownToken(row)
  const rates = computeRewardRates(state, staked, nowSec)
  const runs = isRunning(state, nowSec)
  const hasStake = staked > 0n
  return (
    <>
      <Facts>
        {hasStake && (
          <>
            <Fact name={content.yours}>
              <Amount value={staked} token={token} />
            </Fact>
            <Value row={row} amount={staked} />
            <Fact name={content.share}>{formatPercent(rates.shareWad)}</Fact>
          </>
        )}
        {(hasStake || earned > 0n) && (
          <Fact name={content.earned} hint={content.earnedHint}>
            <Earned farm={farm} />
          </Fact>
        )}
        {hasStake && runs && (
          <Fact name={content.perHour}>
            <Amount value={rates.ownPerHour} token={rewardToken} />
          </Fact>
        )}
        <Fact name={content.total}>
          <Amount value={state.totalSupply} token={token} />
        </Fact>
        {!hasStake && <Value row={row} amount={state.totalSupply} />}
        {runs && (
          <Fact name={content.week}>
            {row.state === 'unfunded' ? (
              <span className="text-muted">{content.noRewards}</span>
            ) : (
              <Amount value={rates.perWeek} token={rewardToken} isRounded />
            )}
          </Fact>
        )}
        {runs && row.state !== 'unfunded' && <RewardRate row={row} nowSec={nowSec} />}
        <End row={row} nowSec={nowSec} />
        <Contract row={row} />
      </Facts>
      {hasStake && runs && (
        <p className="tabular mt-2 text-xs text-muted">
          {content.hour(
            formatAmountShort(staked, token.decimals),
            formatAmountShort(state.totalSupply, token.decimals),
            formatPercent(rates.shareWad),
          )}
        </p>
      )}
    </>
  )
}

/** What staked tokens come to; of LP tokens whose pool was not read only that this is not known. */
function Value({ row, amount }: { row: FarmRow; amount: bigint }) {
  const dollarsOf = useDollars()
  const { kind } = row.token
  const value = computeStakeValue(row.token, amount)
  if (value === undefined)
    return kind === 'lp' ? (
      <Fact name={content.value} hint={content.lpUnknown}>
        {content.unknown}
      </Fact>
    ) : null
  const { pool, worth, unpriced } = value
  const settlement: PoolAtBlock['facts']['settlementToken'] = pool.facts.settlementToken
  return (
    <Fact name={content.value} hint={kind === 'lp' ? content.lpValueHint : content.valueHint}>
      <Amount value={worth} token={settlement} /> <Dollars wad={dollarsOf(worth, settlement)} />
      {unpriced.map(({ token, amount }) => (
        <span key={token.address} className="block">
          {content.and} <Amount value={amount} token={token} />
        </span>
      ))}
    </Fact>
  )
}

function RewardRate({ row, nowSec }: { row: FarmRow; nowSec: bigint }) {
  const dollarsOf = useDollars()
  const aprWad = rewardAprWad(row, nowSec, dollarsOf)
  const reward = formatName(row.farm.rewardToken.symbol)
  return (
    <Fact
      name={content.rate}
      hint={
        aprWad === undefined ? content.unknownReason(reward, describeUnit(row)) : content.rateHint
      }
    >
      {aprWad === undefined ? (
        <span className="text-muted">
          {
            {
              stake: content.nothingStaked,
              stakePrice: content.noPriceFor(describeUnit(row)),
              rewardPrice: content.noPriceFor(reward),
            }[missingForApr(row, dollarsOf)]
          }
        </span>
      ) : (
        content.perYear(formatPercent(aprWad))
      )}
    </Fact>
  )
}

function End({ row: { farm, state }, nowSec }: { row: FarmRow; nowSec: bigint }) {
  const now = Number(nowSec)
  const end = Number(farm.state.periodFinishSec)
  // One that has run out says so above.
  const fundedUntil = state === 'unfunded' ? undefined : fundedUntilSec(farm, nowSec)
  if (end === 0) return <Fact name={content.ends}>{content.never}</Fact>
  return (
    <>
      <Fact name={end > now ? content.ends : content.ended}>
        {formatClock(end, now)}
        {end > now && (
          <span className="block text-xs text-muted">
            {content.inTime(formatDuration(end - now))}
          </span>
        )}
      </Fact>
      {fundedUntil !== undefined && (
        <Fact name={content.fundedUntil} hint={content.fundedHint}>
          <span className="text-warn">{formatClock(Number(fundedUntil), now)}</span>
        </Fact>
      )}
    </>
  )
}

function Contract({ row: { farm, name } }: { row: FarmRow }) {
  const explorerUrl = useExplorerUrl()
  return (
    <Fact name={content.contract}>
      <AddressLink address={farm.address} explorerUrl={explorerUrl} label={name} />
    </Fact>
  )
}
