import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { ClaimButton } from '../../features/account/ClaimButton'
import { ExitPage } from '../../features/exit/ExitPage'
import { PerformButton } from '../../features/keeper/PerformButton'
import { Transactions } from '../../features/transactions/Transactions'
import { formatName } from '../../format/formatAddress'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { PoolOfLink } from './PoolOfLink'

/** The way out of one pool. */
export function ExitRoute() {
  return <PoolOfLink>{(pool) => <Page key={pool.facts.address} pool={pool} />}</PoolOfLink>
}

function Page({ pool }: { pool: PoolAtBlock }) {
  const { facts } = pool
  return (
    <ExitPage
      pool={pool}
      transactions={
        <SectionBoundary what="The list of transactions">
          <Transactions pool={pool} />
        </SectionBoundary>
      }
      perform={(due, label) => (
        <PerformButton
          label={label}
          intent={{
            kind: 'upkeep',
            title: `Rebalance ${formatName(facts.name)}`,
            pool: facts.address,
            poolKeeper: facts.keeper,
            pools: Array.from({ length: due.inOneTransaction }, () => facts.address),
            gas: due.gas,
          }}
        />
      )}
      claim={<ClaimButton pool={pool} />}
    />
  )
}
