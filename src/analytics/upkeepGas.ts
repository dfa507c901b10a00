import { MAX_GAS_SENT } from '../protocol/bounds'

/** By the time of its block an interval more may have passed, or data on Ethereum may have become more expensive. */
const MARGIN_PERCENT = 150n

/**
 * The gas to send along with upkeeps: the larger of what they use at most on the published bytecode and the node's estimate with
 * a margin. On Arbitrum an estimate holds a part for Ethereum's data, which can be the larger one. What is not used is not paid.
 *
 * @param measured Gas, as `dueUpkeeps` and `upkeepBatch` have it
 * @param estimate The node's, gas; undefined where it gives none
 */
export function upkeepGas(measured: bigint, estimate: bigint | undefined): bigint {
  if (estimate === undefined) return measured
  const withMargin = (estimate * MARGIN_PERCENT) / 100n
  const most = withMargin < MAX_GAS_SENT ? withMargin : MAX_GAS_SENT
  return most > measured ? most : measured
}
