import { currentBrand } from '../../brand/currentBrand'
import { FeeClaimTransactions } from '../../features/transactions/Transactions'
import { TreasuryPage } from '../../features/treasury/TreasuryPage'

/** The part of the management fees that goes to the edition's treasury, or to any other address. */
export function TreasuryRoute() {
  return <TreasuryPage treasury={currentBrand.treasury} transactions={<FeeClaimTransactions />} />
}
