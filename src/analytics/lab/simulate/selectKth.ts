/**
 * Puts the `k`-th smallest of all values (from 0) to index `k`, with nothing larger before it and nothing smaller after it.
 * Faster than sorting them all.
 *
 * @param to Index from which on everything is known to be no smaller, by an earlier call with a larger `k`
 * @param from Index below which everything is known to be no larger, by an earlier call with a smaller `k`
 * @see Hoare: Algorithm 65, Find, CACM 1961
 */
export function selectKth(
  values: Float32Array | Float64Array,
  k: number,
  to = values.length,
  from = 0,
): number {
  let low = from
  let high = to - 1
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number
    let i = low
    let j = high
    while (i <= j) {
      while ((values[i] as number) < pivot) i++
      while ((values[j] as number) > pivot) j--
      if (i > j) break
      const swapped = values[i] as number
      values[i] = values[j] as number
      values[j] = swapped
      i++
      j--
    }
    if (k <= j) high = j
    else if (k >= i) low = i
    else break
  }
  return values[k] as number
}
