import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useExplorerUrl } from '../../data/useExplorerUrl'
import { useUnverifiedComponents } from '../../data/useUnverifiedComponents'
import { Notice } from '../../ui/Notice'
import { UnverifiedComponents } from '../../ui/UnverifiedComponents'
import { tradeContent } from './content'

/** What a stranger's market can take, and the tick without which no money goes into it. */
export function UnverifiedConsent({
  pool,
  isGiven,
  onChange,
}: {
  pool: PoolAtBlock
  isGiven: boolean
  onChange: (isGiven: boolean) => void
}) {
  const components = useUnverifiedComponents(pool)
  const explorerUrl = useExplorerUrl()
  return (
    <Notice tone="error" standing>
      <p className="font-semibold">{tradeContent.consent.title}</p>
      <div className="text-xs">
        <UnverifiedComponents components={components} explorerUrl={explorerUrl} brief />
      </div>
      <label className="mt-2 flex min-h-10 cursor-pointer items-center gap-2">
        <input
          type="checkbox"
          className="size-4 shrink-0 accent-accent"
          checked={isGiven}
          onChange={(event) => onChange(event.target.checked)}
        />
        {tradeContent.consent.trust(components.length)}
      </label>
    </Notice>
  )
}
