import { WAD, WAD_DECIMALS } from '../../protocol/wad'

/** What of a weighted pool a token's part depends on. */
export interface UnwrappedToken {
  /** In the Vault, base units. */
  readonly balance: bigint
  readonly decimals: number
}

/**
 * What LP tokens stand for: the amounts that leaving in proportion gives, in base units of each token, to the unit. The
 * contract rounds the share to 18 decimals first.
 *
 * @param totalSupply LP tokens of all
 * @see WeightedMath._calcTokensOutGivenExactBptIn
 * @throws RangeError for more LP tokens than there are, or a token of more than 18 decimals, which no pool takes
 */
export function unwrapLp(
  tokens: readonly UnwrappedToken[],
  totalSupply: bigint,
  lpAmount: bigint,
): readonly bigint[] {
  if (lpAmount < 0n || lpAmount > totalSupply) throw new RangeError('More LP tokens than there are')
  if (totalSupply === 0n) return tokens.map(() => 0n)
  const shareWad = (lpAmount * WAD) / totalSupply
  return tokens.map(({ balance, decimals }) => {
    if (decimals > WAD_DECIMALS)
      throw new RangeError('A pool takes no token of more than 18 decimals')
    const scale = 10n ** BigInt(WAD_DECIMALS - decimals)
    return (balance * scale * shareWad) / WAD / scale
  })
}
