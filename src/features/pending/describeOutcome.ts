import type { Settled } from '../../analytics/settlement'
import type { Execution } from '../../chain/commits/getExecution'
import type { PoolFacts, TokenFacts } from '../../chain/poolFacts'
import type { CommitPromise } from '../../flows/kinds/commit'
import { formatName } from '../../format/formatAddress'
import { formatAmount } from '../../format/formatAmount'
import { formatPrice } from '../../format/formatRatio'
import type { OracleSnapshot } from '../../protocol/snapshot'
import { sideTokens } from './commitWords'

/** One token's promise beside what came, base units. */
export interface Difference {
  readonly token: TokenFacts
  readonly promised: bigint
  readonly came: bigint
}

/** Promise against result, for each token that either has some of. */
export function differences(
  facts: PoolFacts,
  promise: CommitPromise,
  settled: Settled,
): Difference[] {
  const { long, short } = sideTokens(facts)
  return [
    { token: long, promised: promise.longTokens, came: settled.longTokens },
    { token: short, promised: promise.shortTokens, came: settled.shortTokens },
    {
      token: facts.settlementToken,
      promised: promise.settlementTokens,
      came: settled.settlementTokens,
    },
  ].filter(({ promised, came }) => promised !== 0n || came !== 0n)
}

/** `Exactly as promised: 12.5 long.`, or how much more or less came, to the unit. */
export function describeDifference({ token, promised, came }: Difference): string {
  const amount = (value: bigint) =>
    `${formatAmount(value, token.decimals)} ${formatName(token.symbol)}`
  if (came === promised) return `Exactly as promised: ${amount(came)}.`
  const [word, by] = came > promised ? ['more', came - promised] : ['less', promised - came]
  return `${amount(came)}, ${formatAmount(by, token.decimals)} ${word} than the promised ${amount(promised)}.`
}

/** Whether an order went where it was promised to go, where no amount could be promised. */
export function describeInterval(
  { intervalId }: Pick<CommitPromise, 'intervalId'>,
  executedId: bigint,
): string {
  return executedId === intervalId
    ? `Executed in interval ${intervalId}, as promised. No amount was promised: it was too far ahead to be projected.`
    : `Executed in interval ${executedId} instead of the promised ${intervalId}. No amount was promised: it was too far ahead to be projected.`
}

/**
 * Why an order came out otherwise than promised: what the chain shows to have happened in between.
 *
 * @param intervalId Where the order's last commit went
 */
export function describeCauses(
  facts: PoolFacts,
  oracle: OracleSnapshot,
  promise: CommitPromise,
  intervalId: bigint,
  execution: Execution,
): string[] {
  const causes: string[] = []
  const { prices, earlierRebalances, earlierRewards, othersCommits } = execution
  const promisedWad = spotWad(oracle, promise.spotPrice)
  if (prices !== undefined && oracle.kind === 'spot' && prices.endWad !== promisedWad)
    causes.push(`the index moved from ${formatPrice(promisedWad)} to ${formatPrice(prices.endWad)}`)
  if (prices !== undefined && oracle.kind === 'sma')
    causes.push(
      `the index stood at ${formatPrice(promisedWad)} when you decided, and the average that was used at ${formatPrice(prices.endWad)}`,
    )
  if (intervalId !== promise.intervalId)
    causes.push(`it went to interval ${intervalId} instead of ${promise.intervalId}`)
  if (othersCommits > 0)
    causes.push(
      othersCommits === 1
        ? 'somebody else committed in between'
        : `others committed ${othersCommits} times in between`,
    )
  if (earlierRewards > 0n) {
    const { decimals, symbol } = facts.settlementToken
    causes.push(
      `${earlierRebalances === 1 ? 'the rebalance' : `the ${earlierRebalances} rebalances`} before it paid keepers ${formatAmount(earlierRewards, decimals)} ${formatName(symbol)} out of the pool, which had been an estimate`,
    )
  }
  return causes
}

/** An SMA's samples are prices before scaling. */
function spotWad(oracle: OracleSnapshot, spotPrice: bigint): bigint {
  return oracle.kind === 'sma' ? spotPrice * oracle.scaler : spotPrice
}
