import { type ReactNode, useId } from 'react'
import { useSearchParams } from 'react-router'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { formatNames } from '../../format/formatNames'
import { DataUnavailable } from '../../ui/DataUnavailable'
import { Notice } from '../../ui/Notice'
import { keeperSteps as content } from './content'
import { KeeperFigure } from './KeeperFigure'
import { sectionId } from './useTopicInView'

/** What a keeper does, and where a pool of the list is in it. The chosen pool is in the URL. */
export function KeeperSection({ anchor }: { anchor: ReactNode }) {
  const { snapshot, failures, failureReason } = useSnapshot()
  const [params, setParams] = useSearchParams()
  const wanted = params.get('pool')?.toLowerCase()
  const isWanted = ({ facts }: PoolAtBlock) => facts.address.toLowerCase() === wanted
  const pools = snapshot && listedPools(snapshot.pools, isWanted)
  const pool = pools?.find(isWanted) ?? pools?.[0]
  const choose = (address: string) =>
    setParams({ topic: 'keeper', pool: address }, { replace: true, preventScrollReset: true })
  return (
    <>
      <div className="flex items-baseline gap-2">
        <h2
          id={`${sectionId('keeper')}-title`}
          tabIndex={-1}
          className="text-lg leading-6 font-semibold"
        >
          {content.title}
        </h2>
        {anchor}
      </div>
      <div className="mt-2 max-w-prose space-y-2 text-pretty">{content.text}</div>
      <div className="mt-4 rounded-panel border border-line bg-surface p-4">
        {pools === undefined ? (
          failures > 1 ? (
            <DataUnavailable reason={failureReason} />
          ) : (
            // As high as the figure is on a wide screen, so that the table below does not jump far.
            <p aria-busy="true" className="min-h-136 text-muted">
              {content.loading}
            </p>
          )
        ) : pool === undefined ? (
          <Notice>{content.none}</Notice>
        ) : (
          <>
            <MarketChoice pools={pools} chosen={pool} onChoose={choose} />
            <KeeperFigure key={pool.facts.address} pool={pool} />
          </>
        )}
      </div>
    </>
  )
}

/** The verified pools, and the one that the URL names; all where none is verified. */
function listedPools(
  pools: readonly PoolAtBlock[],
  isWanted: (pool: PoolAtBlock) => boolean,
): readonly PoolAtBlock[] {
  const listed = pools.filter((pool) => isVerified(pool) || isWanted(pool))
  return listed.length > 0 ? listed : pools
}

function MarketChoice({
  pools,
  chosen,
  onChoose,
}: {
  pools: readonly PoolAtBlock[]
  chosen: PoolAtBlock
  onChoose: (address: string) => void
}) {
  const id = useId()
  const names = formatNames(pools.map(({ facts }) => facts))
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <label htmlFor={id} className="text-muted">
        {content.market}
      </label>
      <select
        id={id}
        className="min-h-9 max-w-full rounded border border-line bg-canvas px-2 max-sm:min-h-10"
        value={chosen.facts.address}
        onChange={(event) => onChoose(event.target.value)}
      >
        {pools.map(({ facts: { address } }) => (
          <option key={address} value={address}>
            {names.get(address)}
          </option>
        ))}
      </select>
    </div>
  )
}
