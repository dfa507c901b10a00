import { tokenPrice } from '../../analytics/poolFigures'
import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'
import { WAD } from '../../protocol/wad'

/** What an account has in a pool at this block's token prices, before fees, in settlement units. */
export function positionValue(
  { snapshot }: Pick<PoolAtBlock, 'snapshot'>,
  {
    longBalance,
    shortBalance,
    escrow,
  }: Pick<PoolAccount, 'longBalance' | 'shortBalance' | 'escrow'>,
): { readonly wallet: bigint; readonly escrow: bigint } {
  const worthOf = (long: bigint, short: bigint) =>
    (long * tokenPrice(snapshot, 'long').wad + short * tokenPrice(snapshot, 'short').wad) / WAD
  return {
    wallet: worthOf(longBalance, shortBalance),
    escrow: worthOf(escrow.longTokens, escrow.shortTokens) + escrow.settlementTokens,
  }
}
