import { CreatePage } from '../../features/create/CreatePage'
import { CreateTransactions } from '../../features/transactions/Transactions'

/** The making of a market, with its transactions. */
export function CreateRoute() {
  return <CreatePage transactions={<CreateTransactions />} />
}
