import { Button } from '../../../ui/Button'
import { Notice } from '../../../ui/Notice'
import { strategiesContent } from './content'
import type { StrategyTerms } from './parseStrategy'

const content = strategiesContent.littleSkew

/** Says that an even pool shows nothing of a strategy, and offers one that does. */
export function LittleSkew({
  terms: { pool },
  isListed,
  onTry,
}: {
  terms: StrategyTerms
  isListed: boolean
  onTry: () => void
}) {
  const skew = (pool.longBalance / pool.shortBalance).toFixed(3)
  return (
    <div className="mt-3">
      <Notice>
        <p>{content.text(skew)}</p>
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <Button onClick={onTry}>{content.tryIt}</Button>
          {isListed && <span className="text-xs text-muted">{content.copies}</span>}
        </div>
      </Notice>
    </div>
  )
}
