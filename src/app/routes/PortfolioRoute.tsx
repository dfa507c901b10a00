import { useSnapshot } from '../../data/SnapshotProvider'
import { EscrowActions } from '../../features/account/EscrowActions'
import { ExecutedOrders } from '../../features/pending/ExecutedOrders'
import { AllPendingCommits } from '../../features/pending/PendingCommits'
import { PortfolioPage } from '../../features/portfolio/PortfolioPage'
import { VeBal } from '../../features/portfolio/VeBal'
import { Transactions } from '../../features/transactions/Transactions'

/** Everything that an account owns, waits for and has got, over all pools. */
export function PortfolioRoute() {
  const { snapshot } = useSnapshot()
  const hasBal = snapshot?.pools.some(({ facts }) => facts.settlementToken.symbol === 'BAL')
  return (
    <PortfolioPage
      transactions={snapshot?.pools.map((pool) => (
        <Transactions key={pool.facts.address} pool={pool} />
      ))}
      actions={(pool) => <EscrowActions pool={pool} />}
    >
      <div className="min-w-0 space-y-5">
        <AllPendingCommits />
        {hasBal && <VeBal />}
      </div>
      <ExecutedOrders />
    </PortfolioPage>
  )
}
