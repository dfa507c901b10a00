/** Up to which size a swap now is better than the queue. */
export type TurningSize =
  /** At every size that was looked at. */
  | { readonly kind: 'always' | 'never' }
  /** Better up to `upTo`, no longer at `from`; in between it turns. */
  | { readonly kind: 'turns'; readonly upTo: bigint; readonly from: bigint }
  /** No single size: quotes are missing, or do not get worse with the size. */
  | { readonly kind: 'unclear' }

/** Whether a swap is better than the queue at each of these sizes; undefined for a size without a quote. */
export type CompareSizes = (amounts: readonly bigint[]) => Promise<readonly (boolean | undefined)[]>

/** Sizes that are compared in one round. */
const PER_ROUND = 8
const MAX_ROUNDS = 5
/** The two ends may differ by this part. */
const PRECISION = 500n

/**
 * The size above which a swap gives less than the queue. A swap gets worse with its size and the queue stays the same, so there is one
 * size where it turns; each round compares several sizes together and continues between the two where the answer changes.
 *
 * @param min The least size that is of interest, base units, above zero
 * @param max The largest
 * @param compare Sends one request each time
 * @throws What `compare` throws; RangeError for sizes that are no range
 */
export async function findTurningSize(
  min: bigint,
  max: bigint,
  compare: CompareSizes,
): Promise<TurningSize> {
  if (min <= 0n || max <= min) throw new RangeError('Sizes must grow from above zero')
  let [low, high] = [min, max]
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const isFirst = round === 0
    const amounts = isFirst ? [low, ...between(low, high), high] : between(low, high)
    if (amounts.length === 0) break
    const answers = await compare(amounts)
    // What is too large for the pool is not better.
    const isBetter = amounts.map((_, index) => answers[index] ?? false)
    const last = isBetter.lastIndexOf(true)
    if (isFirst && last === -1)
      return answers.every((answer) => answer === undefined)
        ? { kind: 'unclear' }
        : { kind: 'never' }
    if (isBetter.slice(0, last + 1).includes(false)) return { kind: 'unclear' }
    if (isFirst && last === amounts.length - 1) return { kind: 'always' }
    low = amounts[last] ?? low
    high = amounts[last + 1] ?? high
    if (high - low <= low / PRECISION) break
  }
  return { kind: 'turns', upTo: low, from: high }
}

/** Sizes between two, in about equal proportions: sizes of interest span many orders of magnitude. */
function between(low: bigint, high: bigint): readonly bigint[] {
  const ratio = (Number(high) / Number(low)) ** (1 / (PER_ROUND + 1))
  const amounts: bigint[] = []
  for (let index = 1; index <= PER_ROUND; index++) {
    const factor = BigInt(Math.round(ratio ** index * 1e6))
    const amount = (low * factor) / 1_000_000n
    if (amount > (amounts.at(-1) ?? low) && amount < high) amounts.push(amount)
  }
  return amounts
}
