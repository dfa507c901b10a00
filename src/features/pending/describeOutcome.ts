import type { Settled } from '../../analytics/settlement'
import type { Execution } from '../../chain/commits/getExecution'
import type { PoolFacts, TokenFacts } from '../../chain/poolFacts'
import type { CommitProjection } from '../../flows/kinds/commit'
import { describeAmount } from '../../format/describeAmount'
import { formatPercent, formatPrice, ratioWad } from '../../format/formatRatio'
import type { OracleSnapshot } from '../../protocol/snapshot'
import { pendingContent } from './content'
import { sideTokens } from './describeCommit'

const content = pendingContent.outcome

/** One token's projected amount beside the actual one, base units. */
export interface Difference {
  readonly token: TokenFacts
  readonly projected: bigint
  readonly actual: bigint
}

/** Projection against result, for each token that either has some of. */
export function differences(
  facts: PoolFacts,
  projection: CommitProjection,
  settled: Settled,
): Difference[] {
  const { long, short } = sideTokens(facts)
  return [
    { token: long, projected: projection.longTokens, actual: settled.longTokens },
    { token: short, projected: projection.shortTokens, actual: settled.shortTokens },
    {
      token: facts.settlementToken,
      projected: projection.settlementTokens,
      actual: settled.settlementTokens,
    },
  ].filter(({ projected, actual }) => projected !== 0n || actual !== 0n)
}

/** `−0.09%`; empty for what rounds to nothing, or where nothing was projected. */
export function shareText(projected: bigint, actual: bigint): string {
  const share = projected > 0n ? ratioWad(actual - projected, projected) : undefined
  const text = share === undefined ? '' : formatPercent(share, 2, { signed: true })
  return /[1-9]/.test(text) ? text : ''
}

/** Whether an order went into the interval that was expected, where no amount could be projected. */
export function describeInterval(
  { intervalId }: Pick<CommitProjection, 'intervalId'>,
  executedId: bigint,
): string {
  return executedId === intervalId
    ? content.interval(executedId)
    : content.otherInterval(executedId, intervalId)
}

/**
 * Why an order came out otherwise than projected: what the chain shows to have happened in between.
 *
 * @param intervalId Where the order's last commit went
 */
export function describeCauses(
  facts: PoolFacts,
  oracle: OracleSnapshot,
  projection: CommitProjection,
  intervalId: bigint,
  execution: Execution,
): string[] {
  const causes: string[] = []
  const { prices, earlierRebalances, earlierRewards, othersCommits } = execution
  const indexWad = spotWad(oracle, projection.spotPrice)
  if (prices !== undefined && oracle.kind === 'spot' && prices.endWad !== indexWad)
    causes.push(content.indexMoved(formatPrice(indexWad), formatPrice(prices.endWad)))
  if (prices !== undefined && oracle.kind === 'sma')
    causes.push(content.smaUsed(formatPrice(indexWad), formatPrice(prices.endWad)))
  if (intervalId !== projection.intervalId)
    causes.push(content.laterInterval(intervalId, projection.intervalId))
  if (othersCommits > 0) causes.push(content.otherCommits(othersCommits))
  if (earlierRewards > 0n) {
    const amount = describeAmount(earlierRewards, facts.settlementToken)
    causes.push(content.keeperRewards(amount, earlierRebalances))
  }
  return causes
}

/** An SMA's samples are prices before scaling. */
function spotWad(oracle: OracleSnapshot, spotPrice: bigint): bigint {
  return oracle.kind === 'sma' ? spotPrice * oracle.scaler : spotPrice
}
