import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useExplorerUrl } from '../../data/useExplorerUrl'
import { useMarketLikeness, useUnknownParts } from '../../data/useUnknownParts'
import { formatAddress, formatName } from '../../format/formatAddress'
import { Notice } from '../../ui/Notice'
import { UnknownParts } from '../../ui/UnknownParts'

/** What of a market is not known and what it can take, for whoever looks at it; nothing for a verified one. */
export function UnverifiedNotice({ pool }: { pool: PoolAtBlock }) {
  const parts = useUnknownParts(pool)
  const likeness = useMarketLikeness(pool)
  const explorerUrl = useExplorerUrl()
  if (parts.length === 0) return null
  return (
    <Notice tone="error" standing>
      <p>
        <strong className="font-semibold">Unverified market.</strong> Anyone can create a market and
        give it any name.{' '}
        {likeness !== undefined && (
          <>
            This one uses the name of <bdi>{formatName(likeness.name)}</bdi>, which is a different
            market (
            <span className="font-mono text-xs whitespace-nowrap" title={likeness.address}>
              {formatAddress(likeness.address)}
            </span>
            ).{' '}
          </>
        )}
        {parts.length === 1 ? 'One part of it is' : `${parts.length} parts of it are`} not known to
        this page. Burning and claiming what you hold here needs no extra step.
      </p>
      <UnknownParts parts={parts} explorerUrl={explorerUrl} />
    </Notice>
  )
}
