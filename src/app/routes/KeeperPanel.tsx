import { DueMarkets } from '../../features/keeper/DueMarkets'
import { UpkeepTransactions } from '../../features/transactions/Transactions'

/** Rebalances that anybody may perform, and those that the visitor has performed. */
export default function KeeperPanel() {
  return (
    <>
      <DueMarkets />
      <UpkeepTransactions />
    </>
  )
}
