import { useParams } from 'react-router'
import { isAddress, isAddressEqual } from 'viem'
import { useSnapshot } from '../../data/SnapshotProvider'
import { EscrowActions } from '../../features/account/EscrowActions'
import { PositionCard } from '../../features/account/PositionCard'
import { BridgeHint } from '../../features/bridge/BridgeHint'
import { UpkeepOffer } from '../../features/keeper/UpkeepOffer'
import { ExecutedOrders } from '../../features/pending/ExecutedOrders'
import { PendingCommits } from '../../features/pending/PendingCommits'
import { PoolDetails } from '../../features/pool/PoolDetails'
import { PoolHeader } from '../../features/pool/PoolHeader'
import { PoolMissing, type PoolMissingReason } from '../../features/pool/PoolMissing'
import { PoolSkeleton } from '../../features/pool/PoolSkeleton'
import { Ticket } from '../../features/trade/Ticket'
import { Transactions } from '../../features/transactions/Transactions'
import { StickyBar } from '../../ui/StickyBar'

/** One pool: the market on the left, what one can do and has in it on the right. */
export function PoolRoute() {
  const address = useParams().address ?? ''
  const { snapshot, unreadablePools, failures } = useSnapshot()
  if (!isAddress(address, { strict: false }))
    return <PoolMissing address={address} reason="malformed" />
  if (snapshot === undefined) return <PoolSkeleton address={address} isFailing={failures > 1} />

  const pool = snapshot.pools.find(({ facts }) => isAddressEqual(facts.address, address))
  if (pool === undefined) return <PoolMissing address={address} reason={whyMissing()} />
  return (
    <div className="space-y-5">
      <PoolHeader pool={pool} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        {/* First for the keyboard and for screen readers, as it is first on a phone. */}
        <div className="min-w-0 space-y-5 lg:order-2">
          <Transactions pool={pool} />
          <Ticket key={pool.facts.address} pool={pool} hint={<BridgeHint pools={[pool]} />} />
          <PositionCard pool={pool} />
          <PendingCommits pool={pool} />
          <ExecutedOrders pool={pool}>
            <EscrowActions pool={pool} claimLabel="Claim into the wallet" isBrief />
          </ExecutedOrders>
        </div>
        <div className="min-w-0">
          <PoolDetails pool={pool} />
        </div>
      </div>
      <StickyBar>
        <UpkeepOffer pool={pool} />
      </StickyBar>
    </div>
  )

  function whyMissing(): PoolMissingReason {
    if (!isAddress(address, { strict: false })) return 'malformed'
    const isUnreadable =
      unreadablePools.some((other) => isAddressEqual(other.address, address)) ||
      snapshot?.failedPools.some((other) => isAddressEqual(other, address))
    return isUnreadable ? 'unreadable' : 'notOfFactory'
  }
}
