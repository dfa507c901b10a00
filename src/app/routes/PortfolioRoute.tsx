import { isAddressEqual } from 'viem'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useDefaultSettlement, useKnownToken } from '../../data/useKnownToken'
import { EscrowActions } from '../../features/account/EscrowActions'
import { HistoryLink } from '../../features/accountHistory/HistoryLink'
import { AlertSettings } from '../../features/alerts/AlertSettings'
import { Approvals } from '../../features/approvals/Approvals'
import { BridgeHint } from '../../features/bridge/BridgeHint'
import { ExitLink } from '../../features/exit/ExitLink'
import { LiquidityLink } from '../../features/liquidity/LiquidityLink'
import { ExecutedOrders } from '../../features/pending/ExecutedOrders'
import { AllPendingCommits } from '../../features/pending/PendingCommits'
import { PortfolioPage } from '../../features/portfolio/PortfolioPage'
import { VeBal } from '../../features/portfolio/VeBal'
import { ProfitLine } from '../../features/profit/ProfitLine'
import { ProfitTotals } from '../../features/profit/ProfitTotals'
import { AllTransactions } from '../../features/transactions/Transactions'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { sections } from './content'

/** Everything that an account holds, and its commits and approvals, over all pools. */
export function PortfolioRoute() {
  const { snapshot } = useSnapshot()
  const bal = useKnownToken('BAL')
  const usual = useDefaultSettlement()
  // Also where the edition is for markets in BAL, and none has been created yet.
  const hasBal =
    bal !== undefined &&
    (usual === bal ||
      snapshot?.pools.some(({ facts }) => isAddressEqual(facts.settlementToken.address, bal)))
  return (
    <PortfolioPage
      transactions={
        <SectionBoundary what={sections.transactions}>
          <AllTransactions pools={snapshot?.pools ?? []} />
        </SectionBoundary>
      }
      profit={(held) => <ProfitTotals held={held} />}
      poolProfit={(pool) => <ProfitLine pool={pool} />}
      actions={(pool, isOneOfMany) => (
        <>
          <EscrowActions pool={pool} look={isOneOfMany ? 'secondary' : 'primary'} />
          <ExitLink pool={pool} always />
          <HistoryLink pool={pool} />
          <LiquidityLink pool={pool} onlyHeld />
        </>
      )}
      hint={<BridgeHint pools={snapshot?.pools ?? []} isNextStep />}
    >
      <div className="min-w-0 space-y-5">
        <SectionBoundary what={sections.pendingCommits}>
          <AllPendingCommits />
        </SectionBoundary>
        <SectionBoundary what={sections.approvals}>
          <Approvals />
        </SectionBoundary>
        {hasBal && (
          <SectionBoundary what={sections.veBal}>
            <VeBal />
          </SectionBoundary>
        )}
      </div>
      <div className="min-w-0 space-y-5">
        <SectionBoundary what={sections.executedOrders}>
          <ExecutedOrders />
        </SectionBoundary>
        <SectionBoundary what={sections.alerts}>
          <AlertSettings />
        </SectionBoundary>
      </div>
    </PortfolioPage>
  )
}
