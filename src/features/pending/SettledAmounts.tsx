import type { PoolFacts } from '../../chain/poolFacts'
import type { Balance } from '../../protocol/snapshot'
import { Amount } from '../../ui/Amount'
import { pendingContent } from './content'
import { sideTokens } from './describeCommit'

/** What comes out, each token that there is some of. */
export function SettledAmounts({ facts, settled }: { facts: PoolFacts; settled: Balance }) {
  const { long, short } = sideTokens(facts)
  const amounts = [
    { token: long, value: settled.longTokens },
    { token: short, value: settled.shortTokens },
    { token: facts.settlementToken, value: settled.settlementTokens },
  ].filter(({ value }) => value !== 0n)
  if (amounts.length === 0)
    return <span className="text-muted">{pendingContent.executed.nothing}</span>
  return (
    <span className="inline-flex flex-wrap justify-end gap-x-2">
      {amounts.map(({ token, value }) => (
        <Amount key={token.symbol} value={value} token={token} />
      ))}
    </span>
  )
}
