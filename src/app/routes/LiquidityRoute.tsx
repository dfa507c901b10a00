import { useParams } from 'react-router'
import { LiquidityPage } from '../../features/liquidity/LiquidityPage'
import { LiquidityTransactions } from '../../features/transactions/Transactions'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { sections } from './content'

/** One pool on Balancer, by the market whose tokens it holds or by its own address. */
export function LiquidityRoute() {
  const link = useParams().pool ?? ''
  return (
    <LiquidityPage
      key={link.toLowerCase()}
      link={link}
      transactions={(poolId) => (
        <SectionBoundary what={sections.transactions}>
          <LiquidityTransactions poolId={poolId} />
        </SectionBoundary>
      )}
    />
  )
}
