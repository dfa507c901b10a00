import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { isFinished } from '../../flows/flow'
import { Amount } from '../../ui/Amount'
import { transactionsContent } from './content'
import { useOwnFlows } from './useOwnFlows'
import { useReceived } from './useReceived'

const { received: content, liquidity } = transactionsContent

/** What the account's last claim from a pool brought, where this browser sent it. */
export function LastClaim({ pool }: { pool: PoolAtBlock }) {
  const [claim] = useOwnFlows(
    (flow) =>
      flow.intent.kind === 'claim' && flow.intent.pool === pool.facts.address && isFinished(flow),
  )
  const received = useReceived(claim)
  if (received === 'loading' || received === 'unknown' || received.length === 0) return null
  return content.lastClaim(
    liquidity.list(
      received.map(({ value, token }) => <Amount key={token.symbol} value={value} token={token} />),
    ),
  )
}
