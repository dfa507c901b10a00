import { concat, type Hex, keccak256, zeroHash } from 'viem'

/** The tree of everything that was sent to Ethereum, as the Outbox checks it. */
export interface SendTree {
  readonly root: Hex
  /** What proves a leaf: its neighbour on each level, from the bottom. */
  proof(position: number): readonly Hex[]
}

/**
 * Builds the tree. Places without a leaf are zero.
 *
 * @param hashes The `hash` of each `L2ToL1Tx`, in the order of their positions
 */
export function sendTree(hashes: readonly Hex[]): SendTree {
  let level: Hex[] = hashes.map((hash) => keccak256(hash))
  const levels: Hex[][] = []
  while (level.length > 1) {
    if (level.length % 2 === 1) level.push(zeroHash)
    levels.push(level)
    const below = level
    level = Array.from({ length: below.length / 2 }, (_, index) =>
      keccak256(concat([below[index * 2] ?? zeroHash, below[index * 2 + 1] ?? zeroHash])),
    )
  }
  return {
    root: level[0] ?? zeroHash,
    proof: (position) => levels.map((nodes, height) => nodes[(position >> height) ^ 1] ?? zeroHash),
  }
}
