/** Blocks from one to another, both included; never empty. */
export interface BlockRange {
  readonly fromBlock: bigint
  readonly toBlock: bigint
}

/** How many blocks a range has. */
export function blockCount({ fromBlock, toBlock }: BlockRange): bigint {
  return toBlock - fromBlock + 1n
}

/** The ranges as disjoint ones with gaps between them, ascending. */
export function mergeRanges(ranges: readonly BlockRange[]): BlockRange[] {
  const ascending = [...ranges].sort((a, b) => (a.fromBlock < b.fromBlock ? -1 : 1))
  const merged: BlockRange[] = []
  for (const range of ascending) {
    const last = merged.at(-1)
    if (last === undefined || range.fromBlock > last.toBlock + 1n) merged.push(range)
    else if (range.toBlock > last.toBlock)
      merged[merged.length - 1] = { fromBlock: last.fromBlock, toBlock: range.toBlock }
  }
  return merged
}

/** What of `wanted` is in none of the ranges, ascending. */
export function missingRanges(ranges: readonly BlockRange[], wanted: BlockRange): BlockRange[] {
  const missing: BlockRange[] = []
  let next = wanted.fromBlock
  for (const { fromBlock, toBlock } of mergeRanges(ranges)) {
    if (toBlock < next) continue
    if (fromBlock > wanted.toBlock) break
    if (fromBlock > next) missing.push({ fromBlock: next, toBlock: fromBlock - 1n })
    next = toBlock + 1n
  }
  if (next <= wanted.toBlock) missing.push({ fromBlock: next, toBlock: wanted.toBlock })
  return missing
}

/** The newest `size` blocks of a range. */
export function newestRange({ fromBlock, toBlock }: BlockRange, size: bigint): BlockRange {
  const from = toBlock - size + 1n
  return { fromBlock: from > fromBlock ? from : fromBlock, toBlock }
}
