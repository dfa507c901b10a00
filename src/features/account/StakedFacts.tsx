import { Link } from 'react-router'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { OutsideHolding } from '../../data/outsideOf'
import { useSnapshot } from '../../data/SnapshotProvider'
import type { Stake } from '../../data/stakedToken'
import { useDollars } from '../../data/useDollars'
import { formatName } from '../../format/formatAddress'
import { WAD_DECIMALS } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Dollars } from '../../ui/Dollars'
import { Fact, Facts } from '../../ui/Facts'
import { accountContent as content } from './content'

/** What the account has of a market in farms and in Balancer's pools, what it comes to, and the way there. */
export function StakedFacts({
  pool: { facts },
  outside: { stakes, liquidity, worth },
}: {
  pool: PoolAtBlock
  outside: OutsideHolding
}) {
  const dollarsOf = useDollars()
  const money = facts.settlementToken
  const uncounted = [...stakes, ...liquidity].flatMap(({ value }) => value?.unpriced ?? [])
  return (
    <>
      {stakes.length > 0 && (
        <>
          <h3 className="mt-3 font-medium first:mt-0">{content.staked}</h3>
          <Facts>
            {stakes.map((stake) => (
              <Fact key={stake.farm.address} name={content.stakedOf[stake.token.kind]}>
                <StakedAmount stake={stake} />
              </Fact>
            ))}
          </Facts>
        </>
      )}
      {liquidity.length > 0 && <h3 className="mt-3 font-medium first:mt-0">{content.liquidity}</h3>}
      <Facts>
        {liquidity.map(({ lp }) => (
          <Fact key={lp.address} name={content.stakedOf.lp}>
            <LpAmount value={lp.held} />
          </Fact>
        ))}
        <Fact name={content.outsideValue} hint={content.outsideHint}>
          <Amount value={worth} token={money} /> <Dollars wad={dollarsOf(worth, money)} />
        </Fact>
        {uncounted.map(({ token, amount }, index) => (
          // Two LP tokens may hold the same amount of the same token.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list has no other key
          <Fact key={index} name={content.uncounted(formatName(token.symbol, 12))}>
            <Amount value={amount} token={token} />
          </Fact>
        ))}
      </Facts>
      {stakes.length > 0 && (
        <p className="mt-2 text-xs text-muted">
          <StakeLink>{content.toStakes}</StakeLink>
        </p>
      )}
    </>
  )
}

export function LpAmount({ value }: { value: bigint }) {
  return <Amount value={value} token={{ symbol: content.stakedUnit.lp, decimals: WAD_DECIMALS }} />
}

export function StakedAmount({ stake: { farm, token, staked } }: { stake: Stake }) {
  const { decimals } = farm.stakingToken
  return <Amount value={staked} token={{ decimals, symbol: content.stakedUnit[token.kind] }} />
}

/** Leads to the farms, for the account that is looked at. */
function StakeLink({ children }: { children: string }) {
  const { account, isWatched } = useSnapshot()
  return (
    <Link
      to={isWatched && account !== undefined ? `/stake?account=${account}` : '/stake'}
      className="underline underline-offset-2 hover:text-ink"
    >
      {children}
    </Link>
  )
}
