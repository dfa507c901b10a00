import type { ReactNode } from 'react'
import type { ExitStep } from '../../analytics/exit/nextExitStep'
import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'
import { Amount } from '../../ui/Amount'
import { exitContent } from './content'

/** What an earlier burn has paid into escrow, while there is more to burn or to wait for: it needn't wait for that. */
export function EarlyClaim({
  pool: { facts },
  account: { escrow },
  kind,
  claim,
}: {
  pool: PoolAtBlock
  account: PoolAccount
  kind: ExitStep['kind']
  claim: (look: 'primary' | 'secondary') => ReactNode
}) {
  if (kind === 'claim' || escrow.settlementTokens === 0n) return null
  return (
    <div className="mt-4 space-y-2">
      <p className="tabular text-muted">
        {exitContent.steps.inEscrow(
          <Amount value={escrow.settlementTokens} token={facts.settlementToken} />,
        )}
      </p>
      {claim('secondary')}
    </div>
  )
}
