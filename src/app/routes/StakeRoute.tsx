import { StakePage } from '../../features/stake/StakePage'
import { FarmTransactions } from '../../features/transactions/Transactions'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { sections } from './content'

/** All farms, and what an account has in them. */
export function StakeRoute() {
  return (
    <StakePage
      transactions={
        <SectionBoundary what={sections.transactions}>
          <FarmTransactions />
        </SectionBoundary>
      }
    />
  )
}
