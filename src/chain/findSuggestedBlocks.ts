import { classifyRpcError, inspectRpcError } from './classifyRpcError'

/**
 * How many blocks an RPC says it takes at once, when it finds a request too large: `[0x10, 0x20]`, `limited to a 500`,
 * `max 10k blocks`. A number of blocks, never of results.
 */
export function findSuggestedBlocks(error: unknown): bigint | undefined {
  if (classifyRpcError(error).kind !== 'tooLarge') return undefined
  const text = inspectRpcError(error).texts.join('\n')
  const range = text.match(/\[(0x[0-9a-f]+), ?(0x[0-9a-f]+)\]/i)
  if (range?.[1] !== undefined && range[2] !== undefined) {
    const blocks = BigInt(range[2]) - BigInt(range[1]) + 1n
    return blocks > 0n ? blocks : undefined
  }
  if (!/block|range/i.test(text)) return undefined
  const limit = text.match(
    /(?:limited to|limit of|limit:?|at most|up to|max(?:imum)?(?: is| allowed)?(?: block)?(?: range)?(?: is)?(?: set)?(?: to)?:?|greater than|exceeds|larger than|> ?)\s*(?:an?\s+)?([\d,._]*\d)(k\b)?(?!\S*\s*(?:results|logs|bytes|mb|items|ms|s\b))/i,
  )
  if (limit?.[1] === undefined) return undefined
  const blocks = BigInt(limit[1].replace(/[,._]/g, '')) * (limit[2] === undefined ? 1n : 1_000n)
  return blocks > 0n ? blocks : undefined
}
