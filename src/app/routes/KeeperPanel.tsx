import { DueMarkets } from '../../features/keeper/DueMarkets'
import { UpkeepTransactions } from '../../features/transactions/Transactions'
import { StickyBar } from '../../ui/StickyBar'

/** Rebalances that anyone may perform, and those that the visitor has performed. */
export default function KeeperPanel() {
  return (
    <StickyBar>
      <DueMarkets />
      <UpkeepTransactions />
    </StickyBar>
  )
}
