import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useExplorerUrl } from '../../data/useExplorerUrl'
import { useMarketLookalike, useUnverifiedComponents } from '../../data/useUnverifiedComponents'
import { formatAddress, formatName } from '../../format/formatAddress'
import { Notice } from '../../ui/Notice'
import { Tooltip } from '../../ui/Tooltip'
import { UnverifiedComponents } from '../../ui/UnverifiedComponents'
import { poolContent } from './content'

const content = poolContent.unverified

/** What of a market is not known and what it can take, for the one who looks at it; nothing for a verified one. */
export function UnverifiedNotice({ pool }: { pool: PoolAtBlock }) {
  const components = useUnverifiedComponents(pool)
  const likeness = useMarketLookalike(pool)
  const explorerUrl = useExplorerUrl()
  if (components.length === 0) return null
  return (
    <Notice tone="error" standing>
      <p>
        <strong className="font-semibold">{content.title}</strong> {content.anyone}{' '}
        {likeness !== undefined && (
          <>
            {content.imitates(
              <bdi>{formatName(likeness.name)}</bdi>,
              <Tooltip text={likeness.address}>
                <span className="font-mono text-xs whitespace-nowrap">
                  {formatAddress(likeness.address)}
                </span>
              </Tooltip>,
            )}{' '}
          </>
        )}
        {content.components(components.length)}
      </p>
      <UnverifiedComponents components={components} explorerUrl={explorerUrl} />
    </Notice>
  )
}
