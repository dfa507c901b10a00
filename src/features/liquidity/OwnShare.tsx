import { Link } from 'react-router'
import { unwrapLp } from '../../analytics/secondary/unwrapLp'
import type { Secondary } from '../../chain/secondary/getSecondary'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useAccountLink } from '../../data/useAccountLink'
import { useReadyWallet } from '../../data/useReadyWallet'
import { formatPercent, ratioWad } from '../../format/formatRatio'
import { Amount } from '../../ui/Amount'
import { Card } from '../../ui/Card'
import { ConnectFirst } from '../../ui/ConnectFirst'
import { Fact, Facts } from '../../ui/Facts'
import { liquidityContent } from './content'
import { type LiquidityPool, LP_DECIMALS, worthOfAmounts } from './liquidityPool'
import { PoolAmounts } from './PoolAmounts'
import { farmsOfLp, stakedLp } from './stakedLp'
import { WorthFact } from './WorthFact'

const { share: content } = liquidityContent
const LP = { symbol: '', decimals: LP_DECIMALS }

/** The account's LP tokens, in the wallet and staked, and what they stand for at the Vault's balances. */
export function OwnShare({ pool, farms }: { pool: LiquidityPool; farms: Secondary['farms'] }) {
  const { account } = useSnapshot()
  const wallet = useReadyWallet()
  const linkTo = useAccountLink()
  const { lp } = pool
  const staked = stakedLp(lp, farms)
  const own = lp.held + staked
  return (
    <Card
      title={content.title}
      aside={
        farmsOfLp(lp, farms).length > 0 && (
          <Link
            to={linkTo('/stake')}
            className="text-muted underline underline-offset-4 hover:text-ink"
          >
            {content.stakePage}
          </Link>
        )
      }
    >
      {account === undefined ? (
        <ConnectFirst text={content.connect} wallet={wallet} />
      ) : own === 0n ? (
        <p className="text-muted">{content.none}</p>
      ) : (
        <Facts>
          <Fact name={content.inWallet}>
            <Amount value={lp.held} token={LP} />
          </Fact>
          {staked > 0n && (
            <Fact name={content.staked}>
              <Amount value={staked} token={LP} />
            </Fact>
          )}
          <Fact name={content.ofPool}>{formatPercent(ratioWad(own, lp.totalSupply) ?? 0n)}</Fact>
          <Holds pool={pool} own={own} />
        </Facts>
      )}
    </Card>
  )
}

function Holds({ pool, own }: { pool: LiquidityPool; own: bigint }) {
  const { lp, market } = pool
  const amounts = unwrapLp(lp.tokens, lp.totalSupply, own)
  const worth = worthOfAmounts(pool, amounts)
  return (
    <>
      <Fact name={content.holds} hint={content.holdsHint}>
        <PoolAmounts pool={pool} amounts={amounts} />
      </Fact>
      {market !== undefined && worth !== undefined && (
        <WorthFact name={content.value} worth={worth} token={market.facts.settlementToken} />
      )}
    </>
  )
}
