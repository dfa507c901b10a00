/**
 * What is computed for each of several pools. Their figures are other people's: one that a computation cannot take costs that
 * pool its result, and no one else anything.
 *
 * @returns Results in order, without those that failed
 */
export function computeEach<pool, result>(
  pools: readonly pool[],
  compute: (pool: pool) => result,
): readonly result[] {
  return pools.flatMap((pool) => {
    try {
      return [compute(pool)]
    } catch {
      return []
    }
  })
}
