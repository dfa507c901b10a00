import { useEffect } from 'react'
import { useParams } from 'react-router'
import { getAddress, isAddress } from 'viem'
import { PoolHistoryProvider } from '../../data/PoolHistoryProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { EscrowActions } from '../../features/account/EscrowActions'
import { PositionCard } from '../../features/account/PositionCard'
import { BridgeHint } from '../../features/bridge/BridgeHint'
import { UpkeepOffer } from '../../features/keeper/UpkeepOffer'
import { ExecutedOrders } from '../../features/pending/ExecutedOrders'
import { PendingCommits } from '../../features/pending/PendingCommits'
import { PoolDetails } from '../../features/pool/PoolDetails'
import { PoolHeader } from '../../features/pool/PoolHeader'
import { PoolMissing } from '../../features/pool/PoolMissing'
import { PoolSkeleton } from '../../features/pool/PoolSkeleton'
import { ProfitCard } from '../../features/profit/ProfitCard'
import { Ticket } from '../../features/trade/Ticket'
import { Transactions } from '../../features/transactions/Transactions'
import { PartBoundary } from '../../ui/PartBoundary'
import { StickyBar } from '../../ui/StickyBar'

/** One pool: the market on the left, what one can do and has in it on the right. */
export function PoolRoute() {
  const address = useParams().address ?? ''
  const { snapshot, failures, openPool, missingPool } = useSnapshot()
  const pool = snapshot?.pools.find(
    ({ facts }) => facts.address.toLowerCase() === address.toLowerCase(),
  )
  const isMissing = snapshot !== undefined && pool === undefined
  useEffect(() => {
    if (isMissing && isAddress(address, { strict: false })) openPool(getAddress(address))
  }, [isMissing, address, openPool])
  if (!isAddress(address, { strict: false }))
    return <PoolMissing address={address} reason="malformed" />
  if (pool === undefined) {
    const state = snapshot === undefined ? 'loading' : missingPool(address)
    if (state === 'loading') return <PoolSkeleton address={address} isFailing={failures > 1} />
    const reason = state === 'foreign' ? 'notOfFactory' : state
    return <PoolMissing address={address} reason={reason} />
  }
  return (
    <PoolHistoryProvider pool={pool}>
      <div className="space-y-5">
        <PoolHeader pool={pool} />
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
          {/* First for the keyboard and for screen readers, as it is first on a phone. */}
          <div className="min-w-0 space-y-5 lg:order-2">
            <PartBoundary what="The list of transactions">
              <Transactions pool={pool} />
            </PartBoundary>
            <PartBoundary what="The ticket">
              <Ticket key={pool.facts.address} pool={pool} hint={<BridgeHint pools={[pool]} />} />
            </PartBoundary>
            <PartBoundary what="Your position">
              <PositionCard pool={pool} />
            </PartBoundary>
            <PartBoundary what="Profit and loss">
              <ProfitCard pool={pool} />
            </PartBoundary>
            <PartBoundary what="The list of pending commits">
              <PendingCommits pool={pool} />
            </PartBoundary>
            <PartBoundary what="The list of executed orders">
              <ExecutedOrders pool={pool}>
                <EscrowActions pool={pool} claimLabel="Claim into the wallet" isBrief />
              </ExecutedOrders>
            </PartBoundary>
          </div>
          <div className="min-w-0">
            <PoolDetails pool={pool} />
          </div>
        </div>
        <StickyBar>
          <PartBoundary what="The rebalance that is due">
            <UpkeepOffer pool={pool} />
          </PartBoundary>
        </StickyBar>
      </div>
    </PoolHistoryProvider>
  )
}
