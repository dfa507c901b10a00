import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { ClaimButton } from '../../features/account/ClaimButton'
import { ExitPage } from '../../features/exit/ExitPage'
import { RebalanceButton } from '../../features/keeper/RebalanceButton'
import { LastClaim } from '../../features/transactions/LastClaim'
import { Transactions } from '../../features/transactions/Transactions'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { sections } from './content'
import { PoolOfLink } from './PoolOfLink'

/** The way out of one pool. */
export function ExitRoute() {
  return <PoolOfLink>{(pool) => <Page key={pool.facts.address} pool={pool} />}</PoolOfLink>
}

function Page({ pool }: { pool: PoolAtBlock }) {
  return (
    <ExitPage
      pool={pool}
      transactions={
        <SectionBoundary what={sections.transactions}>
          <Transactions pool={pool} />
        </SectionBoundary>
      }
      perform={(due, label) => <RebalanceButton facts={pool.facts} due={due} label={label} />}
      claim={(look) => <ClaimButton pool={pool} look={look} />}
      lastClaim={<LastClaim pool={pool} />}
    />
  )
}
