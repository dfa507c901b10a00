import { useEffect } from 'react'
import { useParams } from 'react-router'
import { getAddress, isAddress } from 'viem'
import { useSnapshot } from '../../data/SnapshotProvider'
import { EscrowActions } from '../../features/account/EscrowActions'
import { ExitPage } from '../../features/exit/ExitPage'
import { PerformButton } from '../../features/keeper/PerformButton'
import { PoolMissing } from '../../features/pool/PoolMissing'
import { PoolSkeleton } from '../../features/pool/PoolSkeleton'
import { Transactions } from '../../features/transactions/Transactions'
import { formatName } from '../../format/formatAddress'
import { PartBoundary } from '../../ui/PartBoundary'

/** The way out of one pool. */
export function ExitRoute() {
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
    return <PoolMissing address={address} reason={state === 'foreign' ? 'notOfFactory' : state} />
  }
  const { facts } = pool
  return (
    <ExitPage
      key={facts.address}
      pool={pool}
      transactions={
        <PartBoundary what="The list of transactions">
          <Transactions pool={pool} />
        </PartBoundary>
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
      claim={<EscrowActions pool={pool} isBrief />}
    />
  )
}
