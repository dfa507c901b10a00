import { Link } from 'react-router'
import { useSnapshot } from '../../data/SnapshotProvider'
import type { Stake } from '../../data/stakedToken'
import { Amount } from '../../ui/Amount'
import { Fact, Facts } from '../../ui/Facts'
import { accountContent as content } from './content'

/** What the account has staked of a market, with the way there. Nothing where it has not. */
export function StakedFacts({ stakes }: { stakes: readonly Stake[] }) {
  const staked = stakes.filter((stake) => stake.staked > 0n)
  if (staked.length === 0) return null
  return (
    <>
      <h3 className="mt-3 font-medium first:mt-0">{content.staked}</h3>
      <Facts>
        {staked.map((stake) => (
          <Fact key={stake.farm.address} name={content.stakedOf[stake.token.kind]}>
            <StakedAmount stake={stake} />
          </Fact>
        ))}
      </Facts>
      <p className="mt-2 text-xs text-muted">
        <StakeLink>{content.toStakes}</StakeLink>
      </p>
    </>
  )
}

export function StakedAmount({ stake: { farm, token, staked } }: { stake: Stake }) {
  const { decimals } = farm.stakingToken
  return <Amount value={staked} token={{ decimals, symbol: content.stakedUnit[token.kind] }} />
}

/** Leads to the farms, for the account that is looked at. */
export function StakeLink({ children }: { children: string }) {
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
