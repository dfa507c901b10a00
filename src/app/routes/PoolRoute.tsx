import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { AccountHistoryProvider } from '../../data/AccountHistoryProvider'
import { PoolHistoryProvider } from '../../data/PoolHistoryProvider'
import { PositionCard } from '../../features/account/PositionCard'
import { HistoryLink } from '../../features/accountHistory/HistoryLink'
import { BridgeHint } from '../../features/bridge/BridgeHint'
import { ExitLink } from '../../features/exit/ExitLink'
import { UpkeepOffer } from '../../features/keeper/UpkeepOffer'
import { LiquidityLinkSection } from '../../features/liquidity/LiquidityLinkSection'
import { ExecutedOrders } from '../../features/pending/ExecutedOrders'
import { PendingCommits } from '../../features/pending/PendingCommits'
import { PoolDetails } from '../../features/pool/PoolDetails'
import { PoolHeader } from '../../features/pool/PoolHeader'
import { ProfitCard } from '../../features/profit/ProfitCard'
import { Ticket } from '../../features/trade/Ticket'
import { TransactionsBelow } from '../../features/transactions/Transactions'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { sections } from './content'
import { PoolOfLink } from './PoolOfLink'

/** One pool: the market and what became of the account's orders on the left, what one has and can do on the right. */
export function PoolRoute() {
  return (
    <PoolOfLink>
      {(pool) => (
        <PoolHistoryProvider pool={pool}>
          <AccountHistoryProvider>
            <Page pool={pool} />
          </AccountHistoryProvider>
        </PoolHistoryProvider>
      )}
    </PoolOfLink>
  )
}

function Page({ pool }: { pool: PoolAtBlock }) {
  return (
    <div className="space-y-4">
      <PoolHeader pool={pool} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        {/* First for the keyboard and for screen readers, as it is first on a phone. */}
        <div className="min-w-0 space-y-4 lg:order-2">
          {/* One line, above the ticket: who comes back to claim has not to pass a form first. */}
          <SectionBoundary what={sections.position}>
            <PositionCard pool={pool} links={<HistoryLink pool={pool} />} />
            <ExitLink pool={pool} />
          </SectionBoundary>
          <SectionBoundary what={sections.ticket}>
            <Ticket
              key={pool.facts.address}
              pool={pool}
              hint={<BridgeHint pools={[pool]} isNextStep />}
              transactions={(what) => (
                <SectionBoundary what={sections.transactions}>
                  <TransactionsBelow pool={pool} what={what} />
                </SectionBoundary>
              )}
            />
            <LiquidityLinkSection pool={pool} />
          </SectionBoundary>
        </div>
        <div className="min-w-0">
          <PoolDetails pool={pool}>
            <SectionBoundary what={sections.pendingCommits}>
              <PendingCommits pool={pool} />
            </SectionBoundary>
            <SectionBoundary what={sections.profit}>
              <ProfitCard pool={pool} />
            </SectionBoundary>
            <SectionBoundary what={sections.executedOrders}>
              <ExecutedOrders pool={pool} />
            </SectionBoundary>
          </PoolDetails>
          {/* Over its column, where there are two: never over the ticket. At the end of a narrow page. */}
          <div className="mt-4 empty:hidden lg:sticky lg:bottom-3 lg:z-10">
            <SectionBoundary what={sections.dueRebalance}>
              <UpkeepOffer pool={pool} />
            </SectionBoundary>
          </div>
        </div>
      </div>
    </div>
  )
}
